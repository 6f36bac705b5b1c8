//! Blocks of `Name: value` lines: mail headers, and the fields of reports (RFC 3464, 5965, 8098).

use std::borrow::Cow;

use memchr::memchr;

use crate::pieces;

/// One line-oriented block of fields, indexed once, read on demand.
#[derive(Debug, Clone, Default)]
pub(crate) struct Fields<'a> {
    fields: Vec<Field<'a>>,
    /// One bit for the tag of each field: most names that are asked for are not there.
    present: u128,
    /// Longest value that is read.
    value_cap: usize,
}

#[derive(Debug, Clone, Copy)]
struct Field<'a> {
    name: &'a [u8],
    value: &'a [u8],
    tag: u32,
}

/// Length, first and last letter of a name: tells nearly all names apart before their letters are compared.
#[inline]
fn tag(name: &[u8]) -> u32 {
    let (Some(first), Some(last)) = (name.first(), name.last()) else { return 0 };
    u32::try_from(name.len()).unwrap_or(u32::MAX) << 16
        | u32::from(first.to_ascii_lowercase()) << 8
        | u32::from(last.to_ascii_lowercase())
}

/// The bit of a tag in [`Fields::present`].
#[inline]
fn bit(tag: u32) -> u128 {
    1 << (tag.wrapping_mul(0x9E37_79B1) >> 25)
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

fn is_blank(line: &[u8]) -> bool {
    line.iter().all(|b| matches!(b, b' ' | b'\t' | b'\r'))
}

impl<'a> Fields<'a> {
    /// Reads fields up to and without the first empty line; returns them and what follows that line.
    ///
    /// Lenient where mail is: blank lines and an mbox `From ` line before the first field are skipped, and a line that is no field
    /// continues the one before it, as broken gateways wrap lines without indenting them.
    pub(crate) fn read(block: &'a [u8], value_cap: usize) -> (Self, &'a [u8]) {
        let mut fields = Self { fields: Vec::with_capacity(16), present: 0, value_cap };
        let mut rest = block;
        // Where the value of the last field begins.
        let mut value = 0;
        while !rest.is_empty() {
            let start = block.len() - rest.len();
            let (line, after) = split_line(rest);
            let end = start + line.len();
            rest = after;
            let indented = matches!(line.first(), None | Some(b' ' | b'\t' | b'\r'));
            if indented && is_blank(line) {
                if fields.is_empty() {
                    continue;
                }
                // A line of spaces only ends a header too: mail systems strip trailing space.
                break;
            }
            if let Some((name, colon)) = name_of(line).filter(|_| !indented) {
                value = start + colon + 1;
                fields.push(name, &block[value..end]);
            } else if let Some(last) = fields.fields.last_mut() {
                last.value = &block[value..end];
            }
        }
        (fields, rest)
    }

    fn push(&mut self, name: &'a [u8], value: &'a [u8]) {
        let tag = tag(name);
        self.present |= bit(tag);
        self.fields.push(Field { name, value, tag });
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }

    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = (&'a [u8], &'a [u8])> + '_ {
        self.fields.iter().map(|field| (field.name, field.value))
    }

    /// The raw value of the first field of this name.
    #[inline]
    pub(crate) fn raw(&self, name: &str) -> Option<&'a [u8]> {
        // Inlined, so that the tag of a name that is written there is made by the compiler.
        let wanted = tag(name.as_bytes());
        if self.present & bit(wanted) == 0 { None } else { self.find(name, wanted).next() }
    }

    /// The raw values of all fields of this name.
    pub(crate) fn raw_all<'s>(&'s self, name: &'s str) -> impl DoubleEndedIterator<Item = &'a [u8]> + 's {
        self.find(name, tag(name.as_bytes()))
    }

    fn find<'s>(&'s self, name: &'s str, wanted: u32) -> impl DoubleEndedIterator<Item = &'a [u8]> + 's {
        let cap = self.value_cap;
        let fields = if self.present & bit(wanted) == 0 { &[] } else { self.fields.as_slice() };
        fields
            .iter()
            .filter(move |field| field.tag == wanted && field.name.eq_ignore_ascii_case(name.as_bytes()))
            .map(move |field| &field.value[..field.value.len().min(cap)])
    }

    #[inline]
    pub(crate) fn has(&self, name: &str) -> bool {
        self.raw(name).is_some()
    }

    /// The unfolded, trimmed value of the first field of this name; `None` where it is absent or empty.
    #[inline]
    pub(crate) fn text(&self, name: &str) -> Option<Cow<'a, str>> {
        self.raw(name).map(unfold).filter(|text| !text.is_empty())
    }

    /// The unfolded values of all fields of this name.
    pub(crate) fn texts<'s>(&'s self, name: &'s str) -> impl Iterator<Item = Cow<'a, str>> + 's {
        self.raw_all(name).map(unfold)
    }

    /// The longest value that is read, in octets.
    pub(crate) fn cap(&self) -> usize {
        self.value_cap
    }
}

/// Printable characters but the colon.
const IN_NAME: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = b'!';
    while byte <= b'~' {
        table[byte as usize] = byte != b':';
        byte += 1;
    }
    table
};

/// The name of the field that a line begins, and where its colon is: only printable characters without space stand before it
/// (RFC 5322 s3.6.8).
fn name_of(line: &[u8]) -> Option<(&[u8], usize)> {
    let end = line.iter().position(|&b| !IN_NAME[usize::from(b)]).filter(|&end| end > 0)?;
    match line[end] {
        b':' => Some((&line[..end], end)),
        // Some writers put a space before the colon (RFC 5322 s4.5.8).
        b' ' | b'\t' => {
            let spaces = line[end..].iter().take_while(|b| matches!(b, b' ' | b'\t')).count();
            (line.get(end + spaces) == Some(&b':')).then_some((&line[..end], end + spaces))
        }
        _ => None,
    }
}

/// A value on one line: line ends removed, runs of white space made one space, bytes that are no UTF-8 replaced.
pub(crate) fn unfold(raw: &[u8]) -> Cow<'_, str> {
    let raw = raw.trim_ascii();
    match std::str::from_utf8(raw) {
        Ok(text) if is_collapsed(raw) => Cow::Borrowed(text),
        Ok(text) => Cow::Owned(collapse(text)),
        Err(_) => Cow::Owned(collapse(&String::from_utf8_lossy(raw))),
    }
}

/// Whether this is ASCII in which single spaces are all the white space there is. No branch within the loop, so that it takes
/// many bytes at a time.
pub(crate) fn is_collapsed(raw: &[u8]) -> bool {
    let odd = |byte: u8| !(b' '..=b'~').contains(&byte);
    let next = raw.get(1..).unwrap_or_default();
    let pairs = raw.iter().zip(next).fold(false, |found, (&a, &b)| found | odd(a) | ((a == b' ') & (b == b' ')));
    !pairs && !raw.last().is_some_and(|&last| odd(last))
}

/// Runs of white space made one space, trimmed.
pub(crate) fn collapse(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (_, line) in lines(text) {
        let line = line.trim_ascii();
        // Most lines need no look at each word.
        if is_collapsed(line.as_bytes()) {
            push_word(&mut out, line);
        } else {
            line.split(|c: char| c == ' ' || c == '\0' || c.is_whitespace()).for_each(|word| push_word(&mut out, word));
        }
    }
    out
}

fn push_word(out: &mut String, word: &str) {
    if !out.is_empty() && !word.is_empty() {
        out.push(' ');
    }
    out.push_str(word);
}

/// [`collapse`], without a copy where there is nothing to do.
pub(crate) fn collapsed(text: &str) -> Cow<'_, str> {
    let trimmed = text.trim();
    if is_collapsed(trimmed.as_bytes()) { Cow::Borrowed(trimmed) } else { Cow::Owned(collapse(text)) }
}

/// The lines of a text without their line feeds, and where each begins.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut next = Some(0);
    std::iter::from_fn(move || {
        let start = next?;
        let rest = text.get(start..).filter(|rest| !rest.is_empty())?;
        let end = memchr(b'\n', rest.as_bytes());
        next = end.map(|end| start + end + 1);
        Some((start, rest.get(..end.unwrap_or(rest.len()))?))
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
