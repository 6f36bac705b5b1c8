//! Where a notice ends and the returned message begins: RFC 3464 has parts for that, free text has marker lines.

use memchr::memmem::Finder;
use once_cell::sync::Lazy;

use crate::field_name::Name;
use crate::fields::Fields;
use crate::lanes::{beginnings, is, is_alphanumeric, is_between};
use crate::pieces;
use crate::word_list::WordList;

/// Longest marker line with the space around it, before and behind its words.
const SPACED: usize = 400;

/// Words of marker lines, lower case; a line of at most 100 octets that holds one ends the notice.
const MARKERS: &[&str] = &[
    "below this line is a copy",
    "enclosed are the original headers",
    "enclosed is a copy of the",
    "original message follow",
    "original message headers follow",
    "unsent message follow",
    "unsent message below",
    "message header follow",
    "message headers follow",
    "message text follows",
    "message header is attached",
    "returned message follow",
    "returned mail follow",
    "mail follows",
    "this is a copy of the message",
    "this is a copy of your message",
    "copy of the message's headers",
    "header of the original message",
    "copy of the message header",
    "copy of the message, including all the headers",
    "a copy of the original message",
    "copy of the original message below",
    "the original message was received",
    "original mail as follows",
    "original message headers:",
    "ursprüngliche nachrichtenkopfzeilen",
    "ursprüngliche nachrichtenköpfe",
    "en-têtes de message d'origine",
    "en-têtes de message d’origine",
    "oryginalne nagłówki wiadomości",
    "původní hlavičky zprávy",
    "cabeçalhos de mensagens originais",
    "cabeçalhos originais",
    "encabezados de mensajes originales",
    "intestazioni originali del messaggio",
    "元のメッセージ ヘッダー",
    "元のメッセージヘッダー",
    "原始邮件标题",
    "-- original message",
    "--original message",
    "- original message -",
    "- returned message -",
    "- returned mail -",
    "original message attached",
    "----- message header",
    "-----original message",
    "-------original message",
    "-- body of message generated response",
    "************ end of message",
    "****     end of message",
    "text of original message",
    "headers of the original message",
    "original headers are",
    "no message was collected",
    "message is included below",
    "the text of your message was",
    "start of returned message",
    "begin original message",
    "- mail header -",
    "header of the source mail",
    "original message as received",
    "original message is as follows",
    "returned mail --",
];

static MARKER_LIST: WordList<8> = WordList::of_beginnings(MARKERS);

/// Marker words that belong to the notice although they look like the others.
static NOT_MARKERS: Lazy<[Finder<'static>; 2]> =
    Lazy::new(|| ["the original message was received at", "the original message was received on"].map(Finder::new));

/// Names of fields that a returned message begins with.
static FIRST_FIELDS: WordList<3> = WordList::of_beginnings(&[
    "arc-seal:",
    "delivered-to:",
    "date:",
    "dkim-signature:",
    "from:",
    "message-id:",
    "mime-version:",
    "received:",
    "return-path:",
    "subject:",
    "to:",
    "x-original-to:",
    "x-received:",
    "x-google-smtp-source:",
    "x-account-key:",
]);

/// Where the notice ends, and where the returned message begins, if one follows. `lower` is the text in ASCII lower case.
pub(crate) fn split(text: &str, lower: &str) -> (usize, Option<usize>) {
    let bytes = lower.as_bytes();
    // Where a word begins, or a line: markers and fields begin with a letter or one of these.
    let begins = |before, byte| {
        let first = is_between(byte, b'a', b'z') | is(byte, b'-') | is(byte, b'*') | is(byte, IDEOGRAPH);
        !is_alphanumeric(before) & first
    };
    for at in beginnings(bytes, begins) {
        if let Some((start, end)) = marker(lower, at) {
            return (start, original_in(text, end));
        }
        if (at == 0 || bytes[at - 1] == b'\n') && begins_header(pieces::from(lower, at)) {
            return (at, Some(at));
        }
    }
    (text.len(), None)
}

/// The first octet of 元 and 原, with which the marker lines of Japanese and Chinese begin.
const IDEOGRAPH: u8 = 0xE5;

/// Where the marker line begins and ends whose words begin at this place.
fn marker(lower: &str, place: usize) -> Option<(usize, usize)> {
    let bytes = lower.as_bytes();
    if !MARKER_LIST.begins(&bytes[place..]) {
        return None;
    }
    // A marker line is short; what stands in a long one is not looked at again and again.
    let near = (place.saturating_sub(SPACED), bytes.len().min(place + SPACED));
    let start = memchr::memrchr(b'\n', &bytes[near.0..place]).map_or(near.0, |at| near.0 + at + 1);
    let end = memchr::memchr(b'\n', &bytes[place..near.1]).map_or(near.1, |at| place + at + 1);
    let line = lower.get(start..end)?.trim();
    let ends = line.len() <= 100 && NOT_MARKERS.iter().all(|words| words.find(line.as_bytes()).is_none());
    ends.then_some((start, end))
}

/// Whether a header begins here, at the beginning of a line: a `Received:` or the like, followed by one more field or a folded line.
fn begins_header(text: &str) -> bool {
    if !FIRST_FIELDS.begins(text.as_bytes()) {
        return false;
    }
    let (line, rest) = text.split_at(memchr::memchr(b'\n', text.as_bytes()).unwrap_or(text.len()));
    // `To:`, `Subject:` and `Sent:` blocks of Exchange and Domino are part of the notice: three fields with a known trace or id among them.
    let mut fields = 1;
    let mut trace = is_trace(line);
    for line in rest.lines().skip(1).take(30) {
        if trace && fields >= 2 || line.trim().is_empty() {
            break;
        }
        if line.starts_with([' ', '\t']) {
            continue;
        }
        let Some((name, _)) = line.split_once(':') else { break };
        if name.is_empty() || name.contains(' ') {
            break;
        }
        fields += 1;
        trace |= is_trace(line);
    }
    trace && (fields >= 2 || rest.starts_with("\n ") || rest.starts_with("\n\t"))
}

fn is_trace(line: &str) -> bool {
    ["received:", "message-id:", "return-path:", "x-received:", "mime-version:", "dkim-signature:", "delivered-to:"]
        .iter()
        .any(|field| line.starts_with(field))
}

/// The returned message behind a marker that ends here: its header may be quoted, indented or preceded by rules and blanks.
fn original_in(text: &str, marker_end: usize) -> Option<usize> {
    let rest = text.get(marker_end..)?;
    let start = rest.find(|c: char| c.is_alphabetic())?;
    Some(marker_end + pieces::before(rest, start).rfind('\n').map_or(0, |at| at + 1))
}

/// The header of a returned message found in text; `>` quotes and indents are taken off.
pub(crate) fn original_header(original: &str) -> Option<String> {
    let first = original.lines().find(|l| !l.trim().is_empty())?;
    let prefix: String = first.chars().take_while(|c| matches!(c, '>' | ' ' | '\t' | '|')).collect();
    if prefix.is_empty() {
        return None;
    }
    Some(original.lines().map(|l| l.strip_prefix(prefix.as_str()).unwrap_or(l)).fold(String::new(), |mut out, line| {
        out.push_str(line);
        out.push('\n');
        out
    }))
}

/// Whether a header looks like a mail's: what follows a marker may be anything.
pub(crate) fn is_mail_header(header: &Fields<'_>) -> bool {
    let has = |name: Name<'_>| usize::from(header.has(name));
    let first = has(Name::of("from")) + has(Name::of("to")) + has(Name::of("subject"));
    first >= 2 || first + has(Name::of("message-id")) + has(Name::of("received")) + has(Name::of("date")) >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_marker_is_found() {
        for marker in MARKERS {
            let text = format!("no\n\n{marker}\nx");
            assert_eq!(split(&text, &text), (4, Some(text.len() - 1)), "{marker}");
        }
    }

    #[test]
    fn at_markers_and_at_headers() {
        let split = |text: &'static str| {
            let (end, original) = split(text, &text.to_ascii_lowercase());
            (&text[..end], original.map(|at| &text[at..]))
        };
        let (notice, original) = split(
            "Hi.\n\n<a@b>:\nno\n\n--- Below this line is a copy of the message.\n\nReturn-Path: <x>\nSubject: y\n",
        );
        assert_eq!(notice.trim_end(), "Hi.\n\n<a@b>:\nno");
        assert!(original.unwrap().starts_with("Return-Path:"));
        let (notice, original) = split("no\n\nReceived: from x\n\tby y\nSubject: z\n\nbody");
        assert_eq!(notice, "no\n\n");
        assert!(original.unwrap().starts_with("Received:"));
        let (_, original) = split("Your message\n\n  To: a@b\n  Subject: x\n  Sent: now\n\ndid not reach\n");
        assert_eq!(original, None);
    }
}
