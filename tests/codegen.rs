//! The compiler of documents, run as a function.
//!
//! Mounts `src/codegen` as `build.rs` does, so its unit tests run here too.

#[path = "../src/codegen/mod.rs"]
mod codegen;
#[path = "common/golden.rs"]
mod golden;
#[path = "../src/status"]
mod status {
    mod excerpt;
    pub mod key;
    pub mod nearest;
    #[expect(dead_code, reason = "the library uses the rest of it")]
    pub mod vocab;
    pub mod word;
}

use std::path::{Path, PathBuf};

use codegen::{Output, Problem, Source, read, run};
use golden::{Texts, assert_golden, differences};
use status::vocab::Origin;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn source(path: &str, text: impl AsRef<[u8]>) -> Source {
    Source { path: path.to_owned(), origin: Origin::BuiltIn, bytes: Some(text.as_ref().to_vec()) }
}

/// A document with the required keys only, and a text.
fn document(code: u16, name: &str, information: &str) -> Source {
    let text = format!(
        "---\ncode: {code}\nname: {name}\ntitle: {code} {name}\nspec: https://example.com/{code}\n\
         overview: One.\nmore: []\nseeAlso: []\nstandard: true\nexperimental: false\n\
         deprecated: false\n---\n\n## Takeaways\n\n1. One.\n\n## Information\n\n{information}\n"
    );
    source(&format!("data/{code}.md"), text)
}

fn file<'o>(output: &'o Output, name: &str) -> &'o str {
    output.files.iter().find(|(found, _)| found == name).map(|(_, text)| text.as_str()).unwrap()
}

fn messages(result: Result<Output, Vec<Problem>>) -> Vec<String> {
    result.err().unwrap_or_default().iter().map(Problem::to_string).collect()
}

#[test]
fn every_bad_document_gives_exactly_the_expected_message() {
    let mut found = Vec::new();
    for bad in read(&folder("tests/bad"), "bad", Origin::BuiltIn).unwrap() {
        let Some(case) = bad.path.strip_prefix("bad/").and_then(|name| name.strip_suffix(".md")) else {
            continue;
        };
        let sources = [document(403, "Forbidden", "Text."), source("data/404.md", bad.bytes.unwrap())];
        found.extend(messages(run(&sources)).iter().map(|message| format!("{case}: {message}\n")));
    }
    let found = Texts::from([("expected.txt".to_owned(), found.concat())]);
    assert_golden(&folder("tests/bad"), |name| name == "expected.txt", &found);
}

#[test]
fn every_bad_document_is_bad_for_one_reason() {
    // Each comes from this one, which is good.
    let good = document(404, "Not Found", "Text.");
    assert_eq!(messages(run(&[document(403, "Forbidden", "Text."), good])), [""; 0]);
    let expected = std::fs::read_to_string(folder("tests/bad/expected.txt")).unwrap();
    let cases: Vec<&str> = expected.lines().map(|line| line.split(':').next().unwrap()).collect();
    let mut files: Vec<String> = std::fs::read_dir(folder("tests/bad"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter_map(|name| name.strip_suffix(".md").map(str::to_owned))
        .collect();
    files.sort();
    let mut sorted = cases.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, files);
}

#[test]
fn all_problems_of_all_documents_are_reported_in_order() {
    let bad = |path: &str, code: &str| {
        let text = String::from_utf8(document(404, "Not Found", "Text <br>.").bytes.unwrap()).unwrap();
        source(path, text.replace("code: 404", code).replace("more: []", "more: {}"))
    };
    let stray = Source { bytes: None, ..source("data/notes", "") };
    let sources =
        [bad("data/410.md", "code: x"), stray, source("data/99.md", ""), bad("data/404.md", "cod: 404")];
    let expected = [
        "data/404.md:2:1: the front matter has no key `code`, which is required",
        "data/404.md:2:1: unknown key `cod`. Did you mean `code`?",
        "data/404.md:7:7: `more` is a mapping, expected a list. Write `[]` for an empty one",
        "data/404.md:20:6: raw HTML `<br>`, expected Markdown",
        "data/410.md:2:7: `code` is text, expected a code from 100 to 999",
        "data/410.md:7:7: `more` is a mapping, expected a list. Write `[]` for an empty one",
        "data/410.md:20:6: raw HTML `<br>`, expected Markdown",
        "data/99.md: stray entry in the folder of documents, expected a file named after a code from 100 to 999, such as `404.md`",
        "data/notes: stray entry in the folder of documents, expected a file named after a code from 100 to 999, such as `404.md`",
    ];
    assert_eq!(messages(run(&sources)), expected);

    let mut reversed = sources;
    reversed.reverse();
    assert_eq!(messages(run(&reversed)), expected);
}

#[test]
fn files_that_are_no_documents_are_stray() {
    for path in [
        "data/000.md",
        "data/099.md",
        "data/1000.md",
        "data/404.markdown",
        "data/404.md~",
        "data/.md",
        "data/４０４.md",
        "data/README.md",
    ] {
        let text = document(404, "Not Found", "Text.").bytes.unwrap();
        let found = messages(run(&[source(path, text)]));
        assert_eq!(found.len(), 1, "{path}");
        assert!(found[0].starts_with(&format!("{path}: stray entry")), "{found:?}");
    }
}

#[test]
fn a_folder_that_is_missing_is_one_problem() {
    let problems = read(&folder("tests/no-such-folder"), "data", Origin::BuiltIn).unwrap_err();
    assert_eq!(problems.len(), 1);
    assert!(problems[0].to_string().starts_with("data: cannot be read: "), "{problems:?}");
}

#[test]
fn a_document_with_only_the_required_keys_is_complete() {
    let output = run(&[document(404, "Not Found", "Text.")]).unwrap();
    assert!(file(&output, "records.rs").contains("cacheable : None , content : None"));
    for absent in ["VISITOR", "ALIASES", "HEADERS", "SEE_ALSO", "MEANINGS"] {
        let column = file(&output, "columns.rs").split(&format!("const {absent}:")).nth(1).unwrap();
        assert!(!column.split("]);").next().unwrap().contains("404"), "{absent}");
    }
}

fn tiny() -> Vec<Source> {
    ["403.md", "418.md"]
        .map(|name| {
            source(&format!("data/{name}"), std::fs::read(folder("tests/golden/data").join(name)).unwrap())
        })
        .to_vec()
}

#[test]
fn two_tiny_documents_generate_the_golden_output() {
    let generated: Texts = run(&tiny()).unwrap().files.into_iter().collect();
    assert_golden(&folder("tests/golden"), |_| true, &generated);
}

#[test]
fn a_golden_file_that_is_missing_or_stale_or_differs_is_named_with_its_first_difference() {
    let texts = |files: &[(&str, &str)]| -> Texts {
        files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
    };
    let golden = texts(&[("line", "a\nbc\n"), ("same", "a\n"), ("short", "a\n"), ("stale", "")]);
    let generated = texts(&[("line", "a\nbd\n"), ("missing", ""), ("same", "a\n"), ("short", "a")]);
    let expected = [
        "line:2:2: expected `bc`, found `bd`",
        "missing: the file is missing",
        "short:2:1: expected ``, found the end of the file",
        "stale: the file is stale, nothing generates it any more",
    ];
    assert_eq!(differences(&golden, &generated), expected);
    let long = "x".repeat(1000);
    let found = differences(
        &texts(&[("long", &format!("{long}1{long}"))]),
        &texts(&[("long", &format!("{long}2{long}"))]),
    );
    let side = "x".repeat(40);
    let other = "x".repeat(39);
    let shown = format!("long:1:1001: expected …`{side}1{other}`…, found …`{side}2{other}`…");
    assert_eq!(found, [shown]);
}

#[test]
fn the_same_documents_give_the_same_bytes_in_any_order() {
    let mut sources = read(&folder("data"), "data", Origin::BuiltIn).unwrap();
    let first = run(&sources).unwrap();
    sources.reverse();
    assert!(run(&sources).unwrap() == first);
}

#[test]
fn a_document_of_the_application_replaces_a_built_in_one_whole() {
    let own = |name: &str, extra: &str| {
        let text = String::from_utf8(document(404, name, "Ours.").bytes.unwrap()).unwrap();
        let text = text.replace("deprecated: false\n", &format!("deprecated: false\n{extra}"));
        Source { origin: Origin::Application, ..source("/app/404.md", text) }
    };
    let built_in = document(404, "Not Found", "Theirs.");
    let output = run(&[own("Not Found", ""), built_in.clone()]).unwrap();
    assert!(
        file(&output, "columns.rs").contains("Ours.") && !file(&output, "columns.rs").contains("Theirs.")
    );
    assert!(
        file(&output, "records.rs").contains("Origin :: Application")
            && !file(&output, "records.rs").contains("Origin :: BuiltIn")
    );

    assert_eq!(
        messages(run(&[built_in.clone(), own("Missing", "")])),
        ["/app/404.md:3:7: the constant is `MISSING`, expected `NOT_FOUND` as in data/404.md, \
          which this document replaces. Set `constant: NOT_FOUND`"]
    );
    assert!(run(&[built_in, own("Missing", "constant: NOT_FOUND\n")]).is_ok());
}

#[test]
fn a_clash_of_names_is_reported_in_the_application_s_document() {
    let own = Source { origin: Origin::Application, ..document(299, "Not Found", "Ours.") };
    let own = Source { path: "/app/299.md".to_owned(), ..own };
    assert_eq!(
        messages(run(&[own, document(404, "Not Found", "Theirs.")])),
        ["/app/299.md:3:7: name `Not Found` is also in data/404.md, expected one that no other document has"]
    );
}

#[test]
fn hostile_text_stays_text_in_the_generated_code() {
    for hostile in [
        "*/ // /* ",
        "\"# r#\" \\",
        "`</script>`",
        "{} {0} %s $x",
        "'; drop table",
        "\\u{202E}",
        "]] #[doc]",
        "| a |\n| - |\n| \\| |",
        "&amp; &lt;b&gt; &quot;",
        "\\\\\\n",
        "\u{1F980} e\u{301}",
    ] {
        let output = run(&[document(404, "Not Found", hostile)]).unwrap();
        // One literal for the Markdown, which reads back as what was written.
        let line = file(&output, "columns.rs")
            .split("INFORMATION_MARKDOWN")
            .nth(1)
            .and_then(|rest| rest.lines().find(|line| line.contains("(404, ")))
            .unwrap();
        let literal = line.trim().strip_prefix("(404, ").unwrap().strip_suffix("),").unwrap();
        assert_eq!(unescaped(literal), hostile.trim_end(), "{line}");
    }
}

/// The value of a string literal, by Rust's rules.
fn unescaped(literal: &str) -> String {
    let inner = literal.strip_prefix('"').unwrap().strip_suffix('"').unwrap();
    let mut text = String::new();
    let mut characters = inner.chars();
    while let Some(character) = characters.next() {
        assert_ne!(character, '"', "the literal ends too early: {literal}");
        text.push(match character {
            '\\' => match characters.next().unwrap() {
                'n' => '\n',
                't' => '\t',
                '0' => '\0',
                'u' => {
                    let hex: String = characters.by_ref().skip(1).take_while(|c| *c != '}').collect();
                    char::from_u32(u32::from_str_radix(&hex, 16).unwrap()).unwrap()
                }
                other => other,
            },
            other => other,
        });
    }
    text
}

#[test]
fn huge_and_deep_input_neither_panics_nor_hangs() {
    let long = "a".repeat(1 << 20);
    assert!(run(&[document(404, "Not Found", &long)]).is_ok());
    for deep in [">", "- ", "1. ", "*", "[", "`", "**a ", "![", "<", "&", "|", "\\"] {
        let _ = run(&[document(404, "Not Found", &deep.repeat(20_000))]);
    }
    let good = String::from_utf8(document(404, "Not Found", "Text.").bytes.unwrap()).unwrap();
    let with_more = |more: &str| messages(run(&[source("data/404.md", good.replace("more: []", more))]));

    for deep in ["[", "{a: ", "- ", "? ", "!a "] {
        assert!(with_more(&format!("more: {}", deep.repeat(30_000 / deep.len()))).len() <= 2);
    }
    assert!(with_more(&"#".repeat(100_000))[0].contains("bytes, expected at most 32768"));
    assert_eq!(with_more(&format!("more: [{}]", "1,".repeat(5_000))).len(), 101);
    let empty = document(404, "Not Found", &"<br>\n\n".repeat(20_000));
    assert_eq!(messages(run(&[empty])).len(), 101);
    let repeated = good.replace("seeAlso: []", &format!("seeAlso: [{}]", "404,".repeat(6_000)));
    assert_eq!(messages(run(&[source("data/404.md", repeated)])).len(), 101);

    let nested = format!("more: {}{}", "[".repeat(200), "]".repeat(200));
    assert!(with_more(&nested)[0].contains("recursion limit"), "{:?}", with_more(&nested));

    // Few enough values for the reader of YAML, too many bytes for a front matter.
    let expanding = format!("big: &big {}\nmore: [{}]", "x".repeat(10_000), vec!["*big"; 1_000].join(","));
    assert!(with_more(&expanding)[0].contains("more than 262144 bytes"), "{:?}", with_more(&expanding));

    let long = format!("overview: {}", "x ".repeat(10_000));
    let long = messages(run(&[source("data/404.md", good.replace("overview: One.", &long))]));
    assert!(long.iter().all(|message| message.len() < 300), "{long:?}");
}

#[test]
fn thousands_of_problems_are_counted_not_listed() {
    let good = String::from_utf8(document(404, "Not Found", "Text.").bytes.unwrap()).unwrap();
    let keys = (1000..3000).fold(String::new(), |keys, number| keys + &format!("key{number}: 1\n"));
    let found =
        messages(run(&[source("data/404.md", good.replace("more: []\n", &format!("more: []\n{keys}")))]));
    assert_eq!(found.len(), 101);
    assert!(found.contains(&"data/404.md: 1900 more problems".to_owned()));
}

#[test]
fn the_documents_of_the_crate_have_no_problems() {
    let sources = read(&folder("data"), "data", Origin::BuiltIn).unwrap();
    assert_eq!(messages(run(&sources)), [""; 0]);
}

#[cfg(feature = "pages")]
#[test]
fn the_style_of_error_pages_is_allowed_by_its_own_hash() {
    // The vector of FIPS 180-4 for `abc`, in base64.
    let source = codegen::style("abc");
    assert!(source.contains("ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="), "{source}");
    assert!(source.contains("STYLE : & str = \"abc\""), "{source}");
}
