//! Error pages for developers.
use http_status_info::page::Audience;

fn main() {
    linkage::error_page(Audience::Developers);
}
