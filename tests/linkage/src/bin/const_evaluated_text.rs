//! The text of a constant, in a constant expression.
use std::hint::black_box;

const TEXT: &str = http_status_info::codes::NOT_FOUND.information().markdown();

fn main() {
    println!("{}", black_box(TEXT));
}
