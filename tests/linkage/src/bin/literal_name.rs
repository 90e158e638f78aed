//! The name from a lookup with a literal.
use std::hint::black_box;

fn main() {
    println!("{}", black_box(http_status_info::status_info(404).map_or("", |status| status.name())));
}
