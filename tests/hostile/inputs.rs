//! Mails that nobody means well with, and some that are only broken. Shared by `hostile` (time, depth) and `memory` (allocations).

/// What an input must give.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cut {
    /// A cap is met: `truncated`.
    Yes,
    /// All of it is read.
    No,
    /// Either is right.
    Either,
}

const MIB: usize = 1 << 20;
/// More than is looked at of one mail.
const BIG: usize = 6 * MIB;
const DAEMON: &str = "Return-Path: <>\r\nFrom: MAILER-DAEMON@mx.example.net (Mail Delivery System)\r\nTo: news@shop.example\r\n\
    Subject: Undelivered Mail Returned to Sender\r\nAuto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\n";

type Make = fn() -> Vec<u8>;

/// The names, what they must give, and how they are made: one at a time, as some are large.
pub(crate) const INPUTS: &[(&str, Cut, Make)] = &[
    ("nothing", Cut::No, Vec::new),
    ("one NUL", Cut::No, || vec![0]),
    ("one line end", Cut::No, || b"\r\n".to_vec()),
    ("10 MB of random bytes", Cut::Yes, || random(10 * MIB)),
    ("6 MB of random letters and line ends", Cut::Yes, || letters(BIG)),
    ("6 MB of NULs", Cut::Yes, || vec![0; BIG]),
    ("a notice with NULs", Cut::Yes, || text(&repeat(b"\0<a@b.example>:\0\r\n550 \0no such user\0\r\n", BIG))),
    ("parts that announce boundaries that never come", Cut::Yes, boundaries_that_never_come),
    ("6 MB of boundaries", Cut::Yes, || multipart(&repeat(b"--b\r\n\r\n", BIG))),
    ("6 MB of near boundaries", Cut::Yes, || multipart(&repeat(b"--bb\r\n", BIG))),
    ("6 MB of dashes", Cut::Yes, || multipart(&repeat(b"-", BIG))),
    ("6 MB of dashes on lines", Cut::Yes, || multipart(&repeat(b"--\r\n", BIG))),
    ("a boundary of 200 kB", Cut::Either, || long_boundary(200_000)),
    ("5000 nested multiparts", Cut::Yes, || nested_multiparts(5_000)),
    ("100000 nested messages", Cut::Yes, || nested_messages(100_000)),
    ("100000 nested messages in base64's name", Cut::Yes, || {
        repeat(b"Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n", 100_000 * 67)
    }),
    ("nested reports", Cut::Either, || nested_reports(2_000)),
    ("6 MB of CR", Cut::Yes, || repeat(b"\r", BIG)),
    ("CR line ends", Cut::Yes, || replace_lines(&report(50_000), "\r")),
    ("mixed line ends", Cut::Yes, || mixed_lines(&report(50_000))),
    ("LF CR line ends", Cut::Either, || replace_lines(&report(5_000), "\n\r")),
    ("a million blank lines", Cut::Either, || text(&repeat(b"\r\n", 2_000_000))),
    ("a million blank lines first", Cut::Either, || [repeat(b"\r\n", 2_000_000), report(1)].concat()),
    ("a header line of 10 MB", Cut::Yes, || {
        [b"Subject: ".as_slice(), &repeat(b"x", 10 * MIB), b"\r\n\r\nbody"].concat()
    }),
    ("a header name of 6 MB", Cut::Yes, || [repeat(b"x", BIG).as_slice(), b": y\r\n\r\nbody"].concat()),
    ("a folded header of 6 MB", Cut::Yes, || {
        [b"Subject: a".as_slice(), &repeat(b"\r\n x", BIG), b"\r\n\r\nbody"].concat()
    }),
    ("100000 Received headers", Cut::Yes, || {
        [
            &repeat(b"Received: from a.example by b.example; Thu, 1 Jan 2026 00:00:00 +0000\r\n", 71 * 100_000),
            b"\r\n".as_slice(),
            &report(1),
        ]
        .concat()
    }),
    ("header after header of one letter", Cut::Yes, || repeat(b"a:\r\n", BIG)),
    ("300 kB of content types", Cut::Yes, || repeat(b"Content-Type: multipart/report; boundary=a\r\n", 300_000)),
    ("parameters without end", Cut::Yes, || {
        [b"Content-Type: multipart/report".as_slice(), &repeat(b"; a=b", BIG)].concat()
    }),
    ("a quoted parameter without end", Cut::Yes, || {
        [b"Content-Type: multipart/report; boundary=\"".as_slice(), &repeat(b"\\\"", BIG)].concat()
    }),
    ("comments without end", Cut::Yes, || [b"From: ".as_slice(), &repeat(b"(", BIG)].concat()),
    ("a To of 6 MB", Cut::Yes, || header("To", b"a@b.example, ", BIG)),
    ("a From of angle brackets", Cut::Yes, || header("From", b"<", BIG)),
    ("X-Failed-Recipients of 6 MB", Cut::Yes, || header("X-Failed-Recipients", b"a@b.example, ", BIG)),
    ("a Return-Path of @", Cut::Yes, || header("Return-Path", b"@", BIG)),
    ("encoded words", Cut::Yes, || header("Subject", b"=?utf-8?q?=41?= ", BIG)),
    ("open encoded words", Cut::Yes, || header("Subject", b"=?", BIG)),
    ("open encoded words in a charset", Cut::Yes, || header("Subject", b"=?iso-2022-jp?b?", BIG)),
    ("VERP of equals signs", Cut::Yes, || header("Delivered-To", b"a=b=", BIG)),
    ("50000 recipients in a report", Cut::Yes, || report(50_000)),
    ("900 recipients in a report", Cut::No, || report(900)),
    ("1000 recipients in a report and in its text", Cut::Either, || report_and_text(1_000)),
    ("diagnostics of words", Cut::Either, || diagnostics(480, b"user unknown mailbox full ")),
    ("diagnostics of continued lines", Cut::Either, || diagnostics(480, b"550-a ")),
    ("diagnostics of statuses", Cut::Either, || diagnostics(480, b"5.1.1 ")),
    ("diagnostics of addresses", Cut::Either, || diagnostics(480, b"<a@b.example> ")),
    ("diagnostics of hosts", Cut::Either, || diagnostics(480, b"a.b.c.d.")),
    ("diagnostics of encoded words", Cut::Either, || diagnostics(480, b"=?utf-8?q?=41?= ")),
    ("50000 recipients in a notice", Cut::Yes, || notice(50_000)),
    ("50000 recipients in a transcript", Cut::Yes, || transcript(50_000)),
    ("50000 recipients in a qmail notice", Cut::Yes, || qmail(50_000)),
    ("a returned original of 20 MB", Cut::Yes, || returned(20 * MIB)),
    ("a returned original of 3 MB", Cut::No, || returned(3 * MIB)),
    ("a diagnostic of 5 MB", Cut::Yes, || report_with("Diagnostic-Code: smtp; 550 ", b"no such user ", 5 * MIB)),
    ("a diagnostic of folded lines", Cut::Yes, || report_with("Diagnostic-Code: smtp; 550 ", b"\r\n 550-", 5 * MIB)),
    ("a Final-Recipient of 5 MB", Cut::Yes, || report_with("Final-Recipient: rfc822; ", b"a@", 5 * MIB)),
    ("an xtext address", Cut::Yes, || report_with("Original-Recipient: rfc822; ", b"+40", 5 * MIB)),
    ("a utf-8 address", Cut::Yes, || report_with("Final-Recipient: utf-8; ", b"\\x{41}", 5 * MIB)),
    ("an open utf-8 address", Cut::Yes, || report_with("Final-Recipient: utf-8; ", b"\\x{", 5 * MIB)),
    ("lines of Final-Recipient", Cut::Yes, || report_part(&repeat(b"Final-Recipient: rfc822;a@b.example\r\n", BIG))),
    ("blocks of Final-Recipient", Cut::Yes, || {
        report_part(&repeat(b"Final-Recipient: rfc822;a@b.example\r\n\r\n", BIG))
    }),
    ("blocks of Action", Cut::Yes, || report_part(&repeat(b"Action: failed\r\n\r\n", BIG))),
    ("a status part of blank lines", Cut::Either, || report_part(&repeat(b"\r\n", 3 * MIB))),
    ("fields of a report in text", Cut::Yes, || {
        text(&repeat(b"Final-Recipient: rfc822;a@b.example\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n", BIG))
    }),
    ("a complaint of many recipients", Cut::Yes, || complaint(50_000)),
    ("a receipt of many fields", Cut::Yes, receipt),
    ("text of @", Cut::Yes, || text(&repeat(b"@", BIG))),
    ("text of a@b", Cut::Yes, || text(&repeat(b"a@b ", BIG))),
    ("text of addresses", Cut::Yes, || text(&repeat(b"ada@x.example ", BIG))),
    ("text of addresses without end", Cut::Yes, || text(&[b"a@".as_slice(), &repeat(b"a.", BIG)].concat())),
    ("text of <", Cut::Yes, || text(&repeat(b"<", BIG))),
    ("text of <a@b.example>", Cut::Yes, || text(&repeat(b"<a@b.example>", BIG))),
    ("text of <a@b.example>: on lines", Cut::Yes, || text(&repeat(b"<a@b.example>:\r\n", BIG))),
    ("text of quotes", Cut::Yes, || text(&repeat(b"\"", BIG))),
    ("text of 550", Cut::Yes, || text(&repeat(b"550 ", BIG))),
    ("text of 550 on lines", Cut::Yes, || text(&repeat(b"550-5.1.1 \r\n", BIG))),
    ("text of statuses", Cut::Yes, || text(&repeat(b"5.1.1 ", BIG))),
    ("text of digits and dots", Cut::Yes, || text(&repeat(b"5.", BIG))),
    ("text of digits", Cut::Yes, || text(&repeat(b"5", BIG))),
    ("text of (#", Cut::Yes, || text(&repeat(b"(#", BIG))),
    ("text of >>> and <<<", Cut::Yes, || text(&repeat(b">>> RCPT To:<a@b.example>\r\n<<< 550 no\r\n", BIG))),
    ("text of quote marks", Cut::Yes, || text(&repeat(b"> ", BIG))),
    ("text of words", Cut::Yes, || text(&repeat(b"user unknown mailbox full ", BIG))),
    ("text of beginnings of phrases", Cut::Yes, || text(&repeat(b"message could not ", BIG))),
    ("text of one letter", Cut::Yes, || text(&repeat(b"m", BIG))),
    ("text of colons", Cut::Yes, || text(&repeat(b":", BIG))),
    ("text of header lines", Cut::Yes, || text(&repeat(b"Received: x\r\nFrom: a@b.example\r\n", BIG))),
    ("text of original markers", Cut::Yes, || {
        text(&repeat(b"--- Below this line is a copy of the message.\r\n\r\n", BIG))
    }),
    ("text of dashes", Cut::Yes, || text(&repeat(b"----- ", BIG))),
    ("text that grows when folded", Cut::Yes, || text(&repeat("İẞﬀ㍿Ⱥ".as_bytes(), BIG))),
    ("text of combining marks", Cut::Yes, || text(&repeat("\u{301}".as_bytes(), BIG))),
    ("text of bytes that are no UTF-8", Cut::Yes, || text(&repeat(b"\xff\xfe\x80", BIG))),
    ("text of ESC", Cut::Yes, || typed("text/plain; charset=iso-2022-jp", "7bit", &repeat(b"\x1b$B!!\x1b(B", BIG))),
    ("text of lost ESC", Cut::Yes, || typed("text/plain; charset=iso-2022-jp", "7bit", &repeat(b"$B%(%i!<(B", BIG))),
    ("text of open ESC", Cut::Yes, || typed("text/plain; charset=iso-2022-jp", "7bit", &repeat(b"\x1b", BIG))),
    ("UTF-7", Cut::Yes, || typed("text/plain; charset=utf-7", "7bit", &repeat(b"+AGE", BIG))),
    ("UTF-16", Cut::Yes, || typed("text/plain; charset=utf-16", "8bit", &repeat(b"\xff\xd8", BIG))),
    ("gb18030", Cut::Yes, || typed("text/plain; charset=gb18030", "8bit", &repeat(b"\x81\x30", BIG))),
    ("quoted-printable of =", Cut::Yes, || typed("text/plain", "quoted-printable", &repeat(b"=", BIG))),
    ("quoted-printable of soft ends", Cut::Yes, || typed("text/plain", "quoted-printable", &repeat(b"=\r\n", BIG))),
    ("quoted-printable of spaces", Cut::Yes, || typed("text/plain", "quoted-printable", &repeat(b" ", BIG))),
    ("base64 of letters", Cut::Yes, || typed("text/plain", "base64", &repeat(b"QUFB", BIG))),
    ("base64 of =", Cut::Yes, || typed("text/plain", "base64", &repeat(b"=", BIG))),
    ("base64 of blank lines", Cut::Yes, || typed("text/plain", "base64", &repeat(b"\r\n", BIG))),
    ("html of <", Cut::Yes, || typed("text/html", "7bit", &repeat(b"<", BIG))),
    ("html of open tags", Cut::Yes, || typed("text/html", "7bit", &repeat(b"<div ", BIG))),
    ("html of tags", Cut::Yes, || typed("text/html", "7bit", &repeat(b"<p><br>", BIG))),
    ("html of entities", Cut::Yes, || typed("text/html", "7bit", &repeat(b"&amp;", BIG))),
    ("html of open entities", Cut::Yes, || typed("text/html", "7bit", &repeat(b"&", BIG))),
    ("html of comments", Cut::Yes, || typed("text/html", "7bit", &repeat(b"<!--", BIG))),
    ("html of scripts", Cut::Yes, || typed("text/html", "7bit", &repeat(b"<script>", BIG))),
    ("JSON that is nested", Cut::Yes, || typed("application/json", "7bit", &repeat(b"[", BIG))),
    ("a notification in JSON that is nested", Cut::Yes, || {
        text(&[b"{\"notificationType\":\"Bounce\",\"bounce\":".as_slice(), &repeat(b"{\"a\":", BIG)].concat())
    }),
    ("64 parts of text", Cut::Either, || parts(64, 60_000)),
    ("5000 parts of text", Cut::Yes, || parts(5_000, 2_000)),
    ("1000 enclosed reports", Cut::Yes, || enclosed(1_000)),
    ("4 levels of 4 enclosed reports", Cut::Either, || fan(4, 4, 40_000)),
];

fn repeat(bytes: &[u8], length: usize) -> Vec<u8> {
    bytes.repeat(length / bytes.len())
}

/// xorshift: the same bytes each time.
fn numbers() -> impl Iterator<Item = u64> {
    let mut x = 0x9e37_79b9_7f4a_7c15_u64;
    std::iter::repeat_with(move || {
        x ^= x << 13;
        x ^= x >> 7;
        x ^= x << 17;
        x
    })
}

fn random(length: usize) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(length + 8);
    let mut numbers = numbers();
    while bytes.len() < length {
        bytes.extend(numbers.next().unwrap_or_default().to_le_bytes());
    }
    bytes.truncate(length);
    bytes
}

fn letters(length: usize) -> Vec<u8> {
    const ALPHABET: &[u8; 64] = b"aaeeiioottnnss     <<>>@@@@..55001-::=\r\n\r\n\n\n\n;;\"\"()[]?&-----  Ff";
    random(length).into_iter().map(|b| ALPHABET[usize::from(b & 63)]).collect()
}

fn text(body: &[u8]) -> Vec<u8> {
    [DAEMON.as_bytes(), b"\r\n", body].concat()
}

fn typed(media: &str, encoding: &str, body: &[u8]) -> Vec<u8> {
    let head = format!("{DAEMON}Content-Type: {media}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n");
    [head.as_bytes(), body].concat()
}

fn header(name: &str, value: &[u8], length: usize) -> Vec<u8> {
    let head = format!("{DAEMON}{name}: ");
    [head.as_bytes(), &repeat(value, length), b"\r\n\r\nbody\r\n"].concat()
}

fn multipart(body: &[u8]) -> Vec<u8> {
    let head = format!("{DAEMON}Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n");
    [head.as_bytes(), body].concat()
}

fn report_part(fields: &[u8]) -> Vec<u8> {
    multipart(
        &[
            b"--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.net\r\n\r\n"
                .as_slice(),
            fields,
        ]
        .concat(),
    )
}

fn report_with(field: &str, value: &[u8], length: usize) -> Vec<u8> {
    let head = format!("Final-Recipient: rfc822; ada@x.example\r\nAction: failed\r\nStatus: 5.0.0\r\n{field}");
    report_part(&[head.as_bytes(), &repeat(value, length), b"\r\n\r\n--b--\r\n"].concat())
}

fn report(recipients: usize) -> Vec<u8> {
    let mut fields = String::new();
    for n in 0..recipients {
        fields += &format!(
            "Final-Recipient: rfc822; user{n}@x{n}.example\r\nOriginal-Recipient: rfc822;user{n}@x.example\r\nAction: failed\r\n\
             Status: 5.1.1\r\nRemote-MTA: dns; mx{n}.x.example\r\nDiagnostic-Code: smtp; 550 5.1.1 <user{n}@x.example>: user unknown\r\n\r\n"
        );
    }
    report_part(
        &[fields.as_bytes(), b"--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: x\r\n\r\nx\r\n--b--\r\n"].concat(),
    )
}

fn diagnostics(recipients: usize, words: &[u8]) -> Vec<u8> {
    let words = repeat(words, 8 << 10);
    let entry = |n: usize| {
        let head =
            format!("Final-Recipient: rfc822; user{n}@x.example\r\nAction: failed\r\nDiagnostic-Code: smtp; 550-");
        [head.as_bytes(), &words, b"\r\n\r\n"].concat()
    };
    report_part(&(0..recipients).flat_map(entry).collect::<Vec<u8>>())
}

fn report_and_text(recipients: usize) -> Vec<u8> {
    let text =
        (0..recipients).map(|n| format!("<user{n}@x.example>: host mx.x.example[192.0.2.1] said: 550 no\r\n\r\n"));
    let fields =
        (0..recipients).map(|n| format!("Final-Recipient: rfc822; user{n}@x.example\r\nAction: failed\r\n\r\n"));
    let (text, fields) = (text.collect::<String>(), fields.collect::<String>());
    let body = format!(
        "--b\r\nContent-Type: text/plain\r\n\r\nThis is the mail system at host mx.example.net.\r\n\r\n{text}\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n{fields}--b--\r\n"
    );
    multipart(body.as_bytes())
}

fn notice(recipients: usize) -> Vec<u8> {
    let head = "This is the mail system at host mx.example.net.\r\n\r\nI'm sorry to have to inform you that your message could not\r\n\
        be delivered to one or more recipients.\r\n\r\n                   The mail system\r\n\r\n";
    let lines = (0..recipients).map(|n| {
        format!("<user{n}@x.example>: host mx.x.example[192.0.2.1] said: 550 5.1.1\r\n    <user{n}@x.example>: user unknown (in reply to RCPT TO command)\r\n\r\n")
    });
    text((head.to_owned() + &lines.collect::<String>()).as_bytes())
}

fn transcript(recipients: usize) -> Vec<u8> {
    let addresses = (0..recipients).map(|n| format!("<user{n}@x.example>\r\n")).collect::<String>();
    let lines =
        (0..recipients).map(|n| format!(">>> RCPT To:<user{n}@x.example>\r\n<<< 550 5.1.1 user{n} unknown\r\n"));
    let body = format!(
        "   ----- The following addresses had permanent fatal errors -----\r\n{addresses}\r\n   ----- Transcript of session follows -----\r\n{}",
        lines.collect::<String>()
    );
    text(body.as_bytes())
}

fn qmail(recipients: usize) -> Vec<u8> {
    let lines = (0..recipients).map(|n| format!("<user{n}@x.example>:\r\n192.0.2.1 does not like recipient.\r\nRemote host said: 550 no user{n}\r\nGiving up on 192.0.2.1.\r\n\r\n"));
    let body = format!("Hi. This is the qmail-send program at mx.example.net.\r\n\r\n{}", lines.collect::<String>());
    text(body.as_bytes())
}

fn returned(length: usize) -> Vec<u8> {
    let head = "--b\r\nContent-Type: text/plain\r\n\r\nIt could not be delivered.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n\
        Reporting-MTA: dns; mx.example.net\r\n\r\nFinal-Recipient: rfc822; ada@x.example\r\nAction: failed\r\nStatus: 5.2.2\r\n\r\n--b\r\n\
        Content-Type: message/rfc822\r\n\r\nMessage-ID: <a@shop.example>\r\nTo: ada@x.example\r\nContent-Type: image/png\r\n\
        Content-Transfer-Encoding: base64\r\n\r\n";
    let line = b"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWj\r\n";
    multipart(&[head.as_bytes(), &repeat(line, length), b"--b--\r\n"].concat())
}

fn boundaries_that_never_come() -> Vec<u8> {
    let part = |n: usize| format!("--b\r\nContent-Type: multipart/mixed; boundary=\"never-{n}\"\r\n\r\nnothing\r\n");
    multipart((0..20_000).map(part).collect::<String>().as_bytes())
}

fn long_boundary(length: usize) -> Vec<u8> {
    let boundary = "-".repeat(length);
    let head = format!("{DAEMON}Content-Type: multipart/mixed; boundary=\"{boundary}\"\r\n\r\n");
    [head.as_bytes(), &repeat(b"-", 4 * MIB)].concat()
}

fn nested_multiparts(depth: usize) -> Vec<u8> {
    let open = (0..depth).map(|n| format!("Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n"));
    let close = (0..depth).rev().map(|n| format!("\r\n--b{n}--\r\n"));
    let inner = "Content-Type: text/plain\r\n\r\ninner";
    [DAEMON.to_owned(), open.collect(), inner.to_owned(), close.collect()].concat().into_bytes()
}

fn nested_messages(depth: usize) -> Vec<u8> {
    let one = b"Content-Type: message/rfc822\r\n\r\n";
    [DAEMON.as_bytes(), &repeat(one, depth * one.len()), b"Subject: inner\r\n\r\ninner\r\n"].concat()
}

fn nested_reports(depth: usize) -> Vec<u8> {
    let level = |n: usize| {
        format!(
            "{DAEMON}Content-Type: multipart/report; boundary=b{n}\r\n\r\n--b{n}\r\nContent-Type: message/delivery-status\r\n\r\n\
             Final-Recipient: rfc822; u{n}@x.example\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--b{n}\r\nContent-Type: message/rfc822\r\n\r\n"
        )
    };
    (0..depth).map(level).collect::<String>().into_bytes()
}

fn parts(count: usize, length: usize) -> Vec<u8> {
    let body = String::from_utf8(repeat(b"<ada@x.example>: 550 5.1.1 user unknown\r\n", length)).unwrap_or_default();
    multipart(format!("--b\r\nContent-Type: text/plain\r\n\r\n{body}\r\n").repeat(count).as_bytes())
}

fn enclosed(count: usize) -> Vec<u8> {
    let inner = String::from_utf8(report(3)).unwrap_or_default().replace("--b", "--c").replace("=b", "=c");
    multipart(format!("--b\r\nContent-Type: message/rfc822\r\n\r\n{inner}\r\n").repeat(count).as_bytes())
}

/// Enclosed messages, each of which encloses some, and text in each.
fn fan(levels: usize, width: usize, length: usize) -> Vec<u8> {
    let mut inner = b"Content-Type: text/plain\r\n\r\n".to_vec();
    inner.extend(repeat(b"ada@x.example 550 user unknown\r\n", length));
    for level in 0..levels {
        let part = [format!("--f{level}\r\nContent-Type: message/rfc822\r\n\r\n").as_bytes(), &inner, b"\r\n"].concat();
        let head = format!("From: MAILER-DAEMON@x.example\r\nContent-Type: multipart/mixed; boundary=f{level}\r\n\r\n");
        inner = [head.as_bytes(), &part.repeat(width)].concat();
    }
    inner
}

fn complaint(recipients: usize) -> Vec<u8> {
    let head = format!("{DAEMON}Content-Type: multipart/report; report-type=feedback-report; boundary=b\r\n\r\n");
    let fields = (0..recipients).map(|n| format!("Original-Rcpt-To: <user{n}@x.example>\r\n")).collect::<String>();
    format!("{head}--b\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\nVersion: 1\r\n{fields}\r\n--b--\r\n").into_bytes()
}

fn receipt() -> Vec<u8> {
    let head =
        format!("{DAEMON}Content-Type: multipart/report; report-type=disposition-notification; boundary=b\r\n\r\n");
    let fields = "Final-Recipient: rfc822;a@x.example\r\nDisposition: manual-action/MDN-sent-manually; displayed\r\n"
        .repeat(50_000);
    format!("{head}--b\r\nContent-Type: message/disposition-notification\r\n\r\n{fields}\r\n--b--\r\n").into_bytes()
}

fn replace_lines(bytes: &[u8], end: &str) -> Vec<u8> {
    String::from_utf8_lossy(bytes).replace("\r\n", end).into_bytes()
}

fn mixed_lines(bytes: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(bytes);
    let lines = text.split("\r\n").enumerate();
    lines.flat_map(|(n, line)| [line, ["\r\n", "\n", "\r", "\n\r"][n % 4]]).collect::<String>().into_bytes()
}
