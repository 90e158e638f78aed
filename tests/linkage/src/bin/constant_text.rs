//! The text of a constant.
use std::hint::black_box;

fn main() {
    println!("{}", black_box(http_status_info::codes::NOT_FOUND.information().markdown()));
}
