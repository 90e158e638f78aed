//! The name from a lookup in a constant expression.
use std::hint::black_box;

const NAME: &str = http_status_info::status_info(404).unwrap().name();

fn main() {
    println!("{}", black_box(NAME));
}
