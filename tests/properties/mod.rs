//! What must hold of any input at all. The fuzz targets and the replay of their findings share these functions.
//!
//! Each takes the bytes that a fuzzer made and panics where a property is broken. `Effort::Sampled` does the dearer checks only
//! for some inputs, chosen by their bytes, so that a fuzzer can try more; `Effort::Full` does them always.
#![allow(dead_code, unreachable_pub, clippy::expect_used, clippy::panic)]

mod base64;
mod odd_report;

use std::collections::BTreeSet;
use std::time::Duration;

use cpu_time::ThreadTime;
use mailbounce::{
    Address, Attribution, Bounce, Classifier, Kind, Limits, Mailbox, Outcome, Reply, SmtpCommand, classify,
    classify_addressed, classify_reply,
};
use once_cell::sync::Lazy;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// How much to check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effort {
    Sampled,
    Full,
}

impl Effort {
    /// Whether to do a check that is done for one in `n` inputs.
    fn does(self, data: &[u8], n: usize) -> bool {
        let sum =
            data.iter().step_by(7).fold(data.len(), |sum, &byte| sum.wrapping_mul(31).wrapping_add(usize::from(byte)));
        self == Self::Full || sum.is_multiple_of(n)
    }
}

/// What a target checks of an input.
pub type Property = fn(&[u8], Effort);

/// The targets by name, as the folders of `tests/regressions` are named.
pub const TARGETS: &[(&str, Property)] = &[
    ("classify", mail),
    ("reply", reply),
    ("dsn_fields", dsn_fields),
    ("return_path", return_path),
    ("structured", structured),
];

/// Longest diagnostic, evidence or said text: what `Limits::field_bytes` allows, tripled where bytes that are no UTF-8 are replaced.
const LONGEST_TEXT: usize = 3 * (8 << 10) + 64;

/// Any bytes as a mail.
pub fn mail(data: &[u8], effort: Effort) {
    let bounce = classify(data);
    check(data, &bounce);
    if effort.does(data, 8) {
        same("a second reading", &bounce, &classify(data));
        round_trip(&bounce);
        line_ends(data, &bounce);
        small_cap(data, &bounce);
    }
    if effort.does(data, 2048) {
        linear(data);
    }
}

/// Any bytes as an SMTP reply; the first two choose the host and the command.
pub fn reply(data: &[u8], effort: Effort) {
    const HOSTS: &[Option<&str>] = &[
        None,
        Some("mx.example.com"),
        Some("gmail-smtp-in.l.google.com"),
        Some("mx1.docomo.ne.jp"),
        Some("mta5.am0.yahoodns.net"),
        Some(""),
    ];
    let [host, command, text @ ..] = data else { return };
    let read = |text: &[u8]| {
        let mut reply = Reply::new(text);
        if let Some(host) = HOSTS[usize::from(*host) % HOSTS.len()] {
            reply = reply.remote_mta(host);
        }
        if let Some(&command) = SmtpCommand::ALL.get(usize::from(*command)) {
            reply = reply.command(command);
        }
        classify_reply(&reply)
    };
    let verdict = read(text);
    let said = verdict.evidence.text.as_deref().unwrap_or_default();
    assert!(said.len() <= LONGEST_TEXT, "{} bytes of evidence", said.len());
    if effort.does(data, 8) {
        assert!(verdict == read(text), "a second reading differs");
        round_trip(&verdict);
    }
    if effort.does(data, 4096) {
        pump(text, |text| drop(read(text)));
    }
}

/// Any bytes as the fields of a delivery report, in a mail around them.
pub fn dsn_fields(data: &[u8], effort: Effort) {
    let mut mail = b"From: MAILER-DAEMON@mx.example\nAuto-Submitted: auto-replied\n\
        Content-Type: multipart/report; report-type=delivery-status; boundary=\"=_b\"\n\n\
        --=_b\nContent-Type: message/delivery-status\n\n"
        .to_vec();
    mail.extend_from_slice(data);
    mail.extend_from_slice(b"\n--=_b--\n");
    let bounce = classify(&mail);
    check(&mail, &bounce);
    if !is_encoded(data) {
        nothing_invented(&mail, &bounce);
    }
    if effort.does(data, 8) {
        same("a second reading", &bounce, &classify(&mail));
        round_trip(&bounce);
        line_ends(&mail, &bounce);
        small_cap(&mail, &bounce);
    }
    if effort.does(data, 2048) {
        linear(&mail);
    }
}

/// Any text as the envelope recipient of a bounce, and any address inside return paths of ours.
pub fn return_path(data: &[u8], effort: Effort) {
    static OURS: Lazy<Classifier> = Lazy::new(|| {
        let builder =
            Classifier::builder().verp("bounces+", Some("news.example")).verp("b-", None).own_mta("mx.example");
        builder.build().expect("shapes are always well made")
    });
    const NOTICE: &[u8] = b"From: MAILER-DAEMON@mx.example\nSubject: failure notice\n\n\
        Hi. This is the qmail-send program at mx.example.\n\n<neko@y.example>:\nSorry, no mailbox here by that name. (#5.1.1)\n";
    let Ok(text) = std::str::from_utf8(data) else { return };
    let Ok(address) = text.parse::<Mailbox>() else { return };
    assert_eq!(address.as_str().parse::<Mailbox>().as_ref(), Ok(&address), "an address is not its own spelling");
    assert_eq!(address.key(), address.as_str().parse::<Mailbox>().expect("as above").key());
    for bounce in [OURS.classify_addressed(NOTICE, &address), classify_addressed(NOTICE, &address)] {
        check(NOTICE, &bounce);
        assert_eq!(bounce.kind, Kind::Failure);
        assert_eq!(bounce.recipients.len(), 1);
        if bounce.recipients[0].attribution == Attribution::Verp {
            let read = bounce.recipients[0].mailed_to.as_ref().expect("attributed");
            let inside = address.as_str().to_ascii_lowercase();
            for piece in [read.local_part(), read.domain()] {
                let piece = piece.to_ascii_lowercase();
                let piece = piece.trim_matches('"');
                assert!(
                    inside.contains(piece) || piece.contains(['@', ' ', '%', '\\']),
                    "{piece} does not stand in {inside}"
                );
            }
        }
        if effort.does(data, 8) {
            round_trip(&bounce);
        }
    }
    // What we would make of it is read back.
    let plain = |text: &str| text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.' || b == b'-' || b == b'_');
    if plain(address.local_part())
        && plain(address.domain())
        && address.domain().contains('.')
        && address.as_str().len() < 50
    {
        let path = format!("bounces+{}={}@news.example", address.local_part(), address.domain());
        let path: Mailbox = path.parse().expect("a return path is an address");
        let bounce = OURS.classify_addressed(NOTICE, &path);
        let recipient = &bounce.recipients[0];
        assert_eq!(recipient.mailed_to.as_ref().map(Mailbox::key), Some(address.key()), "{path}");
        assert_eq!(recipient.attribution, Attribution::Verp, "{path}");
    }
}

/// A delivery report that is odd but plausible: what it was made of must be found again.
pub fn structured(data: &[u8], effort: Effort) {
    let Some(report) = odd_report::make(data) else { return };
    let bounce = classify(&report.mail);
    check(&report.mail, &bounce);
    let found: BTreeSet<String> =
        bounce.recipients.iter().filter_map(|r| r.final_recipient.as_ref().map(|a| a.as_str().to_owned())).collect();
    for address in &report.final_recipients {
        assert!(found.contains(address), "{address} is lost\n{}", String::from_utf8_lossy(&report.mail));
    }
    if report.only_final_recipients {
        assert_eq!(bounce.recipients.len(), report.final_recipients.len(), "{}", String::from_utf8_lossy(&report.mail));
        assert_eq!(bounce.kind, report.kind, "{}", String::from_utf8_lossy(&report.mail));
    }
    if effort.does(data, 8) {
        same("a second reading", &bounce, &classify(&report.mail));
        round_trip(&bounce);
        line_ends(&report.mail, &bounce);
        small_cap(&report.mail, &bounce);
    }
}

/// What any answer promises.
fn check(mail: &[u8], bounce: &Bounce) {
    let any = |outcome| bounce.recipients.iter().any(|r| r.outcome == outcome);
    match bounce.kind {
        Kind::Failure => assert!(any(Outcome::Failed), "a failure of nobody"),
        Kind::Delay => {
            assert!(any(Outcome::Delayed) && !any(Outcome::Failed), "a delay of nobody, or a failure called one")
        }
        // Some success notices are known by their subject alone: they may name nobody.
        Kind::Delivered => assert!(!any(Outcome::Failed) && !any(Outcome::Delayed), "a success that names who failed"),
        Kind::AutoReply | Kind::Disposition | Kind::NotABounce => {
            assert!(!any(Outcome::Failed), "{} that names who failed", bounce.kind)
        }
        _ => {}
    }
    assert!(bounce.recipients.len() <= 1_000.min(mail.len() / 2 + 1), "{} recipients", bounce.recipients.len());
    for recipient in &bounce.recipients {
        let evidence = recipient.verdict.as_ref().and_then(|v| v.evidence.text.as_deref());
        for text in [
            recipient.diagnostic.as_deref(),
            evidence,
            recipient.remote_mta.as_deref(),
            recipient.final_log_id.as_deref(),
        ] {
            let length = text.map_or(0, str::len);
            assert!(
                length <= LONGEST_TEXT && length <= 3 * mail.len(),
                "a text of {length} bytes from {} bytes",
                mail.len()
            );
        }
        let refused = matches!(recipient.outcome, Outcome::Failed | Outcome::Delayed) && bounce.kind != Kind::Complaint;
        assert!(!refused || recipient.verdict.is_some(), "refused without a verdict");
        assert!(
            recipient.mailed_to.as_ref() == recipient.candidates.first().map(|c| &c.mailbox),
            "mailed_to is not the best candidate"
        );
    }
    for anomaly in &bounce.anomalies {
        let length = anomaly.said.as_deref().map_or(0, str::len) + anomaly.used.as_deref().map_or(0, str::len);
        assert!(length <= 2 * LONGEST_TEXT, "an anomaly of {length} bytes");
        assert!(
            anomaly.recipient.is_none_or(|at| at < bounce.recipients.len()),
            "an anomaly of a recipient that is none"
        );
    }
}

/// The whole answer is bounded by the mail: what several recipients share may stand at each, but no more.
fn bounded<T: Serialize>(answer: &T, mail: &[u8]) {
    let length = serde_json::to_vec(answer).expect("an answer is JSON").len();
    assert!(length <= (64 << 10) + 400 * mail.len(), "an answer of {length} bytes to {} bytes", mail.len());
}

/// JSON and back gives the same.
fn round_trip<T: Serialize + DeserializeOwned + PartialEq>(answer: &T) {
    let json = serde_json::to_string(answer).expect("an answer is JSON");
    let back: T = serde_json::from_str(&json).unwrap_or_else(|e| panic!("{e}: {json}"));
    assert!(back == *answer, "read back differently: {json}\n{}", serde_json::to_string(&back).unwrap_or_default());
}

/// The same mail with LF, CRLF and CR line ends: the same answer, unless a cap (which counts octets) was met in the longest.
fn line_ends(mail: &[u8], bounce: &Bounce) {
    bounded(bounce, mail);
    if mail.contains(&b'\r') || mail.len() > 100_000 {
        return;
    }
    let in_crlf: Vec<u8> = mail
        .iter()
        .flat_map(|b| if *b == b'\n' { &b"\r\n"[..] } else { std::slice::from_ref(b) }.iter().copied())
        .collect();
    let in_cr: Vec<u8> = mail.iter().map(|&b| if b == b'\n' { b'\r' } else { b }).collect();
    let answer = classify(&in_crlf);
    if answer.truncated {
        return;
    }
    same("CRLF", bounce, &answer);
    same("CR", bounce, &classify(&in_cr));
}

/// With one small cap, which its length chooses: it is kept, and where it was not met the answer is the same.
fn small_cap(mail: &[u8], bounce: &Bounce) {
    const SET: [fn(&mut Limits); 7] = [
        |limits| limits.bytes = 1000,
        |limits| limits.header_bytes = 300,
        |limits| limits.parts = 3,
        |limits| limits.depth = 1,
        |limits| limits.recipients = 1,
        |limits| limits.field_bytes = 100,
        |limits| limits.text_bytes = 400,
    ];
    static SMALL: Lazy<[(Limits, Classifier); 7]> = Lazy::new(|| {
        SET.map(|set| {
            let mut limits = Limits::default();
            set(&mut limits);
            let classifier = Classifier::builder().limits(limits.clone()).build().expect("no rules, no bad ones");
            (limits, classifier)
        })
    });
    let (limits, classifier) = &SMALL[mail.len() % SMALL.len()];
    let answer = classifier.classify(mail);
    assert!(answer.recipients.len() <= limits.recipients, "{} recipients", answer.recipients.len());
    for said in answer.recipients.iter().filter_map(|r| r.diagnostic.as_ref()) {
        assert!(said.len() <= 3 * limits.field_bytes, "{} bytes are said: {said}", said.len());
    }
    if !answer.truncated {
        same(&format!("what does not meet {limits:?}"), bounce, &answer);
    }
}

fn same(what: &str, a: &Bounce, b: &Bounce) {
    if a != b {
        let json = |bounce| serde_json::to_string(bounce).unwrap_or_default();
        panic!("{what} differs:\n{}\n{}", json(a), json(b));
    }
}

/// Whether text may come out of these bytes that does not stand in them as it is: encoded words, escapes, xtext.
fn is_encoded(data: &[u8]) -> bool {
    memchr::memmem::find(data, b"=?").is_some()
        || data.iter().any(|b| !b.is_ascii() || matches!(b, 0x1b | b'$' | b'+' | b'\\' | b'"' | 0))
}

/// Codes and addresses stand in the mail: none is made up (promise 2 of the crate).
fn nothing_invented(mail: &[u8], bounce: &Bounce) {
    let text = String::from_utf8_lossy(mail).to_ascii_lowercase();
    let numbers: BTreeSet<u32> = text.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse().ok()).collect();
    let stands = |code: String| code.split('.').all(|n| n.parse().is_ok_and(|n: u32| numbers.contains(&n)));
    for recipient in &bounce.recipients {
        for status in [recipient.status, recipient.reported_status].into_iter().flatten() {
            assert!(stands(status.to_string()), "the status {status} was never said\n{text}");
        }
        if let Some(reply) = recipient.reply {
            assert!(stands(reply.to_string()), "the reply {reply} was never said\n{text}");
        }
        for mailbox in recipient
            .candidates
            .iter()
            .map(|c| &c.mailbox)
            .chain(recipient.final_recipient.as_ref().and_then(Address::mailbox))
        {
            assert!(text.contains(&mailbox.domain().to_ascii_lowercase()), "{mailbox} was never named\n{text}");
        }
    }
}

/// A mail twice as long costs about twice: a piece of it is repeated until quadratic work would show.
fn linear(mail: &[u8]) {
    pump(mail, |mail| drop(classify(mail)));
}

/// Repeats a piece of the input, chosen by its bytes, to 64 kB and to four times that.
fn pump(input: &[u8], read: impl Fn(&[u8])) {
    if input.is_empty() {
        return;
    }
    let pick =
        |seed: usize| input.iter().fold(seed, |h, &b| h.wrapping_mul(0x0100_0193) ^ usize::from(b)) % input.len();
    let (a, b) = (pick(17), pick(31));
    let (from, to) = (a.min(b), a.max(b) + 1);
    let piece = &input[from..to.min(from + 400)];
    let time = |size: usize, runs: u32| {
        let mut mail = input[..from].to_vec();
        while mail.len() < size {
            mail.extend_from_slice(piece);
        }
        mail.extend_from_slice(&input[to..]);
        let once = || {
            let start = ThreadTime::now();
            read(&mail);
            start.elapsed()
        };
        // The best of several, in the thread's own time: other work on the machine only ever adds.
        (0..runs).map(|_| once()).min().unwrap_or_default()
    };
    let slow = Duration::from_millis(60);
    if time(256 << 10, 1) > slow {
        let (long, short) = (time(256 << 10, 5), time(64 << 10, 5));
        assert!(
            long < short * 7,
            "four times as long took {long:?}, not {short:?} x 4; repeated: {:?}",
            String::from_utf8_lossy(piece)
        );
        assert!(long < slow * 40, "256 kB took {long:?}; repeated: {:?}", String::from_utf8_lossy(piece));
    }
}
