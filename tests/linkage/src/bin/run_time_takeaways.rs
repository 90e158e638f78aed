//! The takeaways from a lookup at run time, in plain text.
use std::hint::black_box;

fn main() {
    let code: u16 = black_box(404);
    for takeaway in http_status_info::status_info(code).into_iter().flat_map(|status| status.takeaways()) {
        println!("{}", black_box(takeaway.plain()));
    }
}
