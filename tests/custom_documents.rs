//! The small application in `tests/custom-documents` adds and replaces documents.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const VARIABLE: &str = "HTTP_STATUS_INFO_DOCUMENTS";

fn application() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/custom-documents")
}

/// Runs Cargo in the folder of the application. Sets the variable if a folder is given.
fn cargo(command: &str, documents: Option<&Path>) -> Output {
    let mut cargo = Command::new(env!("CARGO"));
    cargo
        .args([command, "--quiet", "--locked", "--target-dir"])
        .arg(Path::new(env!("CARGO_TARGET_TMPDIR")).join("custom-documents"))
        .current_dir(application());
    match documents {
        Some(documents) => cargo.env(VARIABLE, documents),
        None => cargo.env_remove(VARIABLE),
    };
    cargo.output().unwrap()
}

/// Returns the errors of a build with the variable set, which must fail.
fn failure(documents: &Path) -> String {
    let output = cargo("check", Some(documents));
    assert!(!output.status.success(), "{} was accepted", documents.display());
    String::from_utf8(output.stderr).unwrap()
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

// One test, since the builds share a target folder and cannot run at the same time.
#[test]
fn an_application_adds_and_replaces_documents_without_forking() {
    let run = cargo("run", None);
    let printed = String::from_utf8(run.stdout).unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    assert_eq!(
        printed,
        "299 Queued for Tonight: The order is taken and will be carried out with the others after closing time.\n\
         404 No Such Book: The catalog has no book of this number.\n"
    );

    // The next build sees a change of a document.
    let changing = folder("changing");
    for entry in std::fs::read_dir(application().join("documents")).unwrap() {
        let entry = entry.unwrap();
        std::fs::copy(entry.path(), changing.join(entry.file_name())).unwrap();
    }
    assert!(cargo("run", Some(&changing)).status.success());
    let added = std::fs::read_to_string(changing.join("299.md")).unwrap();
    std::fs::write(changing.join("299.md"), added.replace("after closing time", "at midnight")).unwrap();
    let run = cargo("run", Some(&changing));
    assert!(String::from_utf8(run.stdout).unwrap().contains("with the others at midnight.\n"));

    // For a relative path and for a missing folder, the message has the lines to paste.
    for (path, fault) in [
        (PathBuf::from("documents"), "is a relative path, expected an absolute one"),
        (folder("empty").join("missing"), "is not a folder"),
    ] {
        let message = failure(&path);
        assert!(message.contains(&format!("{VARIABLE}: `{}` {fault}", path.display())), "{message}");
        assert!(message.lines().any(|line| line.ends_with(": [env]")), "{message}");
        assert!(
            message.contains(&format!("{VARIABLE} = {{ value = \"documents\", relative = true }}")),
            "{message}"
        );
    }

    // The application's documents get the same checks and messages as built-in ones.
    let bad = folder("bad");
    let document = std::fs::read_to_string(application().join("documents/404.md")).unwrap();
    std::fs::write(bad.join("404.md"), document.replace("constant: NOT_FOUND\n", "")).unwrap();
    std::fs::write(bad.join("notes.txt"), "").unwrap();
    let message = failure(&bad);
    let path = bad.display();
    for expected in [
        format!("{path}/404.md:3:7: the constant is `NO_SUCH_BOOK`, expected `NOT_FOUND` as in data/404.md"),
        format!("{path}/notes.txt: stray entry in the folder of documents"),
    ] {
        assert!(message.contains(&expected), "{message}");
    }

    // An empty variable means no folder. Then only the application's constant is missing.
    let message = failure(Path::new(""));
    assert!(message.contains("QUEUED_FOR_TONIGHT"), "{message}");
    assert!(!message.contains(VARIABLE), "{message}");

    // An empty folder is a folder with no documents.
    let message = failure(&folder("empty"));
    assert!(message.contains("QUEUED_FOR_TONIGHT") && !message.contains(VARIABLE), "{message}");
}
