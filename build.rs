//! Compiles the status documents in `data` into the tables of the library.
//!
//! This file handles the interface of Cargo: the environment, the directives, `OUT_DIR` and the
//! form of an error. The compiler itself is a function in `src/codegen`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use codegen::{Output, Problem, Source};
use status::vocab::Origin;

#[path = "src/codegen/mod.rs"]
mod codegen;
/// The modules that the library and the build script share.
#[path = "src/status"]
mod status {
    mod excerpt;
    pub mod key;
    pub mod nearest;
    #[expect(dead_code, reason = "the library uses the rest of it")]
    pub mod vocab;
    pub mod word;
}

/// The environment variable with the folder of the application's documents.
const VARIABLE: &str = "HTTP_STATUS_INFO_DOCUMENTS";

fn main() -> ExitCode {
    let output = sources().and_then(|sources| codegen::run(&sources));
    let written = output.and_then(|Output { mut files }| {
        add_style(&mut files).and_then(|()| write(&files)).map_err(|problem| vec![problem])
    });
    let Err(problems) = written else { return ExitCode::SUCCESS };
    for problem in problems {
        // A directive is one line, so a message of several lines needs several directives.
        problem.to_string().lines().for_each(|line| println!("cargo::error={line}"));
    }
    ExitCode::FAILURE
}

/// Reads the documents of this crate and those of the application.
fn sources() -> Result<Vec<Source>, Vec<Problem>> {
    println!("cargo::rerun-if-changed=data");
    let mut sources = codegen::read(Path::new("data"), "data", Origin::BuiltIn)?;
    if let Some(folder) = own_folder().map_err(|problem| vec![problem])? {
        println!("cargo::rerun-if-changed={}", folder.display());
        let shown = folder.display().to_string();
        sources.extend(codegen::read(&folder, &shown, Origin::Application)?);
    }
    Ok(sources)
}

/// Returns the folder of the application's documents, `None` if the variable is not set.
fn own_folder() -> Result<Option<PathBuf>, Problem> {
    if !cfg!(feature = "custom-documents") {
        return Ok(None);
    }
    println!("cargo::rerun-if-env-changed={VARIABLE}");
    let Some(folder) = env::var_os(VARIABLE).filter(|folder| !folder.is_empty()).map(PathBuf::from) else {
        return Ok(None);
    };
    let shown = folder.display().to_string();
    let fault = if shown.contains(char::is_control) {
        // A line break would end a directive and begin another one.
        "has a control character, expected a path without one"
    } else if folder.is_relative() {
        "is a relative path, expected an absolute one"
    } else if !folder.is_dir() {
        "is not a folder, expected an existing one"
    } else {
        return Ok(Some(folder));
    };
    Err(Problem::of(
        VARIABLE,
        format!(
            "`{}` {fault}. Write in the .cargo/config.toml of the application:\n\
             [env]\n\
             {VARIABLE} = {{ value = \"documents\", relative = true }}\n\
             where the value is the path of the folder, relative to the folder that holds .cargo",
            shown.escape_debug(),
        ),
    ))
}

/// Adds the style of error pages, if the library has error pages.
#[cfg(feature = "pages")]
fn add_style(files: &mut Vec<(String, String)>) -> Result<(), Problem> {
    const PATH: &str = "src/page/render/style.css";
    println!("cargo::rerun-if-changed={PATH}");
    let css =
        fs::read_to_string(PATH).map_err(|error| Problem::of(PATH, format!("cannot be read: {error}")))?;
    files.push(("style.rs".to_owned(), codegen::style(&css)));
    Ok(())
}

#[cfg(not(feature = "pages"))]
#[expect(clippy::unnecessary_wraps, reason = "the function with the feature `pages` can fail")]
fn add_style(_: &mut Vec<(String, String)>) -> Result<(), Problem> {
    Ok(())
}

/// Writes the generated files into `OUT_DIR`.
fn write(files: &[(String, String)]) -> Result<(), Problem> {
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    for (name, text) in files {
        let path = out.join(name);
        fs::write(&path, text).map_err(|error| {
            Problem::of(&path.display().to_string(), format!("cannot be written: {error}"))
        })?;
    }
    Ok(())
}
