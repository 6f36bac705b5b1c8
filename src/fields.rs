//! Blocks of `Name: value` lines: mail headers, and the fields of reports (RFC 3464, 5965, 8098).

use std::borrow::Cow;

use memchr::memchr;

/// One line-oriented block of fields, indexed once, read on demand.
#[derive(Debug, Clone, Default)]
pub(crate) struct Fields<'a> {
    fields: Vec<Field<'a>>,
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
fn tag(name: &[u8]) -> u32 {
    match name {
        [first, .., last] => {
            u32::try_from(name.len()).unwrap_or(u32::MAX) << 16
                | u32::from(first.to_ascii_lowercase()) << 8
                | u32::from(last.to_ascii_lowercase())
        }
        [one] => u32::from(one.to_ascii_lowercase()),
        [] => 0,
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

fn is_blank(line: &[u8]) -> bool {
    line.iter().all(|b| matches!(b, b' ' | b'\t' | b'\r'))
}

impl<'a> Fields<'a> {
    /// Reads fields up to and without the first empty line; returns them and what follows that line.
    ///
    /// Lenient where mail is: blank lines and an mbox `From ` line before the first field are skipped, and a line that is no field
    /// continues the one before it, as broken gateways wrap lines without indenting them.
    pub(crate) fn read(block: &'a [u8], value_cap: usize) -> (Self, &'a [u8]) {
        let mut fields = Vec::with_capacity(16);
        let mut rest = block;
        // The field being read: its name, and its value so far as offsets into `block`.
        let mut open: Option<(&'a [u8], usize, usize)> = None;
        while !rest.is_empty() {
            let start = block.len() - rest.len();
            let (line, after) = split_line(rest);
            let end = start + line.len();
            rest = after;
            if is_blank(line) {
                if open.is_none() && fields.is_empty() {
                    continue;
                }
                // A line of spaces only ends a header too: mail systems strip trailing space.
                break;
            }
            if !matches!(line.first(), Some(b' ' | b'\t'))
                && let Some(colon) = name_end(line)
            {
                if let Some((name, from, to)) = open.take() {
                    fields.push(Field { name, value: &block[from..to], tag: tag(name) });
                }
                let name = line[..colon].trim_ascii_end();
                open = Some((name, start + colon + 1, end));
            } else if let Some((_, _, to)) = open.as_mut() {
                *to = end;
            }
        }
        if let Some((name, from, to)) = open {
            fields.push(Field { name, value: &block[from..to], tag: tag(name) });
        }
        (Self { fields, value_cap }, rest)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }

    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = (&'a [u8], &'a [u8])> + '_ {
        self.fields.iter().map(|field| (field.name, field.value))
    }

    /// The raw value of the first field of this name.
    pub(crate) fn raw(&self, name: &str) -> Option<&'a [u8]> {
        self.raw_all(name).next()
    }

    /// The raw values of all fields of this name.
    pub(crate) fn raw_all<'s>(&'s self, name: &'s str) -> impl DoubleEndedIterator<Item = &'a [u8]> + 's {
        let (cap, wanted) = (self.value_cap, tag(name.as_bytes()));
        self.fields
            .iter()
            .filter(move |field| field.tag == wanted && field.name.eq_ignore_ascii_case(name.as_bytes()))
            .map(move |field| &field.value[..field.value.len().min(cap)])
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.raw(name).is_some()
    }

    /// The unfolded, trimmed value of the first field of this name; `None` where it is absent or empty.
    pub(crate) fn text(&self, name: &str) -> Option<Cow<'a, str>> {
        self.raw(name).map(unfold).filter(|text| !text.is_empty())
    }

    /// The unfolded values of all fields of this name.
    pub(crate) fn texts<'s>(&'s self, name: &'s str) -> impl Iterator<Item = Cow<'a, str>> + 's {
        self.raw_all(name).map(unfold)
    }

    /// All names and unfolded values.
    pub(crate) fn cap(&self) -> usize {
        self.value_cap
    }
}

/// Where the name of a field ends: at the colon, if only printable characters without space stand before it (RFC 5322 s3.6.8).
fn name_end(line: &[u8]) -> Option<usize> {
    let colon = line.iter().position(|&b| b == b':' || !(b'!'..=b'~').contains(&b))?;
    match line[colon] {
        b':' if colon > 0 => Some(colon),
        // Some writers put a space before the colon (RFC 5322 s4.5.8).
        b' ' | b'\t' => {
            let spaces = line[colon..].iter().take_while(|b| matches!(b, b' ' | b'\t')).count();
            (line.get(colon + spaces) == Some(&b':') && colon > 0).then_some(colon + spaces)
        }
        _ => None,
    }
}

/// A value on one line: line ends removed, runs of white space made one space, bytes that are no UTF-8 replaced.
pub(crate) fn unfold(raw: &[u8]) -> Cow<'_, str> {
    let raw = raw.trim_ascii();
    let text = match std::str::from_utf8(raw) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => Cow::Owned(String::from_utf8_lossy(raw).into_owned()),
    };
    if is_collapsed(raw) { text } else { Cow::Owned(collapse(&text)) }
}

/// Whether single spaces are all the white space there is.
fn is_collapsed(raw: &[u8]) -> bool {
    memchr::memchr3(b'\n', b'\t', b'\r', raw).is_none()
        && memchr::memchr3(0x0b, 0x0c, 0, raw).is_none()
        && !raw.windows(2).any(|two| two == b"  ")
}

/// Runs of white space made one space, trimmed.
pub(crate) fn collapse(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    if text.is_ascii() && !text.bytes().any(|b| matches!(b, 0 | 0x0b)) {
        for word in text.split_ascii_whitespace() {
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(word);
        }
        return out;
    }
    for word in text.split(|c: char| c == ' ' || c.is_whitespace() || c == '\0').filter(|w| !w.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// [`collapse`], without a copy where there is nothing to do.
pub(crate) fn collapsed(text: &str) -> Cow<'_, str> {
    let trimmed = text.trim();
    if trimmed.is_ascii() && is_collapsed(trimmed.as_bytes()) {
        Cow::Borrowed(trimmed)
    } else {
        Cow::Owned(collapse(text))
    }
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
    &text[..end]
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
}
