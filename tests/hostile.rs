//! Hostile input costs little: no panic, no overflow of a small stack, little time, one answer, and it says so where a cap was met.
//!
//! `cargo test --release --test hostile -- --nocapture` prints what took longest. `HOSTILE=html` looks at one kind only.

#![allow(clippy::expect_used, clippy::panic)]

#[path = "hostile/inputs.rs"]
mod inputs;
#[path = "../benches/support/mod.rs"]
mod support;

use std::time::Duration;

use cpu_time::ThreadTime;
use inputs::{Cut, INPUTS};
use mailbounce::{Reply, classify, classify_reply};
use rayon::prelude::*;

const STACK: usize = 2 << 20;

/// What one mail may take of a thread: in debug some thirty times of what it takes in release.
const ALLOWED: Duration = if cfg!(debug_assertions) { Duration::from_secs(10) } else { Duration::from_millis(100) };

/// What it should take in release.
const AIM: Duration = Duration::from_millis(50);

/// The best of them counts: what else the machine does costs caches.
const RUNS: usize = if cfg!(debug_assertions) { 1 } else { 3 };

fn on_small_stack<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(work).expect("a thread");
    thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

/// The best time, whether a cap was met, and whether all answers were one.
fn answer(bytes: &[u8]) -> (Duration, bool, bool) {
    let bounce = classify(bytes);
    let mut best = Duration::MAX;
    let mut equal = true;
    for _ in 0..RUNS {
        let start = ThreadTime::now();
        let again = classify(bytes);
        best = best.min(start.elapsed());
        equal &= again == bounce;
    }
    (best, bounce.truncated, equal)
}

#[test]
fn each_input_is_answered() {
    let filter = std::env::var("HOSTILE").unwrap_or_default();
    let _ = classify(b"");
    let benched = support::hostile::ALL.iter().map(|hostile| (hostile.name, Cut::Either, hostile.make));
    let all = INPUTS.iter().copied().chain(benched);
    let inputs: Vec<_> = all.filter(|(name, ..)| name.contains(&filter)).collect();
    let answers: Vec<_> = inputs
        .par_iter()
        .map(|&(name, cut, make)| {
            let (took, truncated, equal) = on_small_stack(move || answer(&make()));
            let mut problems = Vec::new();
            if !equal {
                problems.push(format!("{name}: two answers"));
            }
            if took > ALLOWED {
                problems.push(format!("{name}: took {took:?}"));
            }
            match cut {
                Cut::Yes if !truncated => problems.push(format!("{name}: not truncated")),
                Cut::No if truncated => problems.push(format!("{name}: truncated")),
                _ => {}
            }
            (took, name, problems)
        })
        .collect();
    let mut slow: Vec<_> = answers.iter().map(|(took, name, _)| (took, name)).collect();
    let problems: Vec<&str> = answers.iter().flat_map(|(.., problems)| problems).map(String::as_str).collect();
    slow.sort_unstable_by(|a, b| b.cmp(a));
    let aim = if cfg!(debug_assertions) { AIM * 10 } else { AIM };
    println!("{} inputs, those that took more than {aim:?}:", slow.len());
    for (took, name) in slow.iter().filter(|(took, _)| **took > aim) {
        println!("{:>8.1} ms  {name}", took.as_secs_f64() * 1e3);
    }
    println!("the slowest: {:?}", slow.first());
    assert!(problems.is_empty(), "\n\n{}\n", problems.join("\n"));
}

#[test]
fn each_reply_is_answered() {
    for line in [
        &b""[..],
        b"\0",
        b"550",
        b"550 ",
        b"5",
        b"550-\r\n550-",
        b"999 x",
        b"550 \xff\xfe",
        b"550 5.1.1",
        b"550 5.999999999999.1 x",
    ] {
        let _ = classify_reply(&Reply::new(line));
    }
    for piece in
        ["550-5.1.1 user unknown\r\n", "550 ", "5.1.1 ", "<a@b.example> ", "\u{130}", "\r\n", "=?utf-8?q?", "a", "a."]
    {
        let long = piece.repeat((5 << 20) / piece.len());
        let host = piece.repeat((64 << 10) / piece.len());
        for (bytes, host) in [(long, "mx.x.example".to_owned()), ("550 no".to_owned(), host)] {
            let took = on_small_stack(move || {
                let reply = Reply::new(bytes.as_bytes()).remote_mta(&host);
                let verdict = classify_reply(&reply);
                let start = ThreadTime::now();
                assert_eq!(verdict, classify_reply(&reply));
                start.elapsed()
            });
            assert!(took < ALLOWED, "a reply or a host of {piece:?}: took {took:?}");
        }
    }
}

/// Each cut of a mail is a mail too.
#[test]
fn each_beginning_and_end_is_answered() {
    let mail = b"Return-Path: <>\r\nFrom: =?utf-8?b?TUFJTEVSLURBRU1PTg==?= <MAILER-DAEMON@x.example>\r\nX-Failed-Recipients: a@x.example\r\n\
        Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\
        Content-Transfer-Encoding: quoted-printable\r\n\r\n<p>=E3=81=AF &lt;a@x.example&gt; 550-5.1.1 x</p>\r\n--b\r\n\
        Content-Type: message/global-delivery-status\r\nContent-Transfer-Encoding: base64\r\n\r\n\
        UmVwb3J0aW5nLU1UQTogZG5zO2EKCkZpbmFsLVJlY2lwaWVudDogdXRmLTg7IFx4ezMwNDJ9QGIKQWN0aW9uOiBmYWlsZWQKU3RhdHVzOiA1LjEuMQo=\r\n--b\r\n\
        Content-Type: message/rfc822\r\n\r\nTo: a@x.example\r\n\r\n--b--\r\n";
    on_small_stack(move || {
        for at in 0..=mail.len() {
            let _ = classify(&mail[..at]);
            let _ = classify(&mail[at..]);
        }
    });
}

fn without_crlf(mail: &[u8]) -> Vec<u8> {
    let ends = |at: usize| mail[at] == b'\r' && mail.get(at + 1) == Some(&b'\n');
    (0..mail.len()).filter(|&at| !ends(at)).map(|at| mail[at]).collect()
}

/// Mails as they are made, with every line end made CRLF, and with every one made CR: the same answer.
#[test]
fn line_ends_make_no_difference() {
    let own = |name: &str| ["random", "line-ends", "cr-only"].iter().any(|begin| name.starts_with(begin));
    for hostile in support::hostile::ALL.iter().filter(|hostile| !own(hostile.name)) {
        let mut lf = without_crlf(&(hostile.make)());
        // Below the cap on bytes, at which the forms are cut at different places.
        lf.truncate(300_000);
        let in_crlf: Vec<u8> = lf.iter().flat_map(|&b| if b == b'\n' { vec![b'\r', b'\n'] } else { vec![b] }).collect();
        let in_cr: Vec<u8> = lf.iter().map(|&b| if b == b'\n' { b'\r' } else { b }).collect();
        let answer = classify(&in_crlf);
        // Caps count octets, so a form with shorter line ends meets them later.
        if !answer.truncated {
            assert_eq!(answer, classify(&lf), "{} with LF", hostile.name);
            assert_eq!(answer, classify(&in_cr), "{} with CR", hostile.name);
        }
    }
}
