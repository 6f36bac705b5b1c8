//! Inputs that the benches share: mails of the corpus by kind, replies of a given length, hostile mails.
#![allow(dead_code, unreachable_pub, clippy::expect_used, clippy::panic)]

pub mod hostile;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use mailbounce::{Classifier, ClassifierBuilder, Kind, Reason, Rule, classify};

/// One mail, and what kind of work it is.
#[derive(Debug)]
pub struct Sample {
    pub path: PathBuf,
    pub work: Work,
    pub bytes: Vec<u8>,
}

/// Which road through the library a mail takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// A bounce with a delivery report (RFC 3464).
    Report,
    /// A bounce in free text only.
    FreeText,
    /// A feedback report (RFC 5965) or another complaint.
    Complaint,
    /// Everything else: no bounce.
    Ordinary,
}

impl Work {
    pub const ALL: [Self; 4] = [Self::Report, Self::FreeText, Self::Complaint, Self::Ordinary];

    pub fn name(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::FreeText => "free-text",
            Self::Complaint => "complaint",
            Self::Ordinary => "ordinary",
        }
    }

    fn of(bytes: &[u8]) -> Self {
        match classify(bytes).kind {
            Kind::Failure | Kind::Delay | Kind::Delivered if has_report(bytes) => Self::Report,
            Kind::Failure | Kind::Delay | Kind::Delivered => Self::FreeText,
            Kind::Complaint => Self::Complaint,
            _ => Self::Ordinary,
        }
    }
}

fn has_report(bytes: &[u8]) -> bool {
    let lower = bytes.to_ascii_lowercase();
    memchr::memmem::find(&lower, b"delivery-status").is_some()
}

/// The folder of mails: `MAILBOUNCE_CORPUS`, else the project's own.
pub fn corpus_root() -> PathBuf {
    std::env::var_os("MAILBOUNCE_CORPUS")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus"), PathBuf::from)
}

/// Every mail under the corpus folder, in path order.
///
/// # Panics
///
/// Where there is none: a bench over nothing is no bench.
pub fn corpus() -> Vec<Sample> {
    let root = corpus_root();
    let mut paths = BTreeSet::new();
    walk(&root, &mut paths);
    let samples: Vec<Sample> = paths
        .into_iter()
        .map(|path| {
            let bytes = fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
            Sample { work: Work::of(&bytes), path, bytes }
        })
        .collect();
    assert!(!samples.is_empty(), "no mail under {}", root.display());
    samples
}

fn walk(folder: &Path, found: &mut BTreeSet<PathBuf>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            walk(&path, found);
        } else if is_mail(&path) {
            found.insert(path);
        }
    }
}

/// Not a note, a table, an expectation or a program beside the mails.
fn is_mail(path: &Path) -> bool {
    const OTHERS: &[&str] = &["json", "jsonl", "md", "tsv", "csv", "toml", "py", "rs", "sh", "yaml", "yml", "sha256"];
    let name = path.file_name().and_then(|n| n.to_str()).unwrap_or_default();
    let extension = path.extension().and_then(|e| e.to_str()).unwrap_or_default();
    !OTHERS.contains(&extension) && !["COPYING", "LICENSE", "NOTICE", "run"].contains(&name) && !name.starts_with('.')
}

/// A repeatable stream of numbers (xorshift).
#[derive(Debug)]
pub struct Numbers(pub u64);

impl Numbers {
    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    pub fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit as u64).unwrap_or(0)
    }
}

/// How replies begin and end; the middle is filled to the wanted length.
const REPLIES: &[(&str, &str)] = &[
    ("550 5.1.1 <", "@example.com>: Recipient address rejected: User unknown in virtual mailbox table"),
    ("452 4.2.2 The email account ", " that you tried to reach is over quota"),
    ("550-5.7.26 The MAIL FROM domain ", " has an SPF record with a hard fail policy"),
    ("421 4.7.0 [TSS04] Messages from ", " temporarily deferred due to user complaints"),
    ("554 5.7.1 Service unavailable; Client host [192.0.2.7] blocked using ", "; see the list's own page"),
    ("550 5.4.1 Recipient address rejected: Access denied. ", ""),
    ("451 4.7.1 Greylisting in action, please come back later ", ""),
    ("552 5.3.4 Message size exceeds fixed limit ", ""),
    ("550 Requested action not taken: mailbox unavailable ", ""),
    ("554 30 Sorry, your message to ", " cannot be delivered. This mailbox is disabled (554.30)."),
];

/// Words that a reply is filled with, as servers write them: none of them tells anything.
const WORDS: &[&str] = &[
    "mx",
    "gsmtp",
    "the",
    "server",
    "of",
    "mail-ed1-f54.example.net",
    "a17-20020a1709063c1100b0088a",
    "please",
    "see",
    "our",
    "help",
    "pages",
    "at",
    "https://mail.example.net/support/answer/81126",
    "for",
    "more",
    "information",
    "and",
    "this",
    "request",
    "id",
    "[AM6EUR05FT044.eop-eur05.prod.example]",
    "contact",
    "your",
    "provider",
];

/// `count` replies of exactly `length` bytes, no two alike.
pub fn replies(count: usize, length: usize) -> Vec<Vec<u8>> {
    let mut numbers = Numbers(0x5EED + length as u64);
    (0..count)
        .map(|at| {
            let (start, end) = REPLIES[at % REPLIES.len()];
            let mut text = format!("{start}{:x}{end}", numbers.next());
            while text.len() < length {
                text.push(' ');
                text.push_str(WORDS[numbers.below(WORDS.len())]);
            }
            text.truncate(length);
            text.into_bytes()
        })
        .collect()
}

/// Rules of a caller's own, in words that replies hold too: near misses, not strangers.
pub fn own_rules(count: usize) -> Classifier {
    const FIRST: &[&str] = &[
        "recipient",
        "message",
        "mailbox",
        "user",
        "account",
        "sender",
        "host",
        "client",
        "address",
        "delivery",
        "access",
        "service",
        "blocked",
        "rejected",
        "refused",
        "unknown",
        "relay",
        "policy",
        "spam",
        "virus",
        "content",
        "quota",
        "domain",
        "server",
        "connection",
        "too many",
        "temporarily",
        "permanently",
        "invalid",
        "disabled",
        "no such",
        "mail",
    ];
    const SECOND: &[&str] = &["held by", "not known to", "closed at", "in the list of", "denied through"];
    let rules = (0..count).map(|at| {
        let phrase =
            format!("{} {} acme shield {at:05}", FIRST[at % FIRST.len()], SECOND[at / FIRST.len() % SECOND.len()]);
        Rule::phrase(format!("acme/{at}"), &phrase, Reason::PolicyRejected)
    });
    rules.fold(Classifier::builder(), ClassifierBuilder::rule_before).build().expect("the rules are well made")
}

/// The samples of our rule rows, as they stand in the tables: string literals that begin as a reply does.
pub fn rule_samples() -> Vec<String> {
    let mut found = Vec::new();
    for folder in ["src/phrases", "src/remote_mta"] {
        let mut files: Vec<PathBuf> = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder))
            .map(|entries| entries.flatten().map(|entry| entry.path()).collect())
            .unwrap_or_default();
        files.sort();
        for text in files.iter().filter_map(|path| fs::read_to_string(path).ok()) {
            let literals = text.split('"').skip(1).step_by(2);
            found.extend(
                literals
                    .filter(|s| s.len() > 12 && s.starts_with(['4', '5']) && s.as_bytes()[1].is_ascii_digit())
                    .map(str::to_owned),
            );
        }
    }
    found
}

/// A notice that returns a message of about `size` bytes in its own text, as qmail does.
pub fn large_original_in_text(size: usize) -> Vec<u8> {
    let mut mail = b"Return-Path: <>\r\nReceived: (qmail 7852 invoked for bounce); 2 Nov 2026 10:00:03 -0000\r\n\
          Date: 2 Nov 2026 10:00:03 -0000\r\nFrom: MAILER-DAEMON@mx.example.net\r\nTo: news@example.org\r\n\
          Subject: failure notice\r\n\r\nHi. This is the qmail-send program at mx.example.net.\r\n\
          I'm afraid I wasn't able to deliver your message to the following addresses.\r\n\
          This is a permanent error; I've given up. Sorry it didn't work out.\r\n\r\n<neko@example.com>:\r\n\
          192.0.2.1 does not like recipient.\r\nRemote host said: 550 5.1.1 <neko@example.com>: User unknown\r\n\
          Giving up on 192.0.2.1.\r\n\r\n--- Below this line is a copy of the message.\r\n\r\n\
          Return-Path: <news@example.org>\r\nFrom: News <news@example.org>\r\nTo: neko@example.com\r\n\
          Subject: The catalogue\r\nMessage-ID: <1@example.org>\r\nMIME-Version: 1.0\r\n\
          Content-Type: text/html; charset=us-ascii\r\n\r\n"
        .to_vec();
    let line = b"<tr><td style=\"padding:0;font-size:15px\">A small thing in a large box.</td></tr>\r\n";
    while mail.len() < size {
        mail.extend_from_slice(line);
    }
    mail
}

/// A bounce that returns a message of about `size` bytes: a base64 attachment of many lines.
pub fn large_original(size: usize) -> Vec<u8> {
    let mut mail = Vec::with_capacity(size + 4096);
    mail.extend_from_slice(
        b"Return-Path: <>\r\nReceived: by mx.example.net (Postfix)\r\n\tid 4Fx1; Mon, 2 Nov 2026 10:00:00 +0000 (UTC)\r\n\
          Date: Mon, 2 Nov 2026 10:00:00 +0000 (UTC)\r\nFrom: MAILER-DAEMON@mx.example.net (Mail Delivery System)\r\n\
          Subject: Undelivered Mail Returned to Sender\r\nTo: news@example.org\r\nAuto-Submitted: auto-replied\r\n\
          MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status;\r\n\tboundary=\"4Fx1.1/mx.example.net\"\r\n\r\n\
          This is a MIME-encapsulated message.\r\n\r\n--4Fx1.1/mx.example.net\r\nContent-Description: Notification\r\n\
          Content-Type: text/plain; charset=us-ascii\r\n\r\nThis is the mail system at host mx.example.net.\r\n\r\n\
          I'm sorry to have to inform you that your message could not\r\nbe delivered to one or more recipients.\r\n\r\n\
          <neko@example.com>: host mx.example.com[192.0.2.1] said: 550 5.1.1\r\n    <neko@example.com>: User unknown (in reply to RCPT TO command)\r\n\r\n\
          --4Fx1.1/mx.example.net\r\nContent-Description: Delivery report\r\nContent-Type: message/delivery-status\r\n\r\n\
          Reporting-MTA: dns; mx.example.net\r\nX-Postfix-Queue-ID: 4Fx1\r\nX-Postfix-Sender: rfc822; news@example.org\r\n\
          Arrival-Date: Mon, 2 Nov 2026 09:59:58 +0000 (UTC)\r\n\r\nFinal-Recipient: rfc822; neko@example.com\r\n\
          Original-Recipient: rfc822;neko@example.com\r\nAction: failed\r\nStatus: 5.1.1\r\nRemote-MTA: dns; mx.example.com\r\n\
          Diagnostic-Code: smtp; 550 5.1.1 <neko@example.com>: User unknown\r\n\r\n--4Fx1.1/mx.example.net\r\n\
          Content-Description: Undelivered Message\r\nContent-Type: message/rfc822\r\n\r\nReturn-Path: <news@example.org>\r\n\
          From: News <news@example.org>\r\nTo: neko@example.com\r\nSubject: The catalogue\r\nMessage-ID: <1@example.org>\r\n\
          MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"mixed\"\r\n\r\n--mixed\r\nContent-Type: application/pdf\r\n\
          Content-Transfer-Encoding: base64\r\n\r\n",
    );
    let mut numbers = Numbers(7);
    let mut line = [0u8; 78];
    line[76] = b'\r';
    line[77] = b'\n';
    while mail.len() < size {
        for byte in &mut line[..76] {
            *byte = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"[numbers.below(64)];
        }
        mail.extend_from_slice(&line);
    }
    mail.extend_from_slice(b"\r\n--mixed--\r\n\r\n--4Fx1.1/mx.example.net--\r\n");
    mail
}
