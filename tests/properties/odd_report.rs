//! Builds delivery reports that are odd but plausible from arbitrary bytes, and knows what must be found in them.

use arbitrary::{Result, Unstructured};
use mailbounce::Kind;

use super::base64::base64;

/// A report that was built, and what it says.
#[derive(Debug)]
pub struct OddReport {
    pub mail: Vec<u8>,
    /// Every well-formed address that stands in a `Final-Recipient`.
    pub final_recipients: Vec<String>,
    /// Every recipient has one, so that there are just as many.
    pub only_final_recipients: bool,
    pub kind: Kind,
}

/// None where the bytes are too few.
pub fn make(data: &[u8]) -> Option<OddReport> {
    let mut choices = Unstructured::new(data);
    if choices.len() < 8 {
        return None;
    }
    build(&mut choices).ok()
}

const ACTIONS: &[(&str, Kind)] = &[
    ("failed", Kind::Failure),
    ("Failed (unknown user)", Kind::Failure),
    ("FAILED", Kind::Failure),
    ("delayed", Kind::Delay),
    ("delivered", Kind::Delivered),
    ("relayed", Kind::Delivered),
    ("expanded", Kind::Delivered),
    ("expired", Kind::Failure),
    ("error", Kind::Failure),
];

const STATUSES: &[&str] = &[
    "5.1.1",
    "4.2.2",
    "5.0.0",
    "2.0.0",
    "5.7.1 (blocked)",
    "5.1.1 ",
    "",
    "nonsense",
    "5.1",
    "5.1.1.1",
    "9.9.9",
    "550 5.1.1",
    "5.1.1\n (folded)",
];

const DIAGNOSTICS: &[&str] = &[
    "smtp; 550 5.1.1 user unknown",
    "smtp; 550-5.1.1 no\n 550 5.1.1 such user",
    "smtp;",
    "",
    "(null)",
    "x-unix; 67",
    "550 no type",
    "smtp; 452 4.2.2 =?utf-8?Q?bo=C3=AEte_pleine?=",
    "smtp; ユーザーが見つかりません",
    "X-Postfix; host mx.y.example[192.0.2.1] said: 554 5.7.1 <a@y.example>: Relay access denied (in reply to RCPT TO command)",
    "smtp; Connection timed out",
    "; 421 busy",
];

const DATES: &[&str] = &[
    "Mon, 2 Nov 2026 10:00:00 +0000",
    "yesterday",
    "",
    "2026-11-02T10:00:00Z",
    "Mon, 99 Nov 99999 99:99:99 +9999",
    "1",
];

const TYPES: &[&str] = &["rfc822; ", "RFC822;", "rfc822;  ", "", "utf-8; ", "x-local;"];

fn build(u: &mut Unstructured<'_>) -> Result<OddReport> {
    let mut fields = String::new();
    if u.ratio(9, 10)? {
        fields.push_str(u.choose(&[
            "Reporting-MTA: dns; mx.example\n",
            "Reporting-MTA:mx.example\n",
            "reporting-mta : dns;\n",
            "Reporting-MTA: dns; mx.example\nArrival-Date: x\n",
        ])?);
        fields.push_str(u.choose(&["\n", "\n", "\n", "\n\n\n", " \n", "X-Queue-ID: 1\n\n"])?);
    }
    let count = 1 + usize::from(u.int_in_range(0..=5u8)?);
    let mut final_recipients = Vec::new();
    let mut only_final_recipients = true;
    let mut kinds = Vec::new();
    for at in 0..count {
        let mut lines = Vec::new();
        let address = format!(
            "{}{at}@{}",
            u.choose(&["user", "first.last", "a+b", "x-y_", "O'Neko"])?,
            u.choose(&["x.example", "sub.y.example", "xn--p1ai.example"])?
        );
        let wrapped = match u.int_in_range(0..=5u8)? {
            0 => format!("<{address}>"),
            1 => format!(" {address} "),
            _ => address.clone(),
        };
        let kind = u.choose(TYPES)?;
        if u.ratio(1, 3)? {
            lines.push(format!("Original-Recipient: {kind}{wrapped}"));
        }
        if u.ratio(14, 15)? {
            lines.push(format!(
                "{}: {kind}{wrapped}",
                u.choose(&["Final-Recipient", "final-recipient", "FINAL-RECIPIENT"])?
            ));
            final_recipients.push(address);
        } else {
            only_final_recipients = false;
        }
        let (action, means) = u.choose(ACTIONS)?;
        lines.push(format!("Action: {action}"));
        kinds.push(*means);
        for (name, values) in [
            ("Status", STATUSES),
            ("Diagnostic-Code", DIAGNOSTICS),
            ("Last-Attempt-Date", DATES),
            ("Will-Retry-Until", DATES),
        ] {
            if u.ratio(3, 5)? {
                lines.push(format!("{name}: {}", u.choose(values)?));
            }
        }
        if u.ratio(1, 6)? {
            lines.push(
                u.choose(&[
                    "Remote-MTA: dns; mx.y.example",
                    "Remote-MTA: dns; [192.0.2.1] (192.0.2.1)",
                    "X-Odd: \u{1F431}",
                    "no field at all",
                    "Final-Log-ID: 1",
                    ": no name",
                ])?
                .to_string(),
            );
        }
        fields.push_str(&lines.join("\n"));
        // Without a blank line between them, each Final-Recipient still begins a recipient.
        fields.push_str(if u.ratio(7, 8)? { "\n\n" } else { "\n" });
    }
    let kind = if kinds.contains(&Kind::Failure) {
        Kind::Failure
    } else if kinds.contains(&Kind::Delay) {
        Kind::Delay
    } else {
        Kind::Delivered
    };
    Ok(OddReport { mail: wrap(u, &fields)?.into_bytes(), final_recipients, only_final_recipients, kind })
}

/// The mail around the fields, with what mail systems do to MIME.
fn wrap(u: &mut Unstructured<'_>, fields: &str) -> Result<String> {
    let boundary = *u.choose(&["b", "=_x.1/y", "----=_Part_1", "b b"])?;
    let quoted = if u.ratio(3, 4)? || boundary.contains(['=', ' ', '/']) {
        format!("\"{boundary}\"")
    } else {
        boundary.to_owned()
    };
    let mut mail = String::from("Return-Path: <>\nFrom: MAILER-DAEMON@mx.example\nTo: news@example.org\n");
    if u.ratio(1, 2)? {
        mail.push_str(&format!(
            "Subject: {}\n",
            u.choose(&["Undelivered Mail Returned to Sender", "", "=?utf-8?B?44Ko44Op44O8?=", "Re: hello"])?
        ));
    }
    let kind = u.choose(&[
        "report; report-type=delivery-status",
        "report",
        "mixed",
        "REPORT;\n\treport-type=\"delivery-status\"",
    ])?;
    mail.push_str(&format!("MIME-Version: 1.0\nContent-Type: multipart/{kind}; boundary={quoted}\n\n"));
    mail.push_str(u.choose(&["", "This is a MIME message.\n\n", "\n\n"])?);
    if u.ratio(2, 3)? {
        let text = u.choose(&[
            "",
            "Your message could not be delivered.\n",
            "See below: news@example.org\n",
            "ça n'a pas marché\n",
        ])?;
        mail.push_str(&format!(
            "--{boundary}\nContent-Type: text/plain; charset={}\n\n{text}\n",
            u.choose(&["us-ascii", "utf-8", "x-unknown", "\"\""])?
        ));
    }
    mail.push_str(&format!(
        "--{boundary}\nContent-Type: {}\n",
        u.choose(&[
            "message/delivery-status",
            "Message/Delivery-Status; name=x",
            "message/delivery-status; charset=us-ascii"
        ])?
    ));
    match u.int_in_range(0..=6u8)? {
        0 => mail.push_str(&format!("Content-Transfer-Encoding: base64\n\n{}\n", base64(fields.as_bytes()))),
        1 => mail.push_str(&format!("Content-Transfer-Encoding: quoted-printable\n\n{}\n", fields.replace('=', "=3D"))),
        _ => mail.push_str(&format!("\n{fields}\n")),
    }
    if u.ratio(1, 2)? {
        let original =
            u.choose(&["Message-ID: <1@example.org>\nTo: user0@x.example\nSubject: s\n", "", "no header\n"])?;
        mail.push_str(&format!(
            "--{boundary}\nContent-Type: {}\n\n{original}\n",
            u.choose(&["message/rfc822", "text/rfc822-headers", "text/plain"])?
        ));
    }
    if u.ratio(5, 6)? {
        mail.push_str(&format!("--{boundary}--\n"));
    }
    Ok(mail)
}
