//! What is SQLite's own: files, versions, processes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::field_reassign_with_default)]

mod suppression_util;

use mailbounce::suppression::{Durability, Ledger, Scope, SqliteLedger, SuppressionList};
use mailbounce::{Reason, Reply, classify_reply};
use suppression_util::*;

struct File(std::path::PathBuf);

impl File {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("mailbounce-sqlite-{}-{name}", std::process::id()));
        let file = Self(path);
        file.remove();
        file
    }

    fn remove(&self) {
        for end in ["", "-wal", "-shm"] {
            let _ = std::fs::remove_file(format!("{}{end}", self.0.display()));
        }
    }
}

impl Drop for File {
    fn drop(&mut self) {
        self.remove();
    }
}

#[test]
fn what_was_recorded_is_there_after_reopening() {
    let file = File::new("reopen");
    let events = row(&failure(Reason::MailboxFull), &[0, 1, 2]);
    SqliteLedger::open(&file.0).unwrap().record(&events).unwrap();
    for durability in [Durability::Full, Durability::Normal] {
        let ledger = SqliteLedger::open_with(&file.0, durability).unwrap();
        assert_eq!(ledger.histories(&[kijitora()]).unwrap(), [history(events.clone())]);
    }
}

#[test]
fn the_horizon_is_kept_in_the_file() {
    let file = File::new("horizon");
    SqliteLedger::open(&file.0).unwrap().prune(at(10), &|_| Vec::new()).unwrap();
    let ledger = SqliteLedger::open(&file.0).unwrap();
    ledger.record(&row(&failure(Reason::MailboxFull), &[9, 11])).unwrap();
    assert_eq!(ledger.histories(&[kijitora()]).unwrap()[0].events().len(), 1);
}

#[test]
fn schema_1_is_what_it_was() {
    let file = File::new("schema");
    drop(SqliteLedger::open(&file.0).unwrap());
    let raw = rusqlite::Connection::open(&file.0).unwrap();
    let number = |name| raw.pragma_query_value(None, name, |r| r.get::<_, i64>(0)).unwrap();
    assert_eq!((number("user_version"), number("application_id")), (1, 0x6d62_6e63));
    let mut statement = raw.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name").unwrap();
    let tables: Vec<String> = statement.query_map([], |r| r.get(0)).unwrap().map(Result::unwrap).collect();
    let folded: Vec<String> = tables.iter().map(|t| t.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    assert_eq!(
        folded,
        [
            "CREATE TABLE event ( mailbox TEXT NOT NULL, id BLOB NOT NULL, rank INTEGER NOT NULL, body TEXT NOT NULL, \
             PRIMARY KEY (mailbox, id) ) STRICT, WITHOUT ROWID",
            "CREATE TABLE meta (name TEXT NOT NULL PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID",
        ]
    );
}

#[test]
fn files_of_others_and_of_the_future_are_refused() {
    let file = File::new("newer");
    drop(SqliteLedger::open(&file.0).unwrap());
    let raw = rusqlite::Connection::open(&file.0).unwrap();
    raw.pragma_update(None, "user_version", 999).unwrap();
    let error = SqliteLedger::open(&file.0).unwrap_err();
    assert_eq!(error.to_string(), "ledger: opening: the file was written by a newer version");
    assert!(!error.is_retryable());

    let other = File::new("other");
    let raw = rusqlite::Connection::open(&other.0).unwrap();
    raw.execute_batch("PRAGMA application_id = 7; PRAGMA user_version = 1; CREATE TABLE event (x)").unwrap();
    assert_eq!(SqliteLedger::open(&other.0).unwrap_err().to_string(), "ledger: opening: the file is another program's");

    let junk = File::new("junk");
    std::fs::write(&junk.0, "this is no database ".repeat(100)).unwrap();
    assert!(!SqliteLedger::open(&junk.0).unwrap_err().is_retryable());
    assert!(SqliteLedger::open("/nowhere/at/all/ledger.db").is_err());
}

#[test]
fn two_that_open_a_new_file_at_once_make_it_once() {
    for turn in 0..10 {
        let file = File::new(&format!("race{turn}"));
        std::thread::scope(|scope| {
            for worker in 0..4 {
                let path = &file.0;
                scope.spawn(move || {
                    let ledger = SqliteLedger::open(path).unwrap();
                    ledger.record(&[fails(&format!("m{worker}"), failure(Reason::MailboxFull), at(worker))]).unwrap();
                });
            }
        });
        let ledger = SqliteLedger::open(&file.0).unwrap();
        assert_eq!(ledger.histories(&[kijitora()]).unwrap()[0].events().len(), 4);
    }
}

#[test]
fn a_row_that_can_not_be_read_is_an_error_not_a_loss() {
    let file = File::new("corrupt");
    let ledger = SqliteLedger::open(&file.0).unwrap();
    ledger.record(&row(&failure(Reason::MailboxFull), &[0])).unwrap();
    let raw = rusqlite::Connection::open(&file.0).unwrap();
    raw.execute("UPDATE event SET body = ''", []).unwrap();
    let error = ledger.histories(&[kijitora()]).unwrap_err();
    assert!(!error.is_retryable(), "{error}");
}

/// Who is forgotten stands nowhere in the file and its log any more, also where pages were split since.
#[test]
fn what_is_forgotten_is_overwritten() {
    let file = File::new("forget");
    let ledger = SqliteLedger::open(&file.0).unwrap();
    let list = SuppressionList::new(&ledger);
    let say = |to: &str| {
        let text = format!("550 5.1.2 <{to}> host unknown");
        let reply = Reply::new(text.as_bytes());
        list.observe_reply(&mailbox(to), Some("m"), &reply, &classify_reply(&reply), at(0)).unwrap();
    };
    let octets = || ["", "-wal"].map(|end| std::fs::read(format!("{}{end}", file.0.display())).unwrap_or_default());
    let found = || octets().iter().flat_map(|o| o.windows(11)).filter(|w| *w == b"gdpr.person").count();
    (0..400).for_each(|i| say(&format!("user{i}@example.jp")));
    say("gdpr.person@example.jp");
    (400..800).for_each(|i| say(&format!("gdpr.neko{i}@example.jp")));
    assert_ne!(found(), 0);
    list.forget(&mailbox("gdpr.person@example.jp")).unwrap();
    assert_eq!(found(), 0);
    assert_eq!(list.may_send(&mailbox("gdpr.person@example.jp"), at(0)).unwrap().scope(), Scope::Address);
    drop(ledger);
    assert_eq!(found(), 0);
}
