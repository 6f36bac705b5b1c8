//! Values of header fields in their usual forms: parameters, media types, and addresses without any syntax around them.

use std::borrow::Cow;

use crate::field_name::same_name;
use crate::fields::{collapsed, cut};
use crate::lanes::{self, Lane, is, is_between, places_of};
use crate::pieces;

/// `type/subtype` of a `Content-Type`, lower case; `text/plain` where none is stated (RFC 2045 s5.2).
pub(crate) fn media_type<'a>(content_type: &Cow<'a, str>) -> Cow<'a, str> {
    fn first_word(text: &str) -> &str {
        let ends = |lane| is(lane, b';') | is(lane, b'(') | is_space(lane);
        let end = lanes::find(text.as_bytes(), ends).unwrap_or(text.len());
        cut(pieces::before(text, end).trim_ascii(), 80)
    }
    let media = match content_type {
        Cow::Borrowed(text) => Cow::Borrowed(first_word(text)),
        Cow::Owned(text) => Cow::Owned(first_word(text).to_owned()),
    };
    if media.is_empty() || media.eq_ignore_ascii_case("text") {
        return Cow::Borrowed("text/plain");
    }
    if lanes::any(media.as_bytes(), |lane| is_between(lane, b'A', b'Z')) {
        return Cow::Owned(media.to_ascii_lowercase());
    }
    media
}

/// A subject without the tags that lists and gateways put before it: `[EXT]`, `{Spam?}`, `***SPAM***`.
pub(crate) fn untagged(subject: &str) -> &str {
    const MOST: usize = 3;
    const LONGEST: usize = 40;
    let mut rest = subject;
    for _ in 0..MOST {
        let end = match rest.as_bytes() {
            [b'[', ..] => rest.find(']'),
            [b'{', ..] => rest.find('}'),
            [b'*', ..] => pieces::from(rest, 1).find("* ").map(|at| at + 1),
            _ => None,
        };
        let Some(end) = end.filter(|end| *end <= LONGEST) else { break };
        let behind = pieces::from(rest, end + 1).trim_start();
        if behind.is_empty() {
            break;
        }
        rest = behind;
    }
    rest
}

/// A parameter of a structured value (RFC 2045 s5.1), unquoted.
pub(crate) fn parameter<'v>(value: &'v str, name: &str) -> Option<Cow<'v, str>> {
    for at in places_of(b';', value.as_bytes()) {
        let rest = pieces::from(value, at + 1).trim_ascii_start();
        let called = |(head, _): &(&str, _)| same_name(head.as_bytes(), name.as_bytes());
        let Some((_, tail)) = rest.split_at_checked(name.len()).filter(called) else { continue };
        let tail = tail.trim_ascii_start();
        // RFC 2231 s3: `boundary*0=`; a continued boundary is never met, its first piece is enough to fail cleanly.
        let Some(value) = tail.strip_prefix("*0").unwrap_or(tail).strip_prefix('=') else { continue };
        let value = value.trim_ascii_start();
        let Some(quoted) = value.strip_prefix('"') else {
            let ends = |lane| is(lane, b';') | is_space(lane);
            let end = lanes::find(value.as_bytes(), ends).unwrap_or(value.len());
            return Some(pieces::before(value, end).into());
        };
        let ends = |lane| is(lane, b'"') | is(lane, b'\\');
        let end = lanes::find(quoted.as_bytes(), ends).unwrap_or(quoted.len());
        let escaped = quoted.as_bytes().get(end) == Some(&b'\\');
        if escaped {
            return Some(unquoted(quoted).into());
        }
        let content = pieces::before(quoted, end);
        let folded = lanes::any(content.as_bytes(), |lane| is(lane, b'\n'));
        return Some(if folded { collapsed(content) } else { content.into() });
    }
    None
}

/// The content of a quoted string (RFC 822 s3.3) up to its closing quote.
fn unquoted(quoted: &str) -> String {
    let mut out = String::new();
    let mut chars = quoted.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => break,
            '\\' => out.extend(chars.next()),
            c => out.push(c),
        }
    }
    out
}

/// White space, line ends included.
fn is_space(lane: Lane) -> Lane {
    is(lane, b' ') | is(lane, b'\t') | is(lane, b'\r') | is(lane, b'\n')
}

/// All but printable characters and white space, and what quotes, comments, groups, literals and encoded words begin with.
fn is_odd(lane: Lane) -> Lane {
    let space = is_space(lane);
    let syntax = is(lane, b'"') | is(lane, b'(') | is_between(lane, b':', b';') | is(lane, b'\\');
    !(is_between(lane, b'!', b'~') | space) | syntax | is(lane, b'?') | is(lane, b'[')
}

/// `a@b`, `<a@b>` or `Name <a@b>` of a short text.
pub(crate) fn lone_address(text: &str) -> Option<&str> {
    let [odd, opening, ats, breaks] = lanes::marks(text.as_bytes(), |lane| {
        let odd = is_odd(lane) | is(lane, b',');
        let breaks = is(lane, b' ') | is(lane, b'>') | is_between(lane, b'\t', b'\n');
        [odd, is(lane, b'<'), is(lane, b'@'), breaks]
    })?;
    let trimmed = text.trim_ascii_end();
    let (start, end) = if opening == 0 {
        (text.len() - text.trim_ascii_start().len(), trimmed.len())
    } else {
        (opening.trailing_zeros() as usize + 1, trimmed.strip_suffix('>')?.len())
    };
    // Whether a bit is set from the lowest octet of the address to its highest.
    let inside = |bits: u64| start < end && bits << (64 - end) >> (64 - end + start) != 0;
    let lone = odd == 0 && opening & opening.wrapping_sub(1) == 0 && inside(ats) && !inside(breaks);
    lone.then(|| pieces::between(text, start, end))
}

/// The addresses of a list without quotes, comments, groups or encoded words, as most are; `None` for any other.
pub(crate) fn plain_addresses(text: &str, cap: usize) -> Option<Vec<String>> {
    // Most lists are of one.
    if let Some(lone) = lone_address(text).filter(|_| cap > 0) {
        return Some(vec![lone.to_owned()]);
    }
    if lanes::any(text.as_bytes(), is_odd) {
        return None;
    }
    let mut out = Vec::new();
    for entry in text.split(',').map(str::trim_ascii).filter(|e| !e.is_empty()).take(cap) {
        let address = match lanes::find(entry.as_bytes(), |lane| is(lane, b'<')) {
            Some(at) => pieces::from(entry, at + 1).strip_suffix('>')?.trim_ascii(),
            None => entry,
        };
        if address.is_empty() {
            continue;
        }
        let odd = |lane| is(lane, b' ') | is(lane, b'<') | is(lane, b'>') | is_between(lane, b'\t', b'\n');
        let bytes = address.as_bytes();
        if !lanes::any(bytes, |lane| is(lane, b'@')) || lanes::any(bytes, odd) {
            return None;
        }
        out.push(address.to_owned());
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_of_subjects() {
        for (subject, rest) in [
            ("[EXT] Re: a", "Re: a"),
            ("***SPAM*** {Spam?} [list] Out of office", "Out of office"),
            ("[a][b][c][d] x", "[d] x"),
            ("[postmaster]", "[postmaster]"),
            ("a [b]", "a [b]"),
            ("", ""),
        ] {
            assert_eq!(untagged(subject), rest);
        }
    }

    #[test]
    fn parameters() {
        assert_eq!(parameter("multipart/report; report-type=x; boundary=\"a;b\"", "boundary").unwrap(), "a;b");
        assert_eq!(parameter("a/b; Charset = utf-8 ; x=y", "charset").unwrap(), "utf-8");
        assert_eq!(parameter("a/b", "charset"), None);
        assert_eq!(parameter("a/b;\r\n\tboundary=c\r\n\t; x=y", "boundary").unwrap(), "c");
        assert_eq!(parameter("a/b; boundary=\"c  d\"", "boundary").unwrap(), "c  d");
        assert_eq!(parameter("a/b; name=\"c\r\n d\"", "name").unwrap(), "c d");
    }
}
