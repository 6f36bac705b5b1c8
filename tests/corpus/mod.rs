//! The corpus, as the tests read it.
#![allow(dead_code, reason = "each test uses a part")]

use std::fs;
use std::path::{Path, PathBuf};

/// A mail of the corpus.
#[derive(Debug, Clone)]
pub(crate) struct Mail {
    /// Its path below `corpus/`, with `/`.
    pub(crate) name: String,
    pub(crate) path: PathBuf,
}

impl Mail {
    pub(crate) fn bytes(&self) -> Vec<u8> {
        fs::read(&self.path).unwrap_or_else(|error| panic!("{}: {error}", self.name))
    }

    /// The folder below `corpus/`.
    pub(crate) fn folder(&self) -> &str {
        self.name.rsplit_once('/').map_or("", |(folder, _)| folder)
    }
}

pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")
}

/// All mails, in the order of their names.
pub(crate) fn mails() -> Vec<Mail> {
    let mut mails: Vec<Mail> = files("eml").into_iter().map(|(name, path)| Mail { name, path }).collect();
    mails.sort_by(|a, b| a.name.cmp(&b.name));
    assert!(!mails.is_empty(), "no mail in {}", root().display());
    mails
}

/// All files with this extension: their names below `corpus/`, and their paths.
pub(crate) fn files(extension: &str) -> Vec<(String, PathBuf)> {
    let mut found = Vec::new();
    let mut folders = vec![root()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == extension) {
                let name = path.strip_prefix(root()).unwrap().to_str().expect("a name in UTF-8");
                found.push((name.replace('\\', "/"), path));
            }
        }
    }
    found.sort();
    found
}

/// The lines of a list in `corpus/`: fields between ` | `, the last one a reason, `#` begins a comment.
pub(crate) fn list(file: &str, fields: usize) -> Vec<Vec<String>> {
    let text = fs::read_to_string(root().join(file)).unwrap_or_else(|error| panic!("corpus/{file}: {error}"));
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let found: Vec<String> = line.splitn(fields, " | ").map(|field| field.trim().to_owned()).collect();
            assert!(
                found.len() == fields && found.iter().all(|f| !f.is_empty()),
                "corpus/{file}: {fields} fields: {line}"
            );
            found
        })
        .collect()
}
