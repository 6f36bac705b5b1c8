//! The example `ingest`, as a person runs it.
#![cfg(feature = "sqlite")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod programs;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::time::{Duration, UNIX_EPOCH};

use mailbounce::Timestamp;
use mailbounce::suppression::{History, Ledger, SqliteLedger};

const NOW: &str = "2026-03-10T00:00:00Z";

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("mailbounce-ingest-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn write(&self, path: &str, mail: &str, at: Timestamp) {
        let path = self.0.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, mail).unwrap();
        let time = UNIX_EPOCH + Duration::from_secs(at.0.unsigned_abs());
        std::fs::File::options().write(true).open(path).unwrap().set_modified(time).unwrap();
    }

    fn run(&self, arguments: &[&str]) -> String {
        static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
        let program = PROGRAM.get_or_init(|| programs::example("ingest"));
        let output = Command::new(program).current_dir(&self.0).args(arguments).args(["--now", NOW]).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    fn history(&self, mailbox: &str) -> History {
        let ledger = SqliteLedger::open(self.0.join("mailbounce.sqlite")).unwrap();
        ledger.histories(&[mailbox.parse().unwrap()]).unwrap().pop().unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn report(address: &str, said: &str) -> String {
    format!(
        "Received: by mx.shop.example (Postfix) id 1; Sun, 1 Mar 2026 12:00:00 +0000 (UTC)\n\
         Date: Thu, 1 Jan 2037 00:00:00 +0000\nFrom: MAILER-DAEMON@mx.shop.example (Mail Delivery System)\n\
         Subject: Undelivered Mail Returned to Sender\nAuto-Submitted: auto-replied\nMIME-Version: 1.0\n\
         Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\n\n\
         --b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.shop.example\n\n\
         Final-Recipient: rfc822; {address}\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 {said}\n\n--b--\n"
    )
}

fn time(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn tree(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()) {
        if entry.is_dir() {
            files.extend(tree(&entry));
        } else {
            files.push((entry.clone(), std::fs::read(entry).unwrap()));
        }
    }
    files.sort();
    files
}

#[test]
fn a_folder_may_hold_other_files_than_mails() {
    let folder = Folder::new("others");
    folder.write("mails/1.eml", &report("a@x.example", "550 5.1.1 User unknown"), Timestamp(1_772_000_000));
    folder.write("mails/run", "#!/bin/sh\nexit 0\n", Timestamp(1_772_000_000));
    folder.write("mails/notes.txt", "# Notes\nFrom: nobody\n", Timestamp(1_772_000_000));
    let said = folder.run(&["mails"]);
    assert!(said.starts_with("1 mail read, 2 files left out: no mails\n"), "{said}");
    // Who is named is read.
    let said = folder.run(&["mails/notes.txt"]);
    assert!(said.starts_with("1 mail read\n"), "{said}");
}

#[test]
fn each_mail_is_read_once_and_left_alone() {
    let folder = Folder::new("once");
    let at = time("2026-03-09T08:00:00Z");
    folder.write("mails/Maildir/new/1773014400.M1P1.host", &report("a@customer.example", "user unknown"), at);
    folder.write("mails/Maildir/cur/1773014401.M1P1.host:2,S", &report("b@customer.example", "user unknown"), at);
    std::fs::create_dir_all(folder.0.join("mails/Maildir/tmp")).unwrap();
    folder.write("mails/c.eml", &report("c@customer.example", "user unknown"), at);
    let from = "From MAILER-DAEMON Mon Mar  9 10:00:00 2026\n";
    let mails =
        ["d", "e"].map(|name| format!("{from}{}\n", report(&format!("{name}@customer.example"), "user unknown")));
    folder.write("mails/inbox.mbox", &mails.concat(), at);
    let before = tree(&folder.0.join("mails"));

    let said = folder.run(&["mails"]);
    assert!(said.starts_with("5 mails read\n"), "{said}");
    assert!(folder.run(&["mails"]).starts_with("0 mails read, 5 known already"));
    assert_eq!(tree(&folder.0.join("mails")), before, "no mail was touched");
    // A client has read it; the server gave it a flag. It is the same mail.
    let maildir = folder.0.join("mails/Maildir");
    std::fs::rename(maildir.join("new/1773014400.M1P1.host"), maildir.join("cur/1773014400.M1P1.host:2,RS")).unwrap();
    assert!(folder.run(&["mails"]).starts_with("0 mails read, 5 known already"));
    assert!(folder.run(&["mails", "--again"]).starts_with("5 mails read"));
    for name in ["a", "b", "c", "d", "e"] {
        assert_eq!(folder.history(&format!("{name}@customer.example")).events().len(), 1, "{name}");
    }
    // A ledger that is gone is filled anew, whatever was noted.
    for file in std::fs::read_dir(&folder.0).unwrap().map(|e| e.unwrap().path()) {
        if file.to_string_lossy().contains("mailbounce.sqlite") && !file.to_string_lossy().ends_with(".jsonl") {
            std::fs::remove_file(file).unwrap();
        }
    }
    assert!(folder.run(&["mails"]).starts_with("5 mails read"));
}

#[test]
fn time_is_when_it_was_received_never_the_date() {
    let folder = Folder::new("time");
    let at = time("2026-03-09T08:00:00Z");
    folder.write("a.eml", &report("a@customer.example", "user unknown"), at);
    folder.write("Maildir/cur/1773014401.M1P1.host:2,S", &report("b@customer.example", "user unknown"), at);
    std::fs::create_dir_all(folder.0.join("Maildir/new")).unwrap();
    let from = "From MAILER-DAEMON Mon Mar  9 10:00:00 2026\n";
    folder.write("inbox.mbox", &format!("{from}{}", report("c@customer.example", "user unknown")), at);
    folder.run(&["a.eml", "Maildir", "inbox.mbox"]);
    let received = |name: &str| folder.history(&format!("{name}@customer.example")).events()[0].at();
    assert_eq!(received("a"), at);
    assert_eq!(received("b"), Timestamp(1_773_014_401));
    assert_eq!(received("c"), time("2026-03-09T10:00:00Z"));

    let folder = Folder::new("received");
    folder.write("a.eml", &report("a@customer.example", "user unknown"), at);
    folder.run(&["a.eml", "--time", "received"]);
    assert_eq!(folder.history("a@customer.example").events()[0].at(), time("2026-03-01T12:00:00Z"));
}

#[test]
fn the_page_holds_what_strangers_wrote_as_text() {
    let folder = Folder::new("page");
    let said = "<script>alert(1)</script><img src=x onerror=\"alert(2)\"> user unknown";
    folder.write("a<b>'.eml", &report("a&b@customer.example", said), time("2026-03-09T08:00:00Z"));
    let told = folder.run(&[".", "--report", "report.html", "--explain", "a&b@customer.example", "--list-stopped"]);
    assert!(told.contains("standard/user-unknown"), "{told}");
    let page = std::fs::read_to_string(folder.0.join("report.html")).unwrap();
    assert!(page.contains("a&amp;b@customer.example") && page.contains("&lt;script&gt;alert(1)"), "{page}");
    // Nor is anything fetched.
    for bad in ["<script", "<img", "a<b>", "<link", "<iframe", "url(", "@import"] {
        assert!(!page.contains(bad), "{bad}");
    }
}
