//! Minifies the style of error pages, and writes the `Content-Security-Policy` that allows it.

use base64ct::{Base64, Encoding};
use quote::quote;
use sha2::{Digest, Sha256};

/// Generates `style.rs`: the style, its hash source (CSP Level 3 §6.7.3.3) and the policy. The
/// policy also allows the icon of the site, which browsers fetch for every page, and frames of
/// the site.
pub fn style(css: &str) -> String {
    let style = minified(css);
    let hash = Base64::encode_string(&Sha256::digest(&style));
    let hash_source = format!("'sha256-{hash}'");
    let policy = format!(
        "default-src 'none'; style-src {hash_source}; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
    );
    let source = quote! {
        pub(crate) const STYLE: &str = #style;
        pub(crate) const SOURCE: &str = #hash_source;
        pub(crate) const POLICY: &str = #policy;
    };
    source.to_string()
}

/// Removes white space from CSS. Comments and strings are not supported, since
/// `src/page/render/style.css` has none.
fn minified(css: &str) -> String {
    let mut style: String = css.lines().map(str::trim).collect();
    for (long, short) in [(": ", ":"), (", ", ","), (" {", "{"), (";}", "}")] {
        style = style.replace(long, short);
    }
    style
}

#[test]
fn white_space_is_removed() {
    assert_eq!(minified("a, b {\n    margin: 0 1px;\n}\n\nc d {\n}\n"), "a,b{margin:0 1px}c d{}");
}
