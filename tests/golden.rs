//! Each mail of the corpus gives the result that stands beside it.
//!
//! - `UPDATE_GOLDEN=1 cargo test --test golden` rewrites the expectations; look at what `git diff` shows.
//! - `GOLDEN=gmail cargo test --test golden` looks only at mails whose path contains `gmail`.
//! - `corpus/expected_failures.txt` lists mails whose expectation is right though the code does not meet it yet. A listed mail that
//!   passes fails this test, and so does an entry without its mail; its expectation is not rewritten.

mod corpus;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use corpus::Mail;
use mailbounce::{Bounce, classify};
use rayon::prelude::*;
use serde_json::Value;

#[test]
fn mails_give_what_stands_beside_them() {
    let filter = std::env::var("GOLDEN").unwrap_or_default();
    let update = std::env::var_os("UPDATE_GOLDEN").is_some_and(|value| value != "0");
    let expected_failures: BTreeMap<String, String> = corpus::list("expected_failures.txt", 2)
        .into_iter()
        .map(|mut line| (std::mem::take(&mut line[0]), std::mem::take(&mut line[1])))
        .collect();
    let mails = corpus::mails();
    let problems: Vec<String> = mails
        .par_iter()
        .filter(|mail| mail.name.contains(&filter))
        .filter_map(|mail| {
            let known = expected_failures.get(&mail.name);
            let problem = check(mail, update && known.is_none()).err();
            match (problem, known) {
                (None, Some(reason)) => {
                    Some(format!("{}\n  unexpected success: take it off the list ({reason})\n", mail.name))
                }
                (Some(_), Some(_)) => None,
                (problem, None) => problem.map(|problem| format!("{}\n{problem}", mail.name)),
            }
        })
        .collect();
    let stale = expected_failures.keys().filter(|name| !mails.iter().any(|mail| mail.name == **name));
    let stale = stale.map(|name| format!("{name}\n  stands in expected_failures.txt, but not in the corpus\n"));
    let orphans = orphans(&mails).into_iter().map(|name| format!("{name}\n  an expectation without its mail\n"));
    let problems: Vec<String> = problems.into_iter().chain(stale).chain(orphans).collect();
    assert!(
        problems.is_empty(),
        "\n\n{}\n{} problems in {} mails. If the new results are right: UPDATE_GOLDEN=1 cargo test --test golden\n",
        problems.join("\n"),
        problems.len(),
        mails.len(),
    );
}

/// Compares one mail with its expectation, or writes it.
fn check(mail: &Mail, update: bool) -> Result<(), String> {
    let bytes = mail.bytes();
    let bounce = classify(&bytes);
    let got = serde_json::to_value(&bounce).expect("a result can always be written");
    let mut problem = other_line_ends(&bytes, &bounce, &got);
    let path = mail.path.with_extension("json");
    if update {
        let text = serde_json::to_string_pretty(&bounce).expect("a result can always be written") + "\n";
        if fs::read_to_string(&path).ok().as_deref() != Some(text.as_str()) {
            fs::write(&path, text).map_err(|error| format!("  can't write the expectation: {error}\n"))?;
            println!("written: {}", mail.name);
        }
    } else {
        match fs::read(&path).map_err(|error| error.to_string()).and_then(|bytes| {
            serde_json::from_slice(&bytes).map_err(|error| format!("the expectation is no JSON: {error}"))
        }) {
            Ok(expected) => diff("", &expected, &got, &mut problem),
            Err(error) => {
                let _ = writeln!(problem, "  {}: {error}", path.file_name().unwrap_or_default().display());
            }
        }
    }
    if problem.is_empty() { Ok(()) } else { Err(problem) }
}

/// What a mail gives must not depend on how its lines end.
fn other_line_ends(bytes: &[u8], bounce: &Bounce, got: &Value) -> String {
    let mut problem = String::new();
    let lf = replace(bytes, b"\r\n", b"\n");
    let mut forms = vec![("LF", lf.clone()), ("CRLF", replace(&lf, b"\n", b"\r\n"))];
    // A mail with a bare CR in it has no CR form.
    if !lf.contains(&b'\r') {
        forms.push(("CR", replace(&lf, b"\n", b"\r")));
    }
    for (name, form) in forms {
        let other = classify(&form);
        if other != *bounce {
            let _ = writeln!(problem, "  with {name} line ends:");
            diff("", got, &serde_json::to_value(&other).unwrap_or_default(), &mut problem);
        }
    }
    problem
}

fn replace(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len() + bytes.len() / 20);
    let mut rest = bytes;
    while let Some(at) = rest.windows(from.len()).position(|window| window == from) {
        out.extend_from_slice(&rest[..at]);
        out.extend_from_slice(to);
        rest = &rest[at + from.len()..];
    }
    out.extend_from_slice(rest);
    out
}

/// Writes a line for each field that differs.
fn diff(at: &str, expected: &Value, got: &Value, out: &mut String) {
    match (expected, got) {
        (Value::Object(a), Value::Object(b)) => {
            let missing = b.iter().filter(|(key, _)| !a.contains_key(*key)).map(|(key, _)| key);
            for key in a.keys().chain(missing) {
                let path = if at.is_empty() { key.clone() } else { format!("{at}.{key}") };
                match (a.get(key), b.get(key)) {
                    (Some(a), Some(b)) => diff(&path, a, b, out),
                    (Some(a), None) => drop(writeln!(out, "  {path}: expected {a}, got no such field")),
                    (None, Some(b)) => drop(writeln!(out, "  {path}: expected no such field, got {b}")),
                    (None, None) => {}
                }
            }
        }
        (Value::Array(a), Value::Array(b)) => {
            for index in 0..a.len().max(b.len()) {
                let path = format!("{at}[{index}]");
                match (a.get(index), b.get(index)) {
                    (Some(a), Some(b)) => diff(&path, a, b, out),
                    (Some(a), None) => drop(writeln!(out, "  {path}: expected {a}, got nothing")),
                    (None, Some(b)) => drop(writeln!(out, "  {path}: expected nothing, got {b}")),
                    (None, None) => {}
                }
            }
        }
        (a, b) if a != b => drop(writeln!(out, "  {at}: expected {a}, got {b}")),
        _ => {}
    }
}

/// Expectations whose mail is gone.
fn orphans(mails: &[Mail]) -> Vec<String> {
    let folders: std::collections::BTreeSet<&str> = mails.iter().map(Mail::folder).collect();
    let of_a_mail = |name: &str| mails.iter().any(|mail| mail.name.strip_suffix(".eml") == name.strip_suffix(".json"));
    let beside_mails = |name: &str| folders.contains(name.rsplit_once('/').map_or("", |(folder, _)| folder));
    corpus::files("json")
        .into_iter()
        .map(|(name, _)| name)
        .filter(|name| beside_mails(name) && !of_a_mail(name))
        .collect()
}
