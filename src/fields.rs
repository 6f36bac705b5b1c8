//! Blocks of `Name: value` lines: mail headers, and the fields of reports (RFC 3464, 5965, 8098).

use std::borrow::Cow;
use std::cell::Cell;

use memchr::memchr;

use crate::field_name::{Letters, Name, SLOTS};
use crate::lanes::{Lane, any_behind, beginnings, is, is_between, places_of, run};
use crate::mailbox::Mailbox;
use crate::pieces;

/// One line-oriented block of fields, indexed once, read on demand.
#[derive(Debug)]
pub(crate) struct Fields<'a> {
    block: &'a [u8],
    /// The block, where it is UTF-8.
    text: Option<&'a str>,
    fields: Vec<Field>,
    /// By slots of names: the number of the first field in it, from 1. Most names that are asked for are not there.
    first: [u8; SLOTS],
    /// Longest value that is read.
    value_cap: usize,
    /// A value that was asked for is longer than that.
    cut: Cell<bool>,
}

/// Where a field stands in its block.
#[derive(Debug, Clone, Copy)]
struct Field {
    /// Those of its name.
    letters: Letters,
    start: u32,
    /// Where its name ends.
    named: u32,
    value: u32,
    end: u32,
}

/// The value of a field, as it stands there.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Value<'a> {
    pub(crate) raw: &'a [u8],
    /// The same as text, where it is known to be UTF-8.
    text: Option<&'a str>,
}

impl<'a> Value<'a> {
    /// As text, where it is UTF-8.
    pub(crate) fn text(self) -> Option<&'a str> {
        self.text.or_else(|| std::str::from_utf8(self.raw).ok())
    }

    /// Trimmed, on as many lines as it is.
    pub(crate) fn trimmed(self) -> Cow<'a, str> {
        self.text().map_or_else(|| unfold(self.raw), |text| text.trim_ascii().into())
    }

    /// On one line and trimmed.
    #[inline(never)]
    pub(crate) fn unfolded(self) -> Cow<'a, str> {
        self.text.map_or_else(|| unfold(self.raw), collapsed)
    }
}

impl Default for Fields<'_> {
    fn default() -> Self {
        Self { block: &[], text: None, fields: Vec::new(), first: [0; SLOTS], value_cap: 0, cut: Cell::new(false) }
    }
}

/// The first line of `bytes` without its line end, and what follows.
pub(crate) fn split_line(bytes: &[u8]) -> (&[u8], &[u8]) {
    match memchr(b'\n', bytes) {
        Some(at) => {
            let line = &bytes[..at];
            (line.strip_suffix(b"\r").unwrap_or(line), &bytes[at + 1..])
        }
        None => (bytes.strip_suffix(b"\r").unwrap_or(bytes), &[]),
    }
}

/// The beginning of `bytes`, at most `cap` octets of it, and whole words: so that no address is taken for a shorter one, and encoded text
/// is cut where a line of it ends.
pub(crate) fn within(bytes: &[u8], cap: usize) -> &[u8] {
    if bytes.len() <= cap {
        return bytes;
    }
    let seen = &bytes[..cap];
    let last = cap.saturating_sub(Mailbox::MAX_OCTETS);
    let end = seen[last..].iter().rposition(|b| b.is_ascii_whitespace() || matches!(b, b',' | b';'));
    &seen[..end.map_or(cap, |at| last + at + 1)]
}

fn is_blank(line: &[u8]) -> bool {
    line.iter().all(|b| matches!(b, b' ' | b'\t' | b'\r'))
}

impl<'a> Fields<'a> {
    /// No fields, of values up to this length.
    pub(crate) fn new(value_cap: usize) -> Self {
        Self { value_cap, ..Self::default() }
    }

    /// Reads fields up to and without the first empty line; returns them and what follows that line.
    pub(crate) fn read(bytes: &'a [u8], value_cap: usize) -> (Self, &'a [u8]) {
        let mut fields = Self::new(value_cap);
        let rest = fields.reread(bytes);
        (fields, rest)
    }

    /// Reads the fields of another block, into the place of those that it had; returns what follows.
    ///
    /// Lenient where mail is: blank lines and an mbox `From ` line before the first field are skipped, and a line that is no field
    /// continues the one before it, as broken gateways wrap lines without indenting them.
    pub(crate) fn reread(&mut self, bytes: &'a [u8]) -> &'a [u8] {
        // Places are kept in 32 bits.
        let (seen, beyond) = bytes.split_at(bytes.len().min(u32::MAX as usize));
        self.clear();
        let mut line_feeds = places_of(b'\n', seen);
        let mut next = 0;
        while next < seen.len() {
            let start = next;
            let feed = line_feeds.next().unwrap_or(seen.len());
            next = feed + 1;
            let line = &seen[start..feed];
            let end = feed - usize::from(line.ends_with(b"\r"));
            if line.first().is_some_and(|&first| first > b' ') {
                let name = name(&seen[start..]);
                let length = name.bytes().len();
                let colon = if line.get(length) == Some(&b':') { Some(length) } else { spaced_colon(line, length) };
                if let Some(colon) = colon.filter(|_| length > 0) {
                    let [start, named, value, end] =
                        [start, start + length, start + colon + 1, end].map(|at| at as u32);
                    self.push(name.slot(), Field { letters: name.letters(), start, named, value, end });
                    continue;
                }
            } else if is_blank(line) {
                if self.fields.is_empty() {
                    continue;
                }
                // A line of spaces only ends a header too: mail systems strip trailing space.
                break;
            }
            if let Some(last) = self.fields.last_mut() {
                last.end = end as u32;
            }
        }
        let (block, rest) = seen.split_at(next.min(seen.len()));
        self.block = block;
        self.text = std::str::from_utf8(block).ok();
        if rest.is_empty() { beyond } else { rest }
    }

    fn clear(&mut self) {
        self.fields.clear();
        if self.fields.capacity() == 0 {
            self.fields.reserve(16);
        }
        self.first = [0; SLOTS];
        self.cut.set(false);
    }

    #[inline(always)]
    fn push(&mut self, slot: usize, field: Field) {
        let first = &mut self.first[slot];
        self.fields.push(field);
        if *first == 0 {
            *first = self.fields.len().min(usize::from(u8::MAX)) as u8;
        }
    }

    /// All fields, in order: name and value.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (Name<'a>, Value<'a>)> + '_ {
        self.fields.iter().map(|field| (self.name(field), self.value(field)))
    }

    /// By the letters first, which turn nearly all away.
    #[inline(always)]
    fn is_called(&self, field: &Field, name: Name<'_>) -> bool {
        field.letters == name.letters() && self.name(field) == name
    }

    #[inline]
    fn name(&self, field: &Field) -> Name<'a> {
        Name::of_letters(field.letters, &self.block[field.start as usize..field.named as usize])
    }

    #[inline]
    fn value(&self, field: &Field) -> Value<'a> {
        let (start, mut end) = (field.value as usize, field.end as usize);
        if end - start > self.value_cap {
            end = self.end_within(start, end);
        }
        Value { raw: &self.block[start..end], text: self.text.and_then(|text| text.get(start..end)) }
    }

    #[cold]
    fn end_within(&self, start: usize, end: usize) -> usize {
        self.cut.set(true);
        start + within(&self.block[start..end], self.value_cap).len()
    }

    /// Whether a value that was asked for is longer than what is read of one.
    pub(crate) fn was_cut(&self) -> bool {
        self.cut.get()
    }

    /// The fields from the first in the slot of a name on; none where there is no field of such a name.
    #[inline(always)]
    fn behind_slot(&self, name: Name<'_>) -> &[Field] {
        match self.first[name.slot()] {
            0 => &[],
            first => self.fields.get(usize::from(first) - 1..).unwrap_or_default(),
        }
    }

    #[inline(never)]
    fn first(&self, fields: &[Field], name: Name<'_>) -> Option<Value<'a>> {
        fields.iter().find(|field| self.is_called(field, name)).map(|field| self.value(field))
    }

    #[inline(never)]
    fn is_among(&self, fields: &[Field], name: Name<'_>) -> bool {
        fields.iter().any(|field| self.is_called(field, name))
    }

    /// The first field of this name.
    // This and what it serves is inlined, so that a name that is written there is made ready by the compiler.
    #[inline(always)]
    pub(crate) fn get<'n>(&self, name: impl Into<Name<'n>>) -> Option<Value<'a>> {
        let name = name.into();
        let fields = self.behind_slot(name);
        if fields.is_empty() { None } else { self.first(fields, name) }
    }

    #[inline(always)]
    pub(crate) fn has<'n>(&self, name: impl Into<Name<'n>>) -> bool {
        let name = name.into();
        let fields = self.behind_slot(name);
        !fields.is_empty() && self.is_among(fields, name)
    }

    /// The raw value of the first field of this name.
    #[inline(always)]
    pub(crate) fn raw<'n>(&self, name: impl Into<Name<'n>>) -> Option<&'a [u8]> {
        self.get(name).map(|value| value.raw)
    }

    /// All fields of this name.
    #[inline(always)]
    pub(crate) fn all<'s>(&'s self, name: impl Into<Name<'s>>) -> impl DoubleEndedIterator<Item = Value<'a>> + 's {
        let name = name.into();
        self.behind_slot(name).iter().filter(move |field| self.is_called(field, name)).map(|field| self.value(field))
    }

    /// The unfolded, trimmed value of the first field of this name; `None` where it is absent or empty.
    #[inline(always)]
    pub(crate) fn text<'n>(&self, name: impl Into<Name<'n>>) -> Option<Cow<'a, str>> {
        let name = name.into();
        let fields = self.behind_slot(name);
        if fields.is_empty() { None } else { self.first_text(fields, name) }
    }

    #[inline(never)]
    fn first_text(&self, fields: &[Field], name: Name<'_>) -> Option<Cow<'a, str>> {
        self.first(fields, name).map(Value::unfolded).filter(|text| !text.is_empty())
    }

    /// The unfolded values of all fields of this name.
    #[inline(always)]
    pub(crate) fn texts<'s>(&'s self, name: impl Into<Name<'s>>) -> impl Iterator<Item = Cow<'a, str>> + 's {
        self.all(name).map(Value::unfolded)
    }
}

/// The name that a field begins with: printable characters but the colon (RFC 5322 s3.6.8).
#[inline(always)]
fn name(bytes: &[u8]) -> Name<'_> {
    let ends_lane = |lane| !is_between(lane, b'!', b'~') | is(lane, b':');
    let ends = |byte: u8| !byte.is_ascii_graphic() || byte == b':';
    match bytes.first_chunk() {
        Some(&first) => Name::in_text(bytes, run(bytes, ends_lane, ends), first),
        None => Name::of_bytes(&bytes[..bytes.iter().position(|&byte| ends(byte)).unwrap_or(bytes.len())]),
    }
}

/// The place of the colon, where space stands between it and the name (RFC 5322 s4.5.8).
#[cold]
fn spaced_colon(line: &[u8], name: usize) -> Option<usize> {
    let spaces = line.get(name..)?.iter().take_while(|b| matches!(b, b' ' | b'\t')).count();
    Some(name + spaces).filter(|&colon| spaces > 0 && line.get(colon) == Some(&b':'))
}

/// A value on one line: line ends removed, runs of white space made one space, bytes that are no UTF-8 replaced.
fn unfold(raw: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(raw) {
        Ok(text) => collapsed(text),
        Err(_) => Cow::Owned(collapse(&String::from_utf8_lossy(raw.trim_ascii()))),
    }
}

/// Whether a trimmed text is ASCII in which single spaces are all the white space there is.
fn is_collapsed(trimmed: &[u8]) -> bool {
    !any_behind(trimmed, |before, these| !is_between(these, b' ', b'~') | is(before, b' ') & is(these, b' '))
}

/// Runs of white space made one space, trimmed. What stands between two runs is copied at once.
pub(crate) fn collapse(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = String::with_capacity(text.len());
    let mut copied = 0;
    for at in beginnings(bytes, may_be_white) {
        let length = match bytes[at] {
            b' ' | b'\0' | b'\t'..=b'\r' => 1,
            ..0x80 => continue,
            _ => match pieces::from(text, at).chars().next() {
                Some(c) if c.is_whitespace() => c.len_utf8(),
                _ => continue,
            },
        };
        out.push_str(pieces::between(text, copied, at));
        copied = at + length;
        pieces::push_space(&mut out);
    }
    out.push_str(pieces::from(text, copied));
    if out.ends_with(' ') {
        out.pop();
    }
    out
}

/// Control characters, spaces but those behind a printable character, and the first octets of white space beyond ASCII.
#[inline(always)]
fn may_be_white(before: Lane, these: Lane) -> Lane {
    let beyond = is_between(these, 0xE1, 0xE3) | is(these, 0xC2);
    is_between(these, 0, 0x1F) | is(these, b' ') & !is_between(before, b'!', b'~') | beyond
}

/// [`collapse`], without a copy where there is nothing to do.
pub(crate) fn collapsed(text: &str) -> Cow<'_, str> {
    let trimmed = text.trim_ascii();
    if is_collapsed(trimmed.as_bytes()) { Cow::Borrowed(trimmed) } else { Cow::Owned(collapse(text)) }
}

/// The lines of a text without their line feeds, and where each begins.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    let feeds = places_of(b'\n', text.as_bytes()).chain(Some(text.len()));
    feeds.filter_map(move |feed| {
        let line = (start, text.get(start..feed)?);
        start = feed + 1;
        // Behind the last line feed there is no line.
        (line.0 < text.len()).then_some(line)
    })
}

/// Text whose octets above 127 Exim wrote as `\345\261\261`: as it was, where it was UTF-8.
pub(crate) fn unescaped(text: Cow<'_, str>) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let octet = |at: usize| match bytes.get(at..at + 4)? {
        [b'\\', a @ b'2'..=b'3', b @ b'0'..=b'7', c @ b'0'..=b'7'] => {
            Some((a - b'0') << 6 | (b - b'0') << 3 | (c - b'0'))
        }
        _ => None,
    };
    let Some(first) = memchr::memchr_iter(b'\\', bytes).find(|&at| octet(at).is_some()) else { return text };
    let mut out = String::with_capacity(text.len());
    let (mut done, mut at) = (0, first);
    while let Some(found) = memchr::memchr(b'\\', &bytes[at..]) {
        at += found;
        let mut run = Vec::new();
        let start = at;
        while let Some(octet) = octet(at) {
            run.push(octet);
            at += 4;
        }
        match std::str::from_utf8(&run) {
            Ok(decoded) if !run.is_empty() => {
                out.push_str(pieces::between(&text, done, start));
                out.push_str(decoded);
                done = at;
            }
            _ => at = at.max(start + 1),
        }
    }
    out.push_str(pieces::from(&text, done));
    Cow::Owned(out)
}

/// Adds `more` behind `separator`, as far as `cap` octets go; whether that is all of it.
pub(crate) fn append(text: &mut String, separator: char, more: &str, cap: usize) -> bool {
    if more.is_empty() {
        return true;
    }
    let separator = Some(separator).filter(|_| !text.is_empty());
    let fits = cut(more, cap.saturating_sub(text.len() + separator.map_or(0, char::len_utf8)));
    if !fits.is_empty() {
        text.extend(separator);
        text.push_str(fits);
    }
    fits.len() == more.len()
}

/// Cuts at a character, so that at most `cap` octets remain.
pub(crate) fn cut(text: &str, cap: usize) -> &str {
    if text.len() <= cap {
        return text;
    }
    let mut end = cap;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    pieces::before(text, end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_leniently() {
        let block = b"\r\nFrom x\r\nA: 1\r\n folded\r\nB:2\r\nnot a field\r\nC : 3\n\nbody";
        let (fields, rest) = Fields::read(block, 100);
        assert_eq!(rest, b"body");
        assert_eq!(fields.text("a").unwrap(), "1 folded");
        assert_eq!(fields.text("b").unwrap(), "2 not a field");
        assert_eq!(fields.text("c").unwrap(), "3");
        assert!(!fields.has("d"));
    }

    #[test]
    fn cuts_at_characters() {
        assert_eq!(cut("猫猫", 4), "猫");
        assert_eq!(cut("ab", 4), "ab");
    }

    #[test]
    fn octets_of_exim() {
        let read = |text: &'static str| unescaped(text.into()).into_owned();
        assert_eq!(read(r"550 Empf\303\244nger, \344\270\255"), "550 Empfänger, 中");
        assert_eq!(read(r"C:\303 \344 \xe9 \"), r"C:\303 \344 \xe9 \");
    }
}
