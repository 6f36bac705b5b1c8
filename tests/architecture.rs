//! Holds the house in order: imports go up its list of layers only, each foreign crate stands behind the one door that it has, the
//! library reads no clock and does no I/O, and no file grows beyond what a reader takes in.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The layers, lowest first. A module may use those of its own layer and of the layers above it in this list.
const LAYERS: &[(&str, &[&str])] = &[
    (
        "words",
        &[
            "word",
            "error",
            "limits",
            "time",
            "status",
            "reply",
            "reason",
            "mailbox",
            "pieces",
            "lanes",
            "word_list",
            "return_path",
            "signed_return_path",
        ],
    ),
    ("results", &["bounce"]),
    (
        "readers",
        &[
            "field_name",
            "fields",
            "header_value",
            "html",
            "quoted_printable",
            "mime",
            "original",
            "envelope",
            "auto_reply",
            "report",
            "transcript",
        ],
    ),
    ("knowledge", &["rule", "phrases", "remote_mta", "reporting_mta"]),
    ("judgement", &["accused", "verdict", "attribution"]),
    ("pipeline", &["pipeline"]),
    ("entry points", &["classifier"]),
];

/// Uses words and results, and nothing else: what remembers bounces must not depend on how they are read.
const SUPPRESSION: &str = "suppression";

/// What may be named only below a path of `src/`; the empty path: nowhere.
const DOORS: &[(&str, &[&str])] = &[
    ("mail_parser", &["mime.rs"]),
    ("wide", &["lanes.rs"]),
    ("regex", &["rule/"]),
    ("aho_corasick", &["rule/"]),
    ("rusqlite", &["suppression/sqlite"]),
    ("postgres", &["suppression/"]),
    ("redis", &["suppression/"]),
    ("SystemTime", &[]),
    ("Instant", &["suppression/postgres", "suppression/redis", "suppression/sqlite"]),
    ("println", &[]),
    ("eprintln", &[]),
    ("dbg", &[]),
    ("std::fs", &[]),
    ("std::net", &["suppression/postgres", "suppression/redis"]),
    ("std::env", &[]),
    ("std::process", &[]),
    ("std::thread", &["suppression/"]),
];

const LINES: usize = 500;

/// Files that may be longer: one table, read by looking something up.
const TABLES: &[&str] = &["phrases/", "remote_mta/", "reporting_mta/layouts", "status.rs"];

#[derive(Debug)]
struct File {
    /// Below `src/`, with `/`.
    name: String,
    text: String,
}

#[test]
fn the_house_is_in_order() {
    let mut files = Vec::new();
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), "", &mut files);
    let violations = violations(&files);
    assert!(violations.is_empty(), "\n\n{}\n", violations.join("\n"));
}

#[test]
fn disorder_is_found() {
    let file = |name: &str, text: &str| File { name: name.into(), text: text.into() };
    let found = violations(&[
        file("lib.rs", "mod mime;\npub use classifier::{Classifier, classify};\npub use reply::Reply;\n"),
        file("reply.rs", "use crate::bounce::Bounce;\n"),
        file(
            "bounce.rs",
            "use crate::{reply::Reply, verdict::{self, Facts}, word};\nfn f() { crate::mime::read(); }\n",
        ),
        file(
            "report/dsn.rs",
            "/// As [`crate::classify`].\nuse crate::Reply;\nfn f() { let _ = \"crate::pipeline\"; crate::classify(b\"\") }\n",
        ),
        file("verdict.rs", "use mail_parser::Message;\nuse regex::Regex;\nuse std::time::{Instant, SystemTime};\n"),
        file("rule/own.rs", "use regex::Regex;\nuse super::super::verdict;\n"),
        file(
            "mime.rs",
            "use mail_parser::Message;\n#[cfg(test)]\nmod tests {\n    use crate::classifier::classify;\n}\n",
        ),
        file(
            "suppression/event.rs",
            "use crate::bounce::Bounce;\nuse crate::time::Timestamp;\nuse crate::transcript;\nuse super::policy;\n",
        ),
        file("stranger.rs", "\n"),
        file("time.rs", &"let x = 1;\n\n// a comment\n".repeat(LINES + 1)),
        file("phrases/english/mailbox.rs", &"let x = 1;\n".repeat(LINES + 1)),
    ]);
    assert_eq!(
        found,
        [
            "reply.rs (words) uses bounce (results)",
            "bounce.rs (results) uses mime (readers)",
            "bounce.rs (results) uses verdict (judgement)",
            "report/dsn.rs (readers) uses classifier (entry points)",
            "verdict.rs names mail_parser",
            "verdict.rs names regex",
            "verdict.rs names SystemTime",
            "verdict.rs names Instant",
            "rule/own.rs names super::super: write crate::",
            "suppression/event.rs uses transcript (readers)",
            "stranger.rs stands in no layer: add it to LAYERS",
            "time.rs has 501 lines of code, more than 500",
        ]
    );
}

fn read(folder: &Path, below: &str, files: &mut Vec<File>) {
    let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        let name = format!("{below}{}", path.file_name().unwrap().to_str().unwrap());
        if path.is_dir() {
            read(&path, &format!("{name}/"), files);
        } else if name.ends_with(".rs") {
            files.push(File { text: fs::read_to_string(&path).unwrap(), name });
        }
    }
}

fn violations(files: &[File]) -> Vec<String> {
    let reexports = files.iter().find(|file| file.name == "lib.rs").map(|file| reexports(&code(&file.text)));
    let mut reexports = reexports.unwrap_or_default();
    for file in files {
        // A macro is used by its name, wherever it stands.
        let macros = file.text.split("macro_rules! ").skip(1).map(|text| word(text).to_owned());
        reexports.extend(macros.map(|name| (name, own_module(file).to_owned())));
    }
    let mut found = Vec::new();
    for file in files.iter().filter(|file| file.name != "lib.rs") {
        let code = code(&file.text);
        let own = own_module(file);
        check_imports(file, own, &code, &reexports, &mut found);
        for (name, doors) in DOORS {
            if names(&code, name) && !doors.iter().any(|door| file.name.starts_with(door)) {
                found.push(format!("{} names {name}", file.name));
            }
        }
        if names(&code, "super::super") {
            found.push(format!("{} names super::super: write crate::", file.name));
        }
        let lines = code.lines().filter(|line| !line.trim().is_empty()).count();
        if lines > LINES && !TABLES.iter().any(|table| file.name.starts_with(table)) {
            found.push(format!("{} has {lines} lines of code, more than {LINES}", file.name));
        }
    }
    found
}

fn own_module(file: &File) -> &str {
    file.name.split(['/', '.']).next().unwrap_or_default()
}

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|(_, modules)| modules.contains(&module))
}

fn check_imports(file: &File, own: &str, code: &str, reexports: &BTreeMap<String, String>, found: &mut Vec<String>) {
    let own_layer = layer(own);
    if own_layer.is_none() && own != SUPPRESSION {
        found.push(format!("{} stands in no layer: add it to LAYERS", file.name));
        return;
    }
    let mut used: Vec<&str> = uses(code).iter().map(|&name| reexports.get(name).map_or(name, String::as_str)).collect();
    used.sort_unstable();
    used.dedup();
    for module in used.into_iter().filter(|module| *module != own) {
        let Some(at) = layer(module) else {
            found.push(format!("{} uses {module}, which stands in no layer", file.name));
            continue;
        };
        let name = LAYERS[at].0;
        match own_layer {
            Some(own_layer) if at > own_layer => {
                found.push(format!("{} ({}) uses {module} ({name})", file.name, LAYERS[own_layer].0));
            }
            // Words and results are the first two.
            None if at > 1 => found.push(format!("{} uses {module} ({name})", file.name)),
            _ => {}
        }
    }
}

/// The code of a file: without comments, without the contents of strings, and without its tests.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if rest.starts_with("//") {
            rest = rest.find('\n').map_or("", |end| &rest[end..]);
        } else if rest.starts_with("/*") {
            rest = rest.find("*/").map_or("", |end| &rest[end + 2..]);
        } else if let Some(raw) = rest.strip_prefix("r#\"") {
            out.push_str("\"\"");
            rest = raw.find("\"#").map_or("", |end| &raw[end + 2..]);
        } else if rest.starts_with("'\"'") {
            rest = &rest[3..];
        } else if c == '"' {
            out.push_str("\"\"");
            rest = after_string(&rest[1..]);
        } else {
            out.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    out
}

fn after_string(text: &str) -> &str {
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return &text[at + 1..],
            _ => {}
        }
    }
    ""
}

/// The first names after each `crate::`, also in a group.
fn uses(code: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for (at, prefix) in code.match_indices("crate::") {
        if code[..at].ends_with(is_word) {
            continue;
        }
        let rest = &code[at + prefix.len()..];
        match rest.strip_prefix('{') {
            None => found.push(word(rest)),
            Some(group) => found.extend(group_members(group)),
        }
    }
    found
}

/// The first name of each member of a group, up to its closing brace.
fn group_members(group: &str) -> Vec<&str> {
    let (mut depth, mut start, mut members) = (0, 0, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                members.push(word(group[start..at].trim_start()));
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                members.push(word(group[start..at].trim_start()));
                start = at + 1;
            }
            _ => {}
        }
    }
    members.retain(|member| !member.is_empty() && *member != "self");
    members
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn word(text: &str) -> &str {
    text.split(|c| !is_word(c)).next().unwrap_or_default()
}

/// What `lib.rs` exports, and the module that it is from.
fn reexports(code: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for statement in code.split("pub use ").skip(1) {
        let statement = statement.split(';').next().unwrap_or_default();
        let module = word(statement);
        let Some((_, exported)) = statement.split_once("::") else { continue };
        let members = match exported.strip_prefix('{') {
            Some(group) => group_members(group),
            None => vec![word(exported)],
        };
        found.extend(members.into_iter().map(|name| (name.to_owned(), module.to_owned())));
    }
    found
}

/// Whether the code names this, as a whole word.
fn names(code: &str, name: &str) -> bool {
    code.match_indices(name)
        .any(|(at, _)| !code[..at].ends_with(is_word) && !code[at + name.len()..].starts_with(is_word))
}
