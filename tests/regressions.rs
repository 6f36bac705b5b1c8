//! Replays what fuzzing found: every file of `tests/regressions/TARGET/`, with the properties of that target.
//!
//! `tests/regressions/OPEN` lists what is not mended yet: a listed file that passes fails the run too, and so does one that
//! is not there.

#![allow(clippy::expect_used, clippy::panic)]

mod properties;

use std::collections::BTreeSet;
use std::path::Path;
use std::{fs, panic};

use properties::{Effort, TARGETS};

#[test]
fn findings_stay_mended() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/regressions");
    let mut open: BTreeSet<String> = fs::read_to_string(root.join("OPEN"))
        .unwrap_or_default()
        .lines()
        .map(|line| line.split('#').next().unwrap_or_default().trim().to_owned())
        .filter(|line| !line.is_empty())
        .collect();
    let mut wrong = Vec::new();
    let mut replayed = 0;
    for (target, property) in TARGETS {
        let Ok(files) = fs::read_dir(root.join(target)) else { continue };
        let mut paths: Vec<_> = files.flatten().map(|file| file.path()).collect();
        paths.sort();
        for path in paths {
            let name = format!("{target}/{}", path.file_name().unwrap_or_default().to_string_lossy());
            let data = fs::read(&path).unwrap_or_else(|e| panic!("{name}: {e}"));
            let holds = panic::catch_unwind(|| property(&data, Effort::Full)).is_ok();
            match (holds, open.remove(&name)) {
                (false, false) => wrong.push(format!("{name}: broken")),
                (true, true) => wrong.push(format!("{name}: mended, take it out of OPEN")),
                _ => replayed += 1,
            }
        }
    }
    wrong.extend(open.iter().map(|name| format!("{name}: listed in OPEN, but not there")));
    println!("{replayed} findings replayed");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Every mail of the corpus has the properties too.
#[test]
fn the_corpus_has_the_properties() {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")];
    let mut mails = 0;
    while let Some(folder) = folders.pop() {
        for path in
            fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display())).flatten().map(|e| e.path())
        {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "eml") {
                let mail = fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
                let held = panic::catch_unwind(|| properties::mail(&mail, Effort::Sampled));
                assert!(held.is_ok(), "{}", path.display());
                mails += 1;
            }
        }
    }
    assert!(mails > 0, "no mail in the corpus");
}
