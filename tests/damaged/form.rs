//! Where the same takes another form.

use memchr::memmem;

use crate::compare::{check, check_same};
use crate::mail::{field, first_text, replaced, with_text};

#[test]
fn with_its_lines_broken_again() {
    for column in [50, 60, 72] {
        check(|mail| with_text(mail, |text| text.lines().map(|line| broken(line, column)).collect()), &[]);
    }
}

#[test]
fn without_its_empty_lines() {
    let full = |line: &&str| !line.trim().is_empty();
    check(|mail| with_text(mail, |text| text.lines().filter(full).map(|line| format!("{line}\n")).collect()), &[]);
}

#[test]
fn with_its_lines_indented() {
    // In these, lines end inside an address, which is quoted-printable.
    let excepted = ["hand-built/ses/07-sns-json-bounce.eml", "hand-built/ses/09-sns-json-complaint.eml"];
    check(|mail| with_text(mail, |text| text.lines().map(|line| format!("    {line} \n")).collect()), &excepted);
}

/// Nothing else tells what belongs to a recipient.
const NEEDS_INDENTS: [&str; 1] = ["hand-built/sun-messaging/02-alias-over-quota.eml"];

#[test]
fn without_its_indents() {
    let left = |text: &str| text.lines().map(|line| format!("{}\n", line.trim_start())).collect();
    check_same(|mail| with_text(mail, left), &NEEDS_INDENTS);
}

#[test]
fn with_tabs_for_its_indents() {
    check_same(|mail| with_text(mail, |text| text.replace("    ", "\t")), &[]);
}

#[test]
fn as_html() {
    check_same(|mail| html(mail, |text| format!("<pre>{text}</pre>")), &[]);
    check_same(|mail| html(mail, |text| format!("<div style='white-space:pre-wrap'>{text}</div>")), &[]);
    for (before, behind) in
        [("", "<br class=x>\n"), ("<div><span>", "</span></div>"), ("<tr><td>", "</td></tr>"), ("<p>", "</p>\n")]
    {
        let marked = |text: &str| text.split('\n').map(|line| format!("{before}{line}{behind}")).collect();
        check_same(|mail| html(mail, marked), &NEEDS_INDENTS);
    }
}

/// The mail with its text as HTML, made of text in which nothing but its lines must still be marked.
fn html(mail: &[u8], body: impl Fn(&str) -> String) -> Option<Vec<u8>> {
    let (start, end) = first_text(mail)?;
    if mail[start..end].contains(&0x1b) || field(mail, "content-transfer-encoding", "quoted-printable").is_some() {
        return None;
    }
    let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let mail = with_text(mail, |text| format!("<html><body>{}</body></html>\n", body(&escaped(text))))?;
    if field(&mail, "content-type", "").is_some() {
        return replaced(&mail, "text/plain", "text/html");
    }
    Some([b"Content-Type: text/html\n", &*mail].concat())
}

#[test]
fn with_links_to_its_addresses() {
    check_same(|mail| with_text(mail, linked), &[]);
}

/// A text in which addresses in brackets are links, as programs write HTML in text.
fn linked(text: &str) -> String {
    let mut out = String::new();
    for (at, piece) in text.split('<').enumerate() {
        let address = piece.split_once('>').filter(|(it, _)| it.contains('@') && !it.contains([' ', '\n', '"', '/']));
        match address {
            Some((address, rest)) if at > 0 => out.push_str(&format!("{address}<mailto:{address}>{rest}")),
            _ if at > 0 => out.push_str(&format!("<{piece}")),
            _ => out.push_str(piece),
        }
    }
    out
}

#[test]
fn with_its_fields_in_reverse_order() {
    let reversed = |mail: &[u8]| {
        let at = field(mail, "content-type", "message/delivery-status")?;
        let start = at + memmem::find(&mail[at..], b"\n\n")? + 2;
        let end = start + memmem::find(&mail[start..], b"\n--")?;
        let blocks = str::from_utf8(&mail[start..end]).ok()?.split("\n\n");
        let blocks: Vec<String> = blocks.map(|block| block.trim_matches('\n')).map(with_fields_reversed).collect();
        Some([&mail[..start], blocks.join("\n\n").as_bytes(), b"\n", &mail[end..]].concat())
    };
    check_same(reversed, &[]);
}

fn with_fields_reversed(block: &str) -> String {
    let mut fields: Vec<String> = Vec::new();
    for line in block.lines() {
        match fields.last_mut() {
            Some(last) if line.starts_with([' ', '\t']) => *last += &format!("\n{line}"),
            _ => fields.push(line.to_owned()),
        }
    }
    fields.reverse();
    fields.join("\n")
}

#[test]
fn with_its_line_ends_doubled() {
    let ending =
        |end: &'static [u8]| move |mail: &[u8]| Some(mail.split(|&byte| byte == b'\n').collect::<Vec<_>>().join(end));
    check_same(ending(b"\r\r\n"), &[]);
}

/// A line broken at the spaces before a column.
fn broken(line: &str, column: usize) -> String {
    let mut out = String::new();
    let mut length = 0;
    for word in line.split_inclusive(' ') {
        if length > 0 && length + word.len() > column {
            out.push('\n');
            length = 0;
        }
        out.push_str(word);
        length += word.len();
    }
    out + "\n"
}
