//! Counts instructions of the main cases under callgrind and compares them with `instructions.json`.
//!
//! Timings are noise on a shared machine, instructions are not: the same build gives the same count to about 0.1 %.
//!
//! `cargo bench --bench instructions` fails where a case differs from the committed figure by more than 3 %, in either
//! direction: what became faster is to be committed too. `cargo bench --bench instructions -- --update` writes the
//! figures of this build. `-- --profile FOLDER` counts the corpus by kind of mail beside mail-parser, and leaves callgrind's
//! files for `callgrind_annotate`.

#![allow(clippy::expect_used, clippy::panic)]

mod support;

use std::collections::BTreeMap;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, fs};

use mail_parser::MessageParser;
use mailbounce::suppression::{Event, Failure, History, Standard, SuppressionPolicy, Surroundings};
use mailbounce::{Mailbox, Reply, SmtpCommand, Timestamp, classify, classify_reply};

use support::{Work, corpus, large_original, replies};

/// How far a count may be from the committed one.
const TOLERANCE: f64 = 0.03;

/// What is run under callgrind; nothing else is counted.
type Job = Box<dyn Fn()>;

/// A case: its name, whether tables are built before the count, and how to prepare it.
struct Case {
    name: &'static str,
    warm: bool,
    prepare: fn() -> Job,
}

const CASES: &[Case] = &[
    Case { name: "report", warm: true, prepare: || mail(include_bytes!("mails/report.eml")) },
    Case { name: "free-text", warm: true, prepare: || mail(include_bytes!("mails/free-text.eml")) },
    Case { name: "complaint", warm: true, prepare: || mail(include_bytes!("mails/complaint.eml")) },
    Case { name: "ordinary", warm: true, prepare: || mail(include_bytes!("mails/ordinary.eml")) },
    Case { name: "auto-reply", warm: true, prepare: || mail(include_bytes!("mails/auto-reply.eml")) },
    Case { name: "large-original-25-mb", warm: true, prepare: || mail(&large_original(25_000_000)) },
    Case { name: "replies-of-100-bytes", warm: true, prepare: || live(100) },
    Case { name: "replies-of-400-bytes", warm: true, prepare: || live(400) },
    Case { name: "report-with-1000-own-rules", warm: true, prepare: own_rules },
    Case { name: "decide-nothing-known", warm: true, prepare: || decide(0) },
    Case { name: "decide-3-failures", warm: true, prepare: || decide(3) },
    Case { name: "decide-300-failures", warm: true, prepare: || decide(300) },
    Case { name: "first-call", warm: false, prepare: || mail(include_bytes!("mails/report.eml")) },
];

fn mail(bytes: &[u8]) -> Job {
    let bytes = bytes.to_vec();
    Box::new(move || drop(black_box(classify(black_box(&bytes)))))
}

fn live(length: usize) -> Job {
    let replies = replies(100, length);
    Box::new(move || {
        for reply in &replies {
            let reply = Reply::new(black_box(reply)).remote_mta("mx.example.com").command(SmtpCommand::Rcpt);
            drop(black_box(classify_reply(&reply)));
        }
    })
}

fn own_rules() -> Job {
    let classifier = support::own_rules(1_000);
    let bytes = include_bytes!("mails/report.eml");
    Box::new(move || drop(black_box(classifier.classify(black_box(bytes)))))
}

/// The default policy on a mailbox that was full on as many days; it does not know how many other mailboxes there are.
fn decide(failures: i64) -> Job {
    let mailbox: Mailbox = "kijitora@example.jp".parse().expect("a mailbox");
    let (start, day) = (Timestamp(1_772_323_200), 86_400);
    let reply = Reply::new(b"452 4.2.2 Mailbox full").command(SmtpCommand::Rcpt);
    let failure = Failure::of_reply(&reply, &classify_reply(&reply));
    let event = |n: i64| Event::failure(mailbox.clone(), Some(&n.to_string()), failure.clone(), start.plus(n * day));
    let mut history = History::new(mailbox.clone());
    history.extend((0..failures).map(event));
    let (policy, surroundings, now) = (Standard::default(), Surroundings::default(), start.plus(failures * day));
    Box::new(move || drop(black_box(policy.decide(black_box(&history), &surroundings, now))))
}

/// All mails of one kind in the corpus.
fn kind(work: Work) -> Job {
    let mails: Vec<Vec<u8>> = corpus().into_iter().filter(|s| s.work == work).map(|s| s.bytes).collect();
    Box::new(move || mails.iter().for_each(|mail| drop(black_box(classify(black_box(mail))))))
}

/// The same mails, read by mail-parser alone.
fn floor(work: Work) -> Job {
    let mails: Vec<Vec<u8>> = corpus().into_iter().filter(|s| s.work == work).map(|s| s.bytes).collect();
    Box::new(move || {
        mails.iter().for_each(|mail| drop(black_box(MessageParser::default().parse(black_box(&mail[..])))))
    })
}

/// The function that callgrind collects; its name is what `--toggle-collect` looks for.
#[inline(never)]
fn mailbounce_collected(job: &Job) {
    job();
    black_box(());
}

fn main() -> ExitCode {
    let args: Vec<String> = env::args().collect();
    let value_of = |flag: &str| args.iter().position(|a| a == flag).and_then(|at| args.get(at + 1));
    if let Some(name) = value_of("--case") {
        run(name);
        return ExitCode::SUCCESS;
    }
    if Command::new("valgrind").arg("--version").output().is_err() {
        eprintln!("instructions: NOT MEASURED: valgrind is not installed (apt-get install valgrind)");
        return ExitCode::FAILURE;
    }
    if let Some(folder) = value_of("--profile") {
        profile(Path::new(folder));
        return ExitCode::SUCCESS;
    }
    compare(args.iter().any(|a| a == "--update"))
}

/// Inside callgrind: one case, once.
fn run(name: &str) {
    if let Some((side, work)) = name.split_once('/') {
        let work = Work::ALL.into_iter().find(|w| w.name() == work).unwrap_or_else(|| panic!("no kind {work}"));
        let job = if side == "floor" { floor(work) } else { kind(work) };
        job();
        return mailbounce_collected(&job);
    }
    let case = CASES.iter().find(|case| case.name == name).unwrap_or_else(|| panic!("no case {name}"));
    let job = (case.prepare)();
    if case.warm {
        job();
    }
    mailbounce_collected(&job);
}

/// Measures every case and holds it against the committed figures, or writes them.
fn compare(update: bool) -> ExitCode {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/instructions.json");
    let committed: BTreeMap<String, u64> =
        fs::read(&file).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
    let mut counted = BTreeMap::new();
    let mut wrong = 0;
    println!("{:<28} {:>12} {:>12} {:>8}", "case", "committed", "counted", "change");
    for case in CASES {
        let count = count(case.name, &env::temp_dir().join(format!("mailbounce-{}.callgrind", std::process::id())));
        let before = committed.get(case.name).copied();
        #[allow(clippy::cast_precision_loss)] // Far below 2^52.
        let change = before.map(|before| count as f64 / before as f64 - 1.0);
        let bad = change.is_none_or(|change| change.abs() > TOLERANCE);
        wrong += usize::from(bad);
        println!(
            "{:<28} {:>12} {:>12} {:>8}{}",
            case.name,
            before.map_or("-".into(), |b| b.to_string()),
            count,
            change.map_or("-".into(), |c| format!("{:+.1} %", c * 100.0)),
            if bad { "  <--" } else { "" }
        );
        counted.insert(case.name.to_owned(), count);
    }
    if update {
        let mut text = serde_json::to_string_pretty(&counted).expect("numbers are JSON");
        text.push('\n');
        fs::write(&file, text).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
        println!("written: {}", file.display());
        return ExitCode::SUCCESS;
    }
    if wrong > 0 {
        eprintln!(
            "instructions: {wrong} of {} cases are not within 3 %; if that is meant: cargo bench --bench instructions -- --update",
            CASES.len()
        );
        return ExitCode::FAILURE;
    }
    println!("instructions: {} cases within 3 %", CASES.len());
    ExitCode::SUCCESS
}

/// Callgrind's files of each kind of mail in the corpus and of each case, and how the kinds compare with mail-parser.
#[allow(clippy::cast_precision_loss)] // Far below 2^52.
fn profile(folder: &Path) {
    fs::create_dir_all(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut kinds = Vec::new();
    for work in Work::ALL {
        // A case may have the name of a kind.
        let file = folder.join(format!("corpus-{}.callgrind", work.name()));
        let mails = corpus().iter().filter(|s| s.work == work).count() as u64;
        if mails == 0 {
            continue;
        }
        let ours = callgrind(&format!("corpus/{}", work.name()), &file);
        let floor =
            callgrind(&format!("floor/{}", work.name()), &folder.join(format!("floor-{}.callgrind", work.name())));
        println!(
            "{:<10} {mails:>5} mails, {:>8} instructions a mail; mail-parser {:>8}; ratio {:.2}  {}",
            work.name(),
            ours / mails,
            floor / mails,
            ours as f64 / floor as f64,
            file.display()
        );
        kinds
            .push(serde_json::json!({ "kind": work.name(), "mails": mails, "mailbounce": ours, "mail-parser": floor }));
    }
    // For benches/render.py.
    let json = serde_json::to_vec_pretty(&kinds).expect("numbers are JSON");
    fs::write(folder.join("kinds.json"), json).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    for case in CASES {
        callgrind(case.name, &folder.join(format!("{}.callgrind", case.name)));
    }
}

fn count(case: &str, file: &PathBuf) -> u64 {
    let total = callgrind(case, file);
    let _ = fs::remove_file(file);
    total
}

/// Runs a case under callgrind and reads the total from its file.
fn callgrind(case: &str, file: &Path) -> u64 {
    let program = env::current_exe().expect("a bench is a program");
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--collect-atstart=no", "--toggle-collect=*mailbounce_collected*"])
        .arg(format!("--callgrind-out-file={}", file.display()))
        .arg(program)
        .args(["--case", case])
        .output()
        .expect("valgrind runs");
    assert!(output.status.success(), "{case}: {}", String::from_utf8_lossy(&output.stderr));
    let text = fs::read_to_string(file).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
    let total = text.lines().find_map(|line| line.strip_prefix("totals: ").or_else(|| line.strip_prefix("summary: ")));
    total.and_then(|t| t.trim().parse().ok()).unwrap_or_else(|| panic!("{case}: callgrind counted nothing"))
}
