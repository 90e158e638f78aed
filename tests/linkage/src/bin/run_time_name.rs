//! The name from a lookup at run time.
use std::hint::black_box;

fn main() {
    let code: u16 = black_box(404);
    println!("{}", black_box(http_status_info::status_info(code).map_or("", |status| status.name())));
}
