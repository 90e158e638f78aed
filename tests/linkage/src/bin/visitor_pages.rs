//! Error pages for visitors.
use http_status_info::page::Audience;

fn main() {
    linkage::error_page(Audience::Visitors);
}
