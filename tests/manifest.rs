//! What the manifest promises: the minimum version of Rust, and what the core depends
//! on when the program runs.

use std::collections::BTreeSet;
use std::process::Command;

use serde_json::Value;

/// What Cargo knows of the package and its dependencies, no features turned on.
fn metadata() -> Value {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--manifest-path"])
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The packages that the core is built from: its dependencies of the given kinds
/// (`null` are those at run time), and all that those depend on in turn.
fn core_packages<'m>(metadata: &'m Value, kinds: &[Value]) -> BTreeSet<&'m str> {
    let nodes = metadata["resolve"]["nodes"].as_array().unwrap();
    let of_kind = |kind: &Value| kinds.contains(&kind["kind"]) && kind["target"].is_null();
    let mut found = BTreeSet::new();
    let mut left = vec![metadata["resolve"]["root"].as_str().unwrap()];
    while let Some(id) = left.pop() {
        if found.insert(id) {
            let node = nodes.iter().find(|node| node["id"] == id).unwrap();
            let dependencies = node["deps"].as_array().unwrap().iter();
            let needed = dependencies.filter(|dep| dep["dep_kinds"].as_array().unwrap().iter().any(of_kind));
            left.extend(needed.map(|dependency| dependency["pkg"].as_str().unwrap()));
        }
    }
    found
}

fn package<'m>(metadata: &'m Value, id: &str) -> &'m Value {
    metadata["packages"].as_array().unwrap().iter().find(|package| package["id"] == id).unwrap()
}

/// `1.85.0` as numbers, to compare.
fn version(text: &str) -> Vec<u32> {
    let mut numbers: Vec<u32> = text.split('.').map(|number| number.parse().unwrap()).collect();
    numbers.resize(3, 0);
    numbers
}

#[test]
fn nothing_that_the_core_is_built_from_needs_a_newer_rust_than_it_says() {
    let metadata = metadata();
    let packages = core_packages(&metadata, &[Value::Null, Value::from("build")]);
    let root = package(&metadata, metadata["resolve"]["root"].as_str().unwrap());
    let floor = version(root["rust_version"].as_str().unwrap());
    assert_eq!(floor, [1, 85, 0]);
    assert!(packages.len() > 10, "the graph was not followed");
    for id in packages {
        if let Some(needed) = package(&metadata, id)["rust_version"].as_str() {
            assert!(version(needed) <= floor, "{id} needs Rust {needed}");
        }
    }
}

#[test]
fn at_run_time_the_core_depends_on_phf_alone() {
    let manifest = include_str!("../Cargo.toml");
    let dependencies = manifest.split("\n[dependencies]\n").nth(1).unwrap().split("\n[").next().unwrap();
    let mandatory: Vec<&str> = dependencies
        .lines()
        .filter(|line| line.contains(" = ") && !line.starts_with('#') && !line.contains("optional = true"))
        .collect();
    assert_eq!(mandatory, [r#"phf = { version = "0.14", default-features = false }"#]);
    assert!(manifest.contains("\ndefault = []\n"));
}

/// The packages that a build with one feature compiles, tests and examples apart.
fn packages_with(feature: &str) -> BTreeSet<String> {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--locked", "--edges", "normal,build", "--prefix", "none", "--format", "{lib}"])
        .args(["--features", feature, "--manifest-path", concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
}

#[test]
fn one_framework_brings_no_crate_of_another() {
    let frameworks = [
        ("axum", ["axum_core", "tower_service"]),
        ("actix-web", ["actix_web", "actix_http"]),
        ("poem", ["poem", "poem_derive"]),
        ("rocket", ["rocket", "rocket_http"]),
    ];
    for (feature, own) in frameworks {
        let packages = packages_with(feature);
        for (other, crates) in frameworks {
            for name in crates {
                // Poem and Rocket are built on hyper, which has the same interfaces as tower.
                if !matches!((feature, name), ("poem" | "rocket", "tower_service")) {
                    assert_eq!(
                        packages.contains(name),
                        own.contains(&name),
                        "{feature} and {name} of {other}"
                    );
                }
            }
        }
    }
    let packages = packages_with("tower");
    assert!(packages.contains("tower_layer"), "{packages:?}");
    for name in ["axum_core", "actix_web", "poem", "rocket", "tokio", "hyper", "serde_json"] {
        assert!(!packages.contains(name), "tower brings {name}");
    }
}

#[test]
fn the_command_is_built_without_frameworks_and_without_macros() {
    let packages = packages_with("cli");
    assert!(packages.contains("clap") && packages.contains("serde_json"), "{packages:?}");
    for name in [
        "syn",
        "clap_derive",
        "serde_derive",
        "tokio",
        "hyper",
        "http",
        "axum_core",
        "actix_web",
        "poem",
        "rocket",
    ] {
        assert!(!packages.contains(name), "cli brings {name}");
    }
}
