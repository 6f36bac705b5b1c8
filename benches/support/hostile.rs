//! Mails that are made to cost: each aims at one way in which a reader can be slow, deep or greedy.

use super::{Numbers, large_original};

/// A hostile mail.
#[derive(Debug, Clone, Copy)]
pub struct Hostile {
    pub name: &'static str,
    pub make: fn() -> Vec<u8>,
}

const fn hostile(name: &'static str, make: fn() -> Vec<u8>) -> Hostile {
    Hostile { name, make }
}

/// All of them, by name.
pub const ALL: &[Hostile] = &[
    hostile("empty", Vec::new),
    hostile("random-10-mb", || random(10 << 20)),
    hostile("nul-10-mb", || vec![0; 10 << 20]),
    hostile("line-ends-10-mb", || b"\r\n\n\r\r\n".repeat(1 << 21)),
    hostile("cr-only-10-mb", || b"a\r".repeat(5 << 20)),
    hostile("spaces-4-mb", || notice(&" ".repeat(4 << 20))),
    // MIME.
    hostile("missing-boundaries", || {
        let mut mail = b"From: postmaster@x.example\nContent-Type: multipart/mixed; boundary=\"b\"\n\n".to_vec();
        for at in 0..20_000 {
            mail.extend(format!("--b\nContent-Type: multipart/mixed; boundary=\"never-{at}\"\n\nx\n").into_bytes());
        }
        mail
    }),
    hostile("nested-multiparts", || {
        let mut mail = b"Return-Path: <>\n".to_vec();
        for at in 0..5_000 {
            mail.extend(format!("Content-Type: multipart/mixed; boundary=\"b{at}\"\n\n--b{at}\n").into_bytes());
        }
        mail
    }),
    hostile("same-boundary-nested", || {
        let mut mail = b"Return-Path: <>\n".to_vec();
        for _ in 0..5_000 {
            mail.extend(b"Content-Type: multipart/mixed; boundary=b\n\n--b\n");
        }
        mail
    }),
    hostile("nested-messages", || {
        let mut mail = b"From: MAILER-DAEMON@x.example\n".to_vec();
        mail.extend(b"Content-Type: message/rfc822\n\n".repeat(100_000));
        mail
    }),
    hostile("nested-daemon-messages", || {
        let mut mail = Vec::new();
        mail.extend(
            b"Return-Path: <>\nFrom: MAILER-DAEMON@x.example\nSubject: failure notice\nContent-Type: message/rfc822\n\n".repeat(40_000),
        );
        mail
    }),
    hostile("delimiter-like-lines", || {
        let mut mail = b"Return-Path: <>\nContent-Type: multipart/report; boundary=b\n\n".to_vec();
        mail.extend(b"--b x\n".repeat(600_000));
        mail
    }),
    hostile("parts-of-reports", || {
        let mut mail = b"Return-Path: <>\nContent-Type: multipart/report; boundary=b\n\n".to_vec();
        for at in 0..20_000 {
            mail.extend(
                format!("--b\nContent-Type: message/delivery-status\n\nFinal-Recipient: rfc822; u{at}@x.example\nAction: failed\nStatus: 5.1.1\n\n")
                    .into_bytes(),
            );
        }
        mail
    }),
    hostile("content-type-parameters", || {
        let mut mail = b"Return-Path: <>\nContent-Type: multipart/report".to_vec();
        mail.extend(b"; a=b".repeat(100_000));
        mail.extend(b"; boundary=b\n\n--b\n\nx\n--b--\n");
        mail
    }),
    hostile("base64-4-mb", || {
        let mut mail = daemon("text/plain; charset=utf-8\nContent-Transfer-Encoding: base64");
        mail.extend(b"VW5kZWxpdmVyYWJsZSA8YUBiPiA1NTAgNS4xLjEgdXNlciB1bmtub3duIA==\n".repeat(70_000));
        mail
    }),
    hostile("bad-quoted-printable-4-mb", || {
        let mut mail = daemon("text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable");
        mail.extend(b"=ZZ=3=\n".repeat(600_000));
        mail
    }),
    hostile("lost-escapes-4-mb", || {
        let mut mail = daemon("text/plain; charset=iso-2022-jp");
        mail.extend(b"$B$\"$$(B $B%".repeat(300_000));
        mail
    }),
    // HTML.
    hostile("deep-html", || {
        let mut mail = daemon("text/html");
        mail.extend(b"<html><div><table><tr><td>".repeat(20_000));
        mail.extend(b"<a@b.example> 550 5.1.1 no</td>".repeat(20_000));
        mail
    }),
    hostile("open-html-tags", || {
        let mut mail = daemon("text/html");
        mail.extend(b"<".repeat(1 << 20));
        mail.extend(b"<!--&amp".repeat(100_000));
        mail
    }),
    // Headers.
    hostile("one-10-mb-header-line", || {
        let mut mail = b"Return-Path: <>\nSubject: ".to_vec();
        mail.extend(b"x".repeat(10 << 20));
        mail.extend(b"\n\nbody\n");
        mail
    }),
    hostile("one-folded-header", || {
        let mut mail = b"Return-Path: <>\nSubject: failure\n".to_vec();
        mail.extend(b" notice\n".repeat(500_000));
        mail.extend(b"\nbody\n");
        mail
    }),
    hostile("received-headers", || {
        let mut mail = b"Return-Path: <>\n".to_vec();
        mail.extend(b"Received: from a.example by b.example; Mon, 2 Nov 2026 10:00:00 +0000\n".repeat(100_000));
        mail.extend(b"From: MAILER-DAEMON@x.example\nSubject: failure notice\n\n<a@b.example>:\nno\n");
        mail
    }),
    hostile("delivered-to-headers", || {
        let mut mail = b"Return-Path: <>\nFrom: MAILER-DAEMON@x.example\nSubject: failure notice\n".to_vec();
        for at in 0..5_000 {
            mail.extend(format!("Delivered-To: user{at}@x.example\nX-Original-To: user{at}@y.example\n").into_bytes());
        }
        mail.extend(b"\nHi. This is the qmail-send program at x.example.\n\n<a@b.example>:\nno\n");
        mail
    }),
    hostile("to-addresses", || {
        let mut mail = b"Return-Path: <>\nFrom: MAILER-DAEMON@x.example\nSubject: failure notice\nTo: ".to_vec();
        for at in 0..10_000 {
            mail.extend(format!("user{at}@x.example, ").into_bytes());
        }
        mail.extend(b"\n\nHi. This is the qmail-send program at x.example.\n\n<a@b.example>:\nno\n");
        mail
    }),
    hostile("failed-recipients-header", || {
        let mut mail = b"Return-Path: <>\nFrom: MAILER-DAEMON@x.example\nX-Failed-Recipients: ".to_vec();
        for at in 0..8_000 {
            mail.extend(format!("user{at}@x.example,\n ").into_bytes());
        }
        mail.extend(b"\n\nThis message was created automatically by mail delivery software.\n\n");
        for at in 0..8_000 {
            mail.extend(format!("  user{at}@x.example\n    550 5.1.1 unknown\n").into_bytes());
        }
        mail
    }),
    hostile("nested-comments", || {
        let mut mail = b"Return-Path: <>\nTo: ".to_vec();
        mail.extend(b"(".repeat(100_000));
        mail.extend(b"\nDate: ");
        mail.extend(b"(".repeat(100_000));
        mail.extend(b"\nFrom: ");
        mail.extend(b"\"<(".repeat(30_000));
        mail.extend(b"\n\nbody\n");
        mail
    }),
    hostile("encoded-words", || {
        let mut mail = b"Return-Path: <>\nSubject: ".to_vec();
        mail.extend(b"=?utf-8?B?44GC?= =?utf-8?Q?=?= =?x\n ".repeat(7_000));
        mail.extend(b"\nFrom: ");
        mail.extend(b"=?utf-8?Q?a?=\n ".repeat(7_000));
        mail.extend(b" <MAILER-DAEMON@x.example>\n\nbody\n");
        mail
    }),
    hostile("no-header-names", || {
        let mut mail = b"Return-Path: <>\n".to_vec();
        mail.extend(b"no field here\n".repeat(300_000));
        mail
    }),
    // Reports.
    hostile("recipients-in-a-report", || {
        let mut body = String::from("Reporting-MTA: dns; x.example\n\n");
        for at in 0..50_000 {
            body.push_str(&format!("Final-Recipient: rfc822; user{at}@x.example\nAction: failed\nStatus: 5.1.1\n\n"));
        }
        report("", &body)
    }),
    hostile("recipients-in-a-report-and-its-text", || {
        let (mut text, mut body) = (String::new(), String::from("Reporting-MTA: dns; x.example\n\n"));
        for at in 0..1_500 {
            text.push_str(&format!("<user{at}@x.example>: host mx.x.example said: 550 5.1.1 unknown\n\n"));
            body.push_str(&format!("Final-Recipient: rfc822; user{at}@x.example\nAction: failed\n\n"));
        }
        report(&text, &body)
    }),
    hostile("continued-replies", || {
        // 500 recipients, each with as long a diagnostic as is read, made of lines that go on.
        let diagnostic = "550-a ".repeat(1_365);
        let mut body = String::from("Reporting-MTA: dns; x.example\n\n");
        for at in 0..500 {
            body.push_str(&format!(
                "Final-Recipient: rfc822; user{at}@x.example\nAction: failed\nDiagnostic-Code: smtp; {diagnostic}\n\n"
            ));
        }
        report("", &body)
    }),
    hostile("quoting-replies", || {
        let diagnostic = "host mx said: <<< was: returned ' -> ".repeat(220);
        let mut body = String::from("Reporting-MTA: dns; x.example\n\n");
        for at in 0..500 {
            body.push_str(&format!(
                "Final-Recipient: rfc822; user{at}@x.example\nAction: failed\nDiagnostic-Code: smtp; {diagnostic}\n\n"
            ));
        }
        report("", &body)
    }),
    hostile("words-that-begin-phrases", || {
        let diagnostic = "550 5.0.0 recipient mailbox message delivery user your sender ".repeat(130);
        let mut body = String::from("Reporting-MTA: dns; x.example\n\n");
        for at in 0..500 {
            body.push_str(&format!(
                "Final-Recipient: rfc822; user{at}@x.example\nAction: failed\nDiagnostic-Code: smtp; {diagnostic}\n\n"
            ));
        }
        report("", &body)
    }),
    hostile("supplementary-fields", || {
        let mut body =
            String::from("Reporting-MTA: dns; x.example\n\nFinal-Recipient: rfc822; a@x.example\nAction: failed\n");
        body.push_str(&"X-Supplementary-Info: more of it\n".repeat(100_000));
        report("", &body)
    }),
    hostile("unreadable-fields", || {
        let mut body = String::from("Reporting-MTA: dns; x.example\n\nFinal-Recipient: rfc822; a@x.example\n");
        body.push_str(&format!("Status: {}\n", "x".repeat(200)).repeat(15_000));
        report("", &body)
    }),
    hostile("blocks-without-fields", || {
        let mut body = String::from("Reporting-MTA: dns; x.example\n\n");
        body.push_str(&"x\n\n".repeat(1_000_000));
        report("", &body)
    }),
    hostile("returned-original-20-mb", || large_original(20 << 20)),
    // Free text.
    hostile("addresses-in-text", || {
        let mut text = String::from("Hi. This is the qmail-send program at x.example.\n\n");
        for at in 0..50_000 {
            text.push_str(&format!("<user{at}@x.example>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n"));
        }
        notice(&text)
    }),
    hostile("one-line-of-addresses", || {
        let mut text = String::from("The following addresses had permanent fatal errors\n");
        for at in 0..50_000 {
            text.push_str(&format!("<u{at}@x.example> "));
        }
        notice(&text)
    }),
    hostile("addresses-with-labels", || {
        // As long as a line may be, and somebody to turn to at its end.
        let line = format!("{} or contact us\n", "recipient: a@b.example ".repeat(170));
        notice(&line.repeat(30))
    }),
    hostile("addresses-of-one-line", || {
        // All different, in lines as long as they may be.
        let lines = (0..30).map(|line| {
            let names: String = (0..170).map(|name| format!("<u{line}.{name}@b.example>, ")).collect();
            format!("{names}\n")
        });
        notice(&lines.collect::<String>())
    }),
    hostile("at-signs", || notice(&"<@".repeat(1 << 20))),
    hostile("numbers", || notice(&"5 550 5.5.5.5 4.4 45-".repeat(100_000))),
    hostile("one-long-word", || notice(&"x".repeat(4 << 20))),
    hostile("first-fields", || notice(&"To: x\nSubject: y\nFrom: z\n".repeat(100_000))),
    hostile("host-names", || notice(&"host a.b.c host: Host x ".repeat(100_000))),
    hostile("quoted-original", || {
        let mut text = String::from("user unknown\n--- Below this line is a copy of the message.\n\n");
        text.push_str(&">".repeat(60_000));
        text.push_str(&"\n> > >\n".repeat(10_000));
        notice(&text)
    }),
    hostile("transcript", || {
        let mut text = String::from("   ----- Transcript of session follows -----\n");
        text.push_str(&">>> RCPT To:<a@x.example>\n<<< 550-5.1.1 no\n<<< 550-5.1.1\n<<< 550 5.1.1 no\n".repeat(40_000));
        notice(&text)
    }),
    hostile("upper-case-beyond-ascii", || {
        // Letters whose lower case is longer than they are.
        notice(&"İẞȺȾ".repeat(400_000))
    }),
];

fn random(length: usize) -> Vec<u8> {
    let mut numbers = Numbers(42);
    let mut out = Vec::with_capacity(length + 8);
    while out.len() < length {
        out.extend(numbers.next().to_le_bytes());
    }
    out
}

/// A mail system's header, with the content type given.
fn daemon(content_type: &str) -> Vec<u8> {
    format!(
        "Return-Path: <>\nFrom: MAILER-DAEMON@x.example\nTo: news@example.org\nSubject: failure notice\nMIME-Version: 1.0\nContent-Type: {content_type}\n\n"
    )
    .into_bytes()
}

/// A free-text notice.
fn notice(text: &str) -> Vec<u8> {
    let mut mail = daemon("text/plain; charset=utf-8");
    mail.extend(text.as_bytes());
    mail
}

/// A delivery report with its readable text and its fields.
fn report(text: &str, fields: &str) -> Vec<u8> {
    let mut mail = daemon("multipart/report; report-type=delivery-status; boundary=b");
    mail.extend(
        format!("--b\nContent-Type: text/plain\n\n{text}\n--b\nContent-Type: message/delivery-status\n\n{fields}\n--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: <1@example.org>\nTo: a@x.example\nSubject: s\n\n--b--\n")
            .into_bytes(),
    );
    mail
}
