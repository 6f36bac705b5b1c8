//! Header blocks and MIME parts (RFC 2045, 2046): found by our own linear scan; single parts and header values are decoded by
//! mail-parser, which only this file names.
//!
//! The scan is ours because a full parse of hostile mail is quadratic or deep; here the work is bounded by [`Limits`].

use std::borrow::Cow;

use mail_parser::decoders::{
    base64::base64_decode, charsets::map::charset_decoder, html::html_to_text,
    quoted_printable::quoted_printable_decode,
};
use mail_parser::parsers::MessageStream;
use mail_parser::{DateTime, HeaderValue};
use memchr::memmem::{self, Finder};
use memchr::{memchr, memchr2};
use once_cell::sync::Lazy;

use crate::fields::{Fields, Value, cut, split_line, within};
use crate::header_value::{lone_address, media_type, parameter, plain_addresses};
use crate::html;
use crate::lanes::{any_behind, is, is_between};
use crate::limits::Limits;
use crate::pieces;
use crate::quoted_printable;
use crate::time::Timestamp;

/// A mail or an enclosed message: its header and its leaf parts, in order.
#[derive(Debug, Default)]
pub(crate) struct Message<'a> {
    pub(crate) header: Fields<'a>,
    /// `Content-Type`, as it stands there; empty where there is none.
    pub(crate) content_type: Cow<'a, str>,
    pub(crate) parts: Vec<Part<'a>>,
    /// All that follows the header.
    pub(crate) body: &'a [u8],
    /// A multipart whose boundary is missing, or is another than announced, or a mail that ends inside a line.
    pub(crate) broken: bool,
    /// A cap was met.
    pub(crate) truncated: bool,
}

/// One leaf part.
#[derive(Debug, Default)]
pub(crate) struct Part<'a> {
    pub(crate) encoding: Encoding,
    pub(crate) body: &'a [u8],
    /// `Content-Type`, as it stands there; empty where there is none.
    pub(crate) content_type: Cow<'a, str>,
    /// `type/subtype`, lower case.
    pub(crate) media: Cow<'a, str>,
    /// It stands in a `multipart/alternative`, after another part of it.
    pub(crate) alternative: bool,
    /// No delimiter stands behind it, where one belongs: the mail may go on elsewhere.
    pub(crate) open: bool,
}

/// How a part is encoded for its way (RFC 2045 s6).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Encoding {
    #[default]
    None,
    QuotedPrintable,
    Base64,
}

impl Encoding {
    fn of(header: &Fields<'_>) -> Self {
        let stated = header.get("content-transfer-encoding").and_then(Value::text).unwrap_or_default();
        let stated = pieces::trimmed(stated, b"\";\t\n\x0C\r ");
        if stated.eq_ignore_ascii_case("quoted-printable") {
            Self::QuotedPrintable
        } else if stated.eq_ignore_ascii_case("base64") {
            Self::Base64
        } else {
            Self::None
        }
    }
}

/// `Content-Type`, as it stands there; empty where there is none.
fn content_type<'a>(header: &Fields<'a>) -> Cow<'a, str> {
    header.get("content-type").map(Value::trimmed).unwrap_or_default()
}

/// The mail with its line ends as they are, or with CR made LF where it has no other: what is read, at most `limits.bytes` of it.
pub(crate) fn normalize<'a>(mail: &'a [u8], limits: &Limits) -> Cow<'a, [u8]> {
    let seen = within(mail, limits.bytes);
    if memchr(b'\n', seen).is_none() && memchr(b'\r', seen).is_some() {
        Cow::Owned(seen.iter().map(|&b| if b == b'\r' { b'\n' } else { b }).collect())
    } else {
        Cow::Borrowed(seen)
    }
}

impl<'a> Message<'a> {
    /// Finds the header and the parts of a message; one that was cut inside a line is read without that line, unless it is `enclosed`.
    pub(crate) fn read(bytes: &'a [u8], enclosed: bool, limits: &Limits) -> Self {
        let mut message = Self { header: Fields::new(limits.field_bytes), ..Self::default() };
        let head = within(bytes, limits.header_bytes);
        let rest = message.header.reread(head);
        message.body = &bytes[head.len() - rest.len()..];
        if rest.is_empty() && head.len() < bytes.len() {
            // The header goes on beyond the cap: what follows the next empty line is the body.
            message.truncated = true;
            message.body = &bytes[end_of_header(bytes, head.len().saturating_sub("\r\n\r".len()))..];
        }
        if !enclosed && rest.is_empty() && head.len() == bytes.len() {
            let lines = whole_lines(head);
            message.broken = lines.len() < head.len();
            if message.broken {
                message.header.reread(lines);
            }
        }
        message.content_type = content_type(&message.header);
        message.find_parts(limits);
        for part in message.parts.iter_mut().filter(|part| part.open && !enclosed) {
            let lines = whole_lines(part.body);
            message.broken |= lines.len() < part.body.len();
            part.body = lines;
        }
        message
    }

    fn find_parts(&mut self, limits: &Limits) {
        let media = media_type(&self.content_type);
        let content_type = self.content_type.clone();
        let encoding = Encoding::of(&self.header);
        let root = Part { encoding, body: self.body, content_type, media, ..Part::default() };
        if !is_multipart(&root.media) {
            self.parts = vec![root];
            return;
        }
        // A stack of parts still to be looked into, so that nesting costs no recursion.
        let mut open = Vec::new();
        let mut next = Some((root, 0));
        let mut header = Fields::new(limits.field_bytes);
        while let Some((part, depth)) = next.take().or_else(|| open.pop()) {
            if !is_multipart(&part.media) {
                self.parts.push(part);
                continue;
            }
            let as_text = |part: Part<'a>| Part { media: "text/plain".into(), ..part };
            if depth >= limits.depth || self.parts.len() + open.len() >= limits.parts {
                self.truncated = true;
                self.parts.push(as_text(part));
                continue;
            }
            let boundary = parameter(&part.content_type, "boundary");
            let most = limits.parts - self.parts.len() - open.len();
            let mut ranges = boundary.as_deref().map(|b| split(part.body, b.as_bytes(), most)).unwrap_or_default();
            if ranges.is_empty() {
                self.broken = true;
                ranges = guess_boundary(part.body).map(|b| split(part.body, b, most)).unwrap_or_default();
            }
            if ranges.is_empty() {
                self.parts.push(as_text(part));
                continue;
            }
            if ranges.len() >= most {
                self.truncated = true;
            }
            let alternatives = part.media == "multipart/alternative";
            self.parts.reserve_exact(ranges.len());
            let below = open.len();
            for (at, content) in ranges.iter().enumerate() {
                let (mut inner, cut) = Part::read(&mut header, content, at, limits);
                self.truncated |= cut;
                inner.alternative = part.alternative || (alternatives && at > 0);
                inner.open = content.as_ptr_range().end == self.body.as_ptr_range().end;
                // In order: what follows a multipart waits until that is opened.
                if open.len() == below && !is_multipart(&inner.media) {
                    self.parts.push(inner);
                } else {
                    open.push((inner, depth + 1));
                }
            }
            open[below..].reverse();
        }
    }
}

impl<'a> Part<'a> {
    /// A part, whose header is read into this place, and whether that is longer than what is read of one; `at` tells where in the
    /// multipart the part stands.
    fn read(header: &mut Fields<'a>, content: &'a [u8], at: usize, limits: &Limits) -> (Self, bool) {
        // An empty line first: a part without header fields (RFC 2046 s5.1).
        let returns = content.iter().take(2).take_while(|&&b| b == b'\r').count();
        let bare = content[returns..].strip_prefix(b"\n");
        if let Some(body) = bare {
            return (Self { body, media: "text/plain".into(), ..Self::default() }, false);
        }
        let head = within(content, limits.header_bytes);
        let rest = header.reread(head);
        let part = if at > 0 && header.has("message-id") && header.has("from") {
            // The returned message in the place of a part that holds it.
            let media = Cow::Borrowed("message/rfc822");
            Self { body: content, content_type: media.clone(), media, ..Self::default() }
        } else {
            let content_type = content_type(header);
            let media = media_type(&content_type);
            let body = &content[head.len() - rest.len()..];
            Self { encoding: Encoding::of(header), body, content_type, media, ..Self::default() }
        };
        let cut = header.was_cut() || rest.is_empty() && head.len() < content.len();
        (part, cut)
    }
}

fn is_multipart(media: &str) -> bool {
    media.starts_with("multipart/")
}

/// Where the body starts when the header is longer than the cap.
fn end_of_header(bytes: &[u8], from: usize) -> usize {
    let lf = memmem::find(&bytes[from..], b"\n\n").map(|at| from + at + 2);
    let crlf = memmem::find(&bytes[from..lf.unwrap_or(bytes.len())], b"\r\n\r\n").map(|at| from + at + 4);
    crlf.or(lf).unwrap_or(bytes.len())
}

/// Without the last line, if it has no end and is no delimiter.
fn whole_lines(bytes: &[u8]) -> &[u8] {
    let (lines, last) = bytes.split_at(memchr::memrchr(b'\n', bytes).map_or(0, |end| end + 1));
    if last.starts_with(b"--") { bytes } else { lines }
}

/// The bodies between the delimiter lines of `boundary` (RFC 2046 s5.1.1), at most `room` of them.
fn split<'a>(body: &'a [u8], boundary: &[u8], room: usize) -> Vec<&'a [u8]> {
    let mut parts = Vec::with_capacity(4);
    if boundary.is_empty() || boundary.len() > 200 {
        return parts;
    }
    static DASHES: Lazy<Finder<'static>> = Lazy::new(|| Finder::new(b"\n--"));
    let mut start = None;
    let mut from = 0;
    while let Some(rest) = body.get(from..) {
        // The first line of all has no line end before it.
        let at = match DASHES.find(rest) {
            _ if from == 0 && rest.starts_with(b"--") => 0,
            Some(found) => from + found + 1,
            None => break,
        };
        from = at + 2;
        if !body[from..].starts_with(boundary) {
            continue;
        }
        let after = from + boundary.len();
        let behind = &body[after..];
        let closing = behind.starts_with(b"--");
        // Mostly nothing else stands in the line.
        let line_end = match behind {
            [b'\n', ..] => 1,
            [b'\r', b'\n', ..] => 2,
            _ => memchr(b'\n', behind).map_or(behind.len(), |feed| feed + 1),
        };
        if !closing && !behind[..line_end.min(200)].trim_ascii().is_empty() {
            continue;
        }
        if let Some(start) = start.take() {
            // The line end before a delimiter belongs to it.
            let end = if at > start { at - 1 } else { at };
            parts.push(body[start..end].strip_suffix(b"\r").unwrap_or(&body[start..end]));
        }
        if closing || parts.len() >= room {
            return parts;
        }
        start = Some(after + line_end);
    }
    if let Some(start) = start {
        parts.push(&body[start..]);
    }
    parts
}

/// The first line that looks like a delimiter and is followed by a header: for a boundary that is missing or wrong.
fn guess_boundary(body: &[u8]) -> Option<&[u8]> {
    let mut rest = &body[..body.len().min(16 << 10)];
    while !rest.is_empty() {
        let (line, after) = split_line(rest);
        if let Some(boundary) = line.strip_prefix(b"--")
            && boundary.len() > 3
            && boundary.iter().all(|b| b.is_ascii_graphic())
            && after.len() > 8
            && after[..8].eq_ignore_ascii_case(b"content-")
        {
            return Some(boundary);
        }
        rest = after;
    }
    None
}

impl Part<'_> {
    /// The content with its transfer encoding undone (RFC 2045 s6), at most `cap` octets of it.
    pub(crate) fn decoded(&self, cap: usize) -> Cow<'_, [u8]> {
        let raw = within(self.body, cap);
        match self.encoding {
            Encoding::None => Cow::Borrowed(raw),
            Encoding::QuotedPrintable => Cow::Owned(decode_quoted_printable(raw)),
            Encoding::Base64 => Cow::Owned(decode_base64(raw)),
        }
    }

    /// Whether there is more of it than [`decoded`](Self::decoded) and [`text`](Self::text) look at.
    pub(crate) fn exceeds(&self, cap: usize) -> bool {
        self.body.len() > cap
    }

    /// The content as text, at most about `cap` octets of it; HTML is made plain.
    pub(crate) fn text(&self, cap: usize) -> String {
        let bytes = self.decoded(cap);
        let charset = parameter(&self.content_type, "charset");
        let mut text = into_text(bytes, charset.as_deref());
        if self.open && self.encoding != Encoding::None {
            // A line of encoded text may end inside a word.
            text.truncate(text.rfind(char::is_whitespace).unwrap_or(text.len()));
        }
        let text =
            if self.media == "text/html" || html::is_html(&text) { html::to_text(&text, html_to_text) } else { text };
        // Nothing that is sent as text has NUL in it (RFC 5322 s4), but broken gateways put it there.
        match memchr2(b'\r', 0, text.as_bytes()) {
            Some(_) => text.replace("\r\n", "\n").replace('\r', "\n").replace('\0', ""),
            None => text,
        }
    }
}

/// Quoted-printable, line by line where the whole is not valid: a line that can't be decoded stays as it is.
fn decode_quoted_printable(raw: &[u8]) -> Vec<u8> {
    if let Some(decoded) = quoted_printable::decode(raw).or_else(|| quoted_printable_decode(raw)) {
        return decoded;
    }
    let mut out = Vec::with_capacity(raw.len());
    for line in raw.split_inclusive(|&b| b == b'\n') {
        match quoted_printable_decode(line) {
            Some(decoded) => out.extend_from_slice(&decoded),
            None => out.extend_from_slice(line),
        }
    }
    out
}

/// Base64 up to the first line that is none: text after it is often a footer.
fn decode_base64(raw: &[u8]) -> Vec<u8> {
    if let Some(decoded) = base64_decode(raw) {
        return decoded;
    }
    let is_base64 = |line: &[u8]| line.iter().all(|b| b.is_ascii_alphanumeric() || b"+/= \t\r\n".contains(b));
    let end: usize = raw.split_inclusive(|&b| b == b'\n').take_while(|line| is_base64(line)).map(<[u8]>::len).sum();
    match base64_decode(&raw[..end]) {
        Some(decoded) if end > 0 => decoded,
        _ => raw.to_vec(),
    }
}

/// Bytes to text by the stated charset; without one, or where it is unknown or wrong, by what the bytes look like.
pub(crate) fn decode_text(bytes: &[u8], charset: Option<&str>) -> String {
    into_text(Cow::Borrowed(bytes), charset)
}

/// [`decode_text`], without a copy where the bytes are text already.
fn into_text(bytes: Cow<'_, [u8]>, charset: Option<&str>) -> String {
    let charset = charset.map(|c| {
        let mut name = c.trim();
        while let Some(rest) = name.strip_prefix("unicode-1-1-") {
            name = rest;
        }
        name
    });
    let is_called = |name: &str| charset.is_some_and(|charset| pieces::begins_with(charset, name));
    // A line end inside a shifted run is an error of one octet for LF and of two for CRLF.
    let bytes = if is_called("utf-16") { bytes } else { with_line_feeds(bytes) };
    if bytes.is_ascii() {
        if memchr(0x1b, &bytes).is_some() {
            return decode_as("iso-2022-jp", &bytes);
        }
        if (charset.is_none_or(|c| c.eq_ignore_ascii_case("us-ascii")) || is_called("iso-2022"))
            && let Some(restored) = restore_escapes(&bytes)
        {
            return decode_as("iso-2022-jp", &restored);
        }
        if !is_called("utf-7") {
            return String::from_utf8(bytes.into_owned()).unwrap_or_default();
        }
    }
    match charset {
        Some(c) if !is_unspecific(c) && charset_decoder(c.as_bytes()).is_some() => decode_as(c, &bytes),
        _ => String::from_utf8(bytes.into_owned()).unwrap_or_else(|error| {
            let bytes = error.as_bytes();
            if error.utf8_error().valid_up_to() > bytes.len().saturating_sub(4) {
                String::from_utf8_lossy(bytes).into_owned()
            } else {
                decode_as("windows-1252", bytes)
            }
        }),
    }
}

/// Octets with CRLF, CR, and the CRCRLF of broken gateways made LF.
fn with_line_feeds(bytes: Cow<'_, [u8]>) -> Cow<'_, [u8]> {
    let mut returns = memchr::memchr_iter(b'\r', &bytes).peekable();
    if returns.peek().is_none() {
        return bytes;
    }
    let mut out = Vec::with_capacity(bytes.len());
    let mut from = 0;
    for at in returns {
        out.extend_from_slice(&bytes[from..at]);
        let behind = &bytes[at + 1..];
        if !behind.starts_with(b"\n") && !behind.starts_with(b"\r\n") {
            out.push(b'\n');
        }
        from = at + 1;
    }
    out.extend_from_slice(&bytes[from..]);
    Cow::Owned(out)
}

/// Charsets that say nothing about bytes above 127, so that UTF-8 is tried first.
fn is_unspecific(charset: &str) -> bool {
    pieces::is_one_of(charset, &["us-ascii", "ascii", "utf-8", "utf8", "iso-8859-1"])
}

fn decode_as(charset: &str, bytes: &[u8]) -> String {
    charset_decoder(charset.as_bytes())
        .map_or_else(|| String::from_utf8_lossy(bytes).into_owned(), |decode| decode(bytes))
}

/// Puts back the ESC bytes that some gateways strip from ISO-2022-JP (RFC 1468): `$B` ... `(B` around pairs of printable bytes.
fn restore_escapes(bytes: &[u8]) -> Option<Vec<u8>> {
    memchr(b'$', bytes)?;
    memmem::find(bytes, b"(B").or_else(|| memmem::find(bytes, b"(J"))?;
    let mut out = Vec::with_capacity(bytes.len() + 16);
    let mut rest = bytes;
    let mut restored = false;
    while let Some(at) = memchr(b'$', rest) {
        let run = rest.get(at + 1).filter(|b| matches!(b, b'B' | b'@')).and_then(|_| {
            let text = &rest[at + 2..];
            // The run of double-byte characters ends at the escape back to ASCII, always before the line does.
            let mut end = 0;
            loop {
                match text.get(end..end + 2) {
                    Some(b"(B" | b"(J") if end > 0 => return Some(at + 2 + end),
                    Some([0x21..=0x7e, 0x21..=0x7e]) => end += 2,
                    _ => return None,
                }
            }
        });
        match run {
            Some(end) => {
                out.extend_from_slice(&rest[..at]);
                out.push(0x1b);
                out.extend_from_slice(&rest[at..end]);
                out.push(0x1b);
                out.extend_from_slice(&rest[end..end + 2]);
                rest = &rest[end + 2..];
                restored = true;
            }
            None => {
                out.extend_from_slice(&rest[..=at]);
                rest = &rest[at + 1..];
            }
        }
    }
    out.extend_from_slice(rest);
    restored.then_some(out)
}

/// A value with its line end: the parsers drop what is not closed by one.
fn line_of(raw: &[u8]) -> Vec<u8> {
    [raw.trim_ascii_end(), b"\n"].concat()
}

/// Whether a value is more than the ASCII that stands there: it has encoded words (RFC 2047), or octets in another charset.
pub(crate) fn is_encoded(raw: &[u8]) -> bool {
    any_behind(raw, |before, these| {
        is(before, b'=') & is(these, b'?') | is(these, 0x1b) | is_between(these, 0x80, 0xff)
    })
}

/// An unstructured header value (Subject) with its encoded words decoded (RFC 2047).
pub(crate) fn unstructured(value: Value<'_>) -> String {
    let raw = value.raw;
    if !is_encoded(raw) {
        return value.unfolded().into_owned();
    }
    if memmem::find(raw, b"=?").is_none() {
        return crate::fields::collapse(&decode_text(raw, None));
    }
    match MessageStream::new(&line_of(raw)).parse_unstructured() {
        HeaderValue::Text(text) => crate::fields::collapse(&text),
        _ => value.unfolded().into_owned(),
    }
}

/// The addresses of an address header (RFC 5322 s3.4), groups opened; at most `cap`.
pub(crate) fn addresses(value: Value<'_>, cap: usize) -> Vec<String> {
    if let Some(plain) = value.text().and_then(|text| plain_addresses(text, cap)) {
        return plain;
    }
    match MessageStream::new(&line_of(value.raw)).parse_address() {
        HeaderValue::Address(list) => list
            .iter()
            .filter_map(|a| match (a.address.as_deref()?, a.name.as_deref()) {
                ("", _) => None,
                // mail-parser takes a quoted local part for the name.
                (address, Some(name)) if address.starts_with('@') => Some(format!("\"{name}\"{address}")),
                (address, _) => Some(address.to_owned()),
            })
            .take(cap)
            .collect(),
        _ => Vec::new(),
    }
}

/// The address of a header field that has one, or the first of them.
pub(crate) fn address(value: Value<'_>) -> Option<String> {
    match value.text().and_then(lone_address) {
        Some(address) => Some(address.to_owned()),
        None => addresses(value, 1).pop(),
    }
}

/// A date (RFC 5322 s3.3, with the obsolete and broken forms that mail-parser reads).
pub(crate) fn date(text: &str) -> Option<Timestamp> {
    Timestamp::from_usual(text).or_else(|| parsed_date(text))
}

fn parsed_date(text: &str) -> Option<Timestamp> {
    let parsed = DateTime::parse_rfc822(cut(text, 200))?;
    parsed.is_valid().then(|| Timestamp(parsed.to_timestamp()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_date_is_read_as_any_other() {
        for (text, usual) in [
            ("Tue, 24 Nov 2026 20:25:36 +0000", true),
            ("Tue, 24 Nov 2026 20:25:36 +0000 (UTC)", true),
            ("3 Jan 1999 00:00:09 -0830", true),
            ("Wed, 03 Mar 2100 00:00:00 +0000", false),
            ("Mon, 31 Nov 2026 20:25:36 +0000", false),
            ("Tue, 24 Nov 2026 20:25:36 GMT", false),
            ("Tue, 24 Nov 2026 20:25:36 +0080", false),
            ("T7e, 24 Nov 2026 20:25:36 +0000", false),
            ("Tue, 24 Nov 2026 24:25:36 +0000", false),
            ("Tue, 24 Nov 2026 20:25:36 +0000 x", false),
        ] {
            let read = Timestamp::from_usual(text);
            assert_eq!(read.is_some(), usual, "{text}");
            assert!(!usual || read == parsed_date(text), "{text}");
        }
    }

    #[test]
    fn html_with_its_lines() {
        let read = |html: &str| html::to_text(&format!("<html><body>{html}"), html_to_text);
        assert_eq!(
            read("a\n  b<table><tr><td>c</td><td>d</td></tr></table> <p>e</p>f<br>\n  g"),
            "a b\nc d\n\ne\nf\ng"
        );
        assert_eq!(
            read("a<br class=x>b<BR/>c<div style=\"color: red; white-space: pre-wrap\">d\n e</div>f\ng"),
            "a\nb\nc\nd\n e\nf g"
        );
        let pre = "<PRE class=x>&lt;a@x.example&gt;:\n    550 5.1.1 <b>unknown</b>\n\n\tlast</PRE>\n  and\n  so on";
        assert_eq!(read(pre), "<a@x.example>:\n    550 5.1.1 unknown\n\n last\nand so on");
    }

    #[test]
    fn parts_in_order_with_nesting() {
        let mail = b"Content-Type: multipart/mixed; boundary=\"a\"\n\npreamble\n--a\nContent-Type: multipart/alternative; boundary=b\n\n--b\n\none\n--b\nContent-Type: text/html\n\n<p>two\n--b--\n--a\nContent-Type: message/rfc822\n\nSubject: x\n\ny\n--a--\nepilogue";
        let message = Message::read(mail, false, &Limits::default());
        let parts: Vec<_> = message.parts.iter().map(|p| (&*p.media, p.alternative, p.body)).collect();
        assert_eq!(
            parts,
            [
                ("text/plain", false, &b"one"[..]),
                ("text/html", true, b"<p>two"),
                ("message/rfc822", false, b"Subject: x\n\ny"),
            ]
        );
        assert!(!message.broken && !message.truncated);
    }

    #[test]
    fn a_line_that_was_cut_is_not_read() {
        let mail = b"Content-Type: multipart/mixed; boundary=a\n\n--a\n\none\n--a\n\ntwo\nthr";
        let message = Message::read(mail, false, &Limits::default());
        let parts: Vec<_> = message.parts.iter().map(|p| (p.body, p.open)).collect();
        assert_eq!((parts, message.broken), (vec![(&b"one"[..], false), (b"two\n", true)], true));
        // An enclosed message ends where the delimiter behind it begins.
        let message = Message::read(mail, true, &Limits::default());
        assert_eq!((message.parts[1].body, message.broken), (&b"two\nthr"[..], false));
        let message = Message::read(b"From: a@b.example\nTo: c@d.exa", false, &Limits::default());
        assert!(message.header.has("from") && !message.header.has("to") && message.broken);
    }

    #[test]
    fn a_missing_boundary_is_guessed() {
        let mail = b"Content-Type: multipart/report\n\n--xyz1\nContent-Type: text/plain\n\nhello\n--xyz1--\n";
        let message = Message::read(mail, false, &Limits::default());
        assert!(message.broken);
        assert_eq!(message.parts[0].body, b"hello");
    }

    #[test]
    fn lost_escapes_are_restored() {
        assert_eq!(decode_text(b"$B%O%m!<(B x", Some("iso-2022-jp")), "ハロー x");
        assert_eq!(decode_text(b"costs $B and (B", None), "costs $B and (B");
    }
}
