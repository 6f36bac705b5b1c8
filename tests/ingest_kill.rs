//! The example `ingest`, killed at random points and run again, ends in the state of one clean run.
//!
//! Three kills a ledger in a plain run; `MAILBOUNCE_KILLS=50` for more. PostgreSQL and Redis where their features and servers are: see
//! `tests/servers`.
#![cfg(feature = "sqlite")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod programs;
#[allow(dead_code)] // The other ledgers' part of it.
mod servers;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use mailbounce::suppression::{History, Ledger, SqliteLedger};

const NOW: &str = "2026-03-01T00:00:00Z";
/// Mails that are read: enough that a run takes a while, in several writes.
const MAILS: usize = if cfg!(debug_assertions) { 1500 } else { 12_000 };

/// A folder that goes with the test.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        let path = std::env::temp_dir().join(format!("mailbounce-kill-{}", servers::unique()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Mails of the corpus, over and over with other names in them, half as files and half in an mbox, with times of their own.
fn mails(folder: &Path) {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let mut found = Vec::new();
    let mut folders = vec![corpus];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else if entry.extension().is_some_and(|e| e == "eml") {
                found.push(entry);
            }
        }
    }
    found.sort();
    assert!(!found.is_empty(), "no corpus");
    let files = folder.join("mails");
    std::fs::create_dir_all(&files).unwrap();
    let mut mbox = Vec::new();
    for i in 0..MAILS {
        let mail = std::fs::read(&found[i % found.len()]).unwrap();
        // Another sender's domain makes another mail.
        let mail = replaced(&mail, b"shop.example", format!("shop{}.example", i % 97).as_bytes());
        if i % 2 == 0 {
            let path = files.join(format!("{i:05}.eml"));
            std::fs::write(&path, mail).unwrap();
            let at = std::time::UNIX_EPOCH + Duration::from_secs(1_770_000_000 + i as u64 * 61);
            std::fs::File::options().write(true).open(&path).unwrap().set_modified(at).unwrap();
        } else {
            mbox.extend_from_slice(
                format!("From x@y.example Sun Feb  1 {:02}:{:02}:00 2026\n", i % 24, i % 60).as_bytes(),
            );
            mbox.extend_from_slice(&mail);
            mbox.extend_from_slice(b"\n\n");
        }
    }
    std::fs::write(folder.join("all.mbox"), mbox).unwrap();
}

fn replaced(text: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.windows(from.len()).position(|w| w == from) {
        out.extend_from_slice(&rest[..at]);
        out.extend_from_slice(to);
        rest = &rest[at + from.len()..];
    }
    out.extend_from_slice(rest);
    out
}

fn program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| programs::example("ingest"))
}

fn ingest(folder: &Path, run: &Path, ledger: &str) -> Command {
    std::fs::create_dir_all(run).unwrap();
    let mut command = Command::new(program());
    command.current_dir(run).arg(folder.join("mails")).arg(folder.join("all.mbox"));
    command.args(["--ledger", ledger, "--now", NOW, "--report", "report.html"]);
    command.stdout(Stdio::null()).stderr(Stdio::inherit());
    command
}

/// What a ledger holds, and what the page says of it.
struct State {
    histories: Vec<History>,
    report: String,
}

fn state(ledger: &dyn Ledger, run: &Path) -> State {
    let mut report = std::fs::read_to_string(run.join("report.html")).unwrap();
    // The ledger's own name is another.
    let name = report.find("<p class=\"dim\">").unwrap();
    let end = report[name..].find(" · ").unwrap();
    report.replace_range(name..name + end, "");
    State { histories: servers::everything(&ledger), report }
}

/// Runs to the end once, and then with kills in between on another ledger; compares.
fn survives(folder: &Path, names: [&str; 2], open: &dyn Fn(&Path, &str) -> Box<dyn Ledger>) {
    let kills: usize = std::env::var("MAILBOUNCE_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(3);
    let (clean_run, killed_run) =
        (folder.join("clean").join(names[0].replace('/', "_")), folder.join("killed").join(names[1].replace('/', "_")));
    // Built before the clock runs: how long a clean run takes says when to kill.
    program();
    let start = Instant::now();
    assert!(ingest(folder, &clean_run, names[0]).status().unwrap().success());
    let whole = start.elapsed();
    let clean = state(&*open(&clean_run, names[0]), &clean_run);
    assert!(clean.histories.iter().map(|h| h.events().len()).sum::<usize>() > 500, "too little is read");

    let all = noted(&clean_run);
    let (mut seed, mut killed, mut rounds) = (0x2545_f491_4f6c_dd1d_u64 ^ u64::from(std::process::id()), 0, 0);
    let mut states = BTreeSet::new();
    while killed < kills {
        // Anew when it got to its end: the kills shall meet every part of the work.
        if noted(&killed_run) >= all {
            let ledger = open(&killed_run, names[1]);
            servers::everything(&ledger).iter().for_each(|h| ledger.forget(h.mailbox()).unwrap());
            drop(ledger);
            std::fs::remove_dir_all(&killed_run).unwrap();
        }
        rounds += 1;
        let mut child = ingest(folder, &killed_run, names[1]).spawn().unwrap();
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        std::thread::sleep(whole.mul_f64((seed >> 11) as f64 / (1_u64 << 53) as f64));
        // SIGKILL, on Unix.
        if child.try_wait().unwrap().is_none() && child.kill().is_ok() {
            killed += 1;
        }
        child.wait().unwrap();
        states.insert(noted(&killed_run));
        assert!(rounds < kills * 20 + 20, "the program is too quick to be killed");
    }
    assert!(ingest(folder, &killed_run, names[1]).status().unwrap().success());
    let after = state(&*open(&killed_run, names[1]), &killed_run);
    let amid = states.iter().filter(|noted| **noted < all).count();
    println!(
        "{}: {killed} kills, after {amid} different numbers of the {all} mails; a clean run takes {whole:.1?}",
        names[0]
    );
    assert_eq!(after.histories, clean.histories);
    assert!(after.report == clean.report, "the pages differ: {} and {}", clean_run.display(), killed_run.display());
}

/// Lines that were noted when the program was killed.
fn noted(run: &Path) -> usize {
    let files = std::fs::read_dir(run).into_iter().flatten().map(|e| e.unwrap().path());
    let lines = |path: PathBuf| std::fs::read(path).unwrap().iter().filter(|b| **b == b'\n').count();
    files.filter(|path| path.extension().is_some_and(|e| e == "jsonl")).map(lines).sum()
}

#[test]
fn sqlite_survives_kills() {
    let folder = Folder::new();
    mails(&folder.0);
    survives(&folder.0, ["a.sqlite", "b.sqlite"], &|run, name| Box::new(SqliteLedger::open(run.join(name)).unwrap()));
}

#[cfg(feature = "postgres")]
#[test]
fn postgres_survives_kills() {
    use mailbounce::suppression::PostgresLedger;
    let Some(server) = servers::url("MAILBOUNCE_TEST_POSTGRES") else { return };
    let folder = Folder::new();
    mails(&folder.0);
    let sql = |text: &str| {
        servers::runtime().block_on(async {
            let (client, connection) = tokio_postgres::connect(&server, tokio_postgres::NoTls).await.unwrap();
            tokio::spawn(connection);
            client.batch_execute(text).await.unwrap();
        });
    };
    let schemas = [servers::unique(), servers::unique()];
    schemas.iter().for_each(|name| sql(&format!("DROP SCHEMA IF EXISTS {name} CASCADE; CREATE SCHEMA {name}")));
    let urls = schemas.clone().map(|name| format!("{server}?options=-csearch_path%3D{name}"));
    survives(&folder.0, [&urls[0], &urls[1]], &|_, url| {
        Box::new(servers::driven(servers::runtime().block_on(PostgresLedger::connect(url)).unwrap()))
    });
    schemas.iter().for_each(|name| sql(&format!("DROP SCHEMA {name} CASCADE")));
}

/// Two databases of one server, emptied before and after: `ingest` knows of no prefix.
#[cfg(feature = "redis")]
#[test]
fn redis_survives_kills() {
    use mailbounce::suppression::RedisLedger;
    let Some(server) = servers::url("MAILBOUNCE_TEST_REDIS") else { return };
    let folder = Folder::new();
    mails(&folder.0);
    let urls = [14, 15].map(|database| format!("{server}/{database}"));
    let empty = || {
        for url in &urls {
            let mut connection = redis::Client::open(url.as_str()).unwrap().get_connection().unwrap();
            redis::cmd("FLUSHDB").exec(&mut connection).unwrap();
        }
    };
    empty();
    survives(&folder.0, [&urls[0], &urls[1]], &|_, url| {
        Box::new(servers::driven(servers::runtime().block_on(RedisLedger::connect(url)).unwrap()))
    });
    empty();
}
