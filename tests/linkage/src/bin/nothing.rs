//! The size of a program that looks nothing up.
use std::hint::black_box;

fn main() {
    println!("{}", black_box("Not Found"));
}
