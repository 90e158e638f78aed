//! The style of error pages, in fewer bytes, and the policy that allows it and nothing
//! else.

use base64ct::{Base64, Encoding};
use quote::quote;
use sha2::{Digest, Sha256};

/// Generates `style.rs`: the style, its name in a `Content-Security-Policy`, which is its hash
/// (CSP Level 3 §6.7.3.3), and the policy of pages with it. That allows the icon of the site,
/// which browsers fetch for every page, and to show the page in frames of the site.
pub fn style(css: &str) -> String {
    let style = shorten(css);
    let hash = Base64::encode_string(&Sha256::digest(&style));
    let named = format!("'sha256-{hash}'");
    let policy = format!(
        "default-src 'none'; style-src {named}; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
    );
    let source = quote! {
        pub(crate) const STYLE: &str = #style;
        pub(crate) const SOURCE: &str = #named;
        pub(crate) const POLICY: &str = #policy;
    };
    source.to_string()
}

/// Takes out the white space that is there for people. For what `src/page/render/style.css` is
/// made of: no comments and no strings.
fn shorten(css: &str) -> String {
    let mut style: String = css.lines().map(str::trim).collect();
    for (long, short) in [(": ", ":"), (", ", ","), (" {", "{"), (";}", "}")] {
        style = style.replace(long, short);
    }
    style
}

#[test]
fn white_space_for_people_is_taken_out() {
    assert_eq!(shorten("a, b {\n    margin: 0 1px;\n}\n\nc d {\n}\n"), "a,b{margin:0 1px}c d{}");
}
