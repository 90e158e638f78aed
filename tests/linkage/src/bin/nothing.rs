//! A program without a lookup, whose size the others are compared with.
use std::hint::black_box;

fn main() {
    println!("{}", black_box("Not Found"));
}
