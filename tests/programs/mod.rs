//! The examples as programs.

use std::path::PathBuf;
use std::process::Command;

/// The example of this name, built as this test was. `cargo test` builds an example that has tests as a test only, so it is built
/// here.
pub(crate) fn example(name: &str) -> PathBuf {
    let mut features = vec!["sqlite"];
    if cfg!(feature = "postgres") {
        features.push("postgres");
    }
    if cfg!(feature = "redis") {
        features.push("redis");
    }
    let mut build = Command::new(env!("CARGO"));
    build.args(["build", "--quiet", "--example", name, "--features", &features.join(" ")]);
    if !cfg!(debug_assertions) {
        build.arg("--release");
    }
    let test = std::env::current_exe().unwrap();
    let profile = test.parent().unwrap().parent().unwrap();
    // Where this test was built, also if that is not the folder `target`.
    build.arg("--target-dir").arg(profile.parent().unwrap());
    assert!(build.status().unwrap().success(), "{build:?}");
    profile.join("examples").join(name)
}
