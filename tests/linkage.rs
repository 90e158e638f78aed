//! A program links only the texts that it uses.
//!
//! Builds the small programs in `tests/linkage` in release, without LTO, and searches the
//! programs for the texts of all documents.

use std::path::{Path, PathBuf};
use std::process::Command;

use http_status_info::{StatusInfo, Text};

/// The most that a lookup known at compile time adds to a program, in bytes.
const MOST_CONSTANT: u64 = 1024;

/// The most that a lookup at run time, used for its name, adds to a program.
const MOST_RUN_TIME: u64 = 32 * 1024;

struct Program {
    name: &'static str,
    size: u64,
    text: String,
}

impl Program {
    /// Returns the number of documents that have a text of this form in the program.
    fn documents(
        &self,
        form: impl Fn(&Text) -> &'static str,
        of: impl Fn(&StatusInfo) -> Vec<Text>,
    ) -> usize {
        let contained = |status: &&StatusInfo| of(status).iter().any(|text| self.text.contains(form(text)));
        http_status_info::iter().filter(contained).count()
    }
}

fn takeaways(status: &StatusInfo) -> Vec<Text> {
    status.takeaways().collect()
}

fn information(status: &StatusInfo) -> Vec<Text> {
    vec![status.information()]
}

/// Builds the programs. Those with error pages need a feature, so they are built separately.
fn build(name: &str, features: &str) -> PathBuf {
    // Each build has a target folder of its own, since both run at the same time.
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("linkage-{name}"));
    let status = Command::new(env!("CARGO"))
        .args(["build", "--release", "--quiet", "--locked", "--manifest-path"])
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/linkage/Cargo.toml"))
        .args(["--features", features, "--target-dir"])
        .arg(&target)
        // The caller's flags and profile must not change these programs.
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .env_remove("CARGO_PROFILE_RELEASE_LTO")
        .status()
        .unwrap();
    assert!(status.success());
    target.join("release")
}

fn program(folder: &Path, name: &'static str) -> Program {
    let bytes = std::fs::read(folder.join(name).with_extension(std::env::consts::EXE_EXTENSION)).unwrap();
    Program { name, size: bytes.len() as u64, text: String::from_utf8_lossy(&bytes).into_owned() }
}

#[test]
fn a_program_links_the_documents_that_it_uses_and_no_others() {
    let folder = build("facts", "");
    let program = |name| program(&folder, name);
    let all = http_status_info::iter().len();
    let nothing = program("nothing");

    for (name, most) in [
        ("constant_name", MOST_CONSTANT),
        ("const_evaluated_name", MOST_CONSTANT),
        ("literal_name", MOST_CONSTANT),
        ("run_time_name", MOST_RUN_TIME),
    ] {
        let program = program(name);
        for form in [Text::markdown, Text::html, Text::plain] {
            assert_eq!(program.documents(form, takeaways), 0, "{name}");
            assert_eq!(program.documents(form, information), 0, "{name}");
        }
        let added = program.size.saturating_sub(nothing.size);
        println!("{}: no text, {added} bytes added", program.name);
        assert!(added <= most, "{name} adds {added} bytes, more than {most}");
    }

    for name in ["constant_text", "const_evaluated_text"] {
        let program = program(name);
        assert_eq!(program.documents(Text::markdown, information), 1, "{name}");
        assert_eq!(program.documents(Text::html, information), 0, "{name}");
        assert_eq!(program.documents(Text::plain, information), 0, "{name}");
        assert_eq!(program.documents(Text::html, takeaways), 0, "{name}");
        println!("{name}: one text, {} bytes added", program.size.saturating_sub(nothing.size));
    }

    // The search itself works: it finds texts that are linked.
    let program = program("run_time_takeaways");
    assert_eq!(program.documents(Text::plain, takeaways), all);
    assert_eq!(program.documents(Text::html, takeaways), 0);
    assert_eq!(program.documents(Text::html, information), 0);
    assert_eq!(program.documents(Text::plain, information), 0);
    println!("run_time_takeaways: {all} texts, {} bytes added", program.size - nothing.size);
}

#[test]
fn error_pages_for_visitors_link_no_takeaways() {
    let folder = build("pages", "pages");
    let all = http_status_info::iter().len();
    for (name, number) in [("visitor_pages", 0), ("developer_pages", all)] {
        let program = program(&folder, name);
        assert_eq!(program.documents(Text::html, takeaways), number, "{name}");
        assert_eq!(program.documents(Text::plain, takeaways), number, "{name}");
        assert_eq!(program.documents(Text::html, information), 0, "{name}");
        println!("{name}: takeaways of {number} documents, {} bytes in all", program.size);
    }
}
