//! Splits an mbox into mails, in one pass, with bounded memory.

use std::io::{self, BufRead};

/// The mails of an mbox, in order, each with its `From ` line.
///
/// There are many dialects, and no file says which it is. Here a mail begins at a line that reads like `From ada@x.example Tue Mar  9
/// 11:59:29 2026`, stands at the start or after an empty line, and is followed by a header field: text that happens to begin with `From `
/// is not split, whether its writer quoted it or not. One `>` is taken from `>From `, `>>From ` and so on. Nothing is assumed of
/// the length of lines, their ends (LF or CRLF), or an empty line at the end.
pub(crate) struct Mbox<R> {
    reader: R,
    /// Octets that are kept of one mail.
    cap: usize,
    line: Vec<u8>,
    /// The first lines of the next mail, read when the one before it ended.
    next: Vec<u8>,
    done: bool,
}

impl<R: BufRead> Mbox<R> {
    pub(crate) fn new(reader: R, cap: usize) -> Self {
        Self { reader, cap, line: Vec::new(), next: Vec::new(), done: false }
    }

    fn read_mail(&mut self) -> io::Result<Option<Vec<u8>>> {
        let mut mail = std::mem::take(&mut self.next);
        // A `From ` line that begins the next mail if a header field follows.
        let mut separator: Option<Vec<u8>> = None;
        let mut after_blank = mail.is_empty();
        while read_line(&mut self.reader, &mut self.line, self.cap)? {
            if let Some(mut from) = separator.take() {
                if is_field(&self.line) {
                    from.extend_from_slice(&self.line);
                    if mail.is_empty() {
                        mail = from;
                        after_blank = false;
                        continue;
                    }
                    self.next = from;
                    strip_blank_line(&mut mail);
                    return Ok(Some(mail));
                }
                push(&mut mail, &from, self.cap);
                after_blank = false;
            }
            if after_blank && is_from_line(&self.line) {
                separator = Some(self.line.clone());
                continue;
            }
            after_blank = matches!(self.line.as_slice(), b"\n" | b"\r\n");
            push(&mut mail, unquote(&self.line), self.cap);
        }
        self.done = true;
        push(&mut mail, &separator.unwrap_or_default(), self.cap);
        Ok((!mail.is_empty()).then_some(mail))
    }
}

impl<R: BufRead> Iterator for Mbox<R> {
    type Item = io::Result<Vec<u8>>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.done {
            return None;
        }
        let mail = self.read_mail();
        self.done |= mail.is_err();
        mail.transpose()
    }
}

/// Whether a line can separate two mails: `From`, a sender, and a date with month and time.
pub(crate) fn is_from_line(line: &[u8]) -> bool {
    const MONTHS: [&[u8]; 12] =
        [b"Jan", b"Feb", b"Mar", b"Apr", b"May", b"Jun", b"Jul", b"Aug", b"Sep", b"Oct", b"Nov", b"Dec"];
    let Some(rest) = line.strip_prefix(b"From ") else { return false };
    let rest = rest.split(|&b| b == b'\n').next().unwrap_or_default();
    if rest.len() > 1000 {
        return false;
    }
    let words = || rest.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty()).skip(1);
    words().any(|word| MONTHS.iter().any(|month| word.starts_with(month))) && words().any(is_time)
}

/// `11:59` or `11:59:29`.
fn is_time(word: &[u8]) -> bool {
    let mut parts = 0;
    word.split(|&b| b == b':').all(|part| {
        parts += 1;
        (1..=2).contains(&part.len()) && part.iter().all(u8::is_ascii_digit)
    }) && (2..=3).contains(&parts)
}

/// Whether a line can follow the `From ` line: a header field, or a `From ` line that a second delivery quoted.
fn is_field(line: &[u8]) -> bool {
    let name = line.iter().take_while(|&&b| b.is_ascii_graphic() && b != b':').count();
    let colon = line[name..].trim_ascii_start().first() == Some(&b':');
    name > 0 && colon || line.starts_with(b">From ") || line.starts_with(b"From ")
}

/// A line without the `>` that an mbox writer put before `From `.
fn unquote(line: &[u8]) -> &[u8] {
    let marks = line.iter().take_while(|&&b| b == b'>').count();
    if marks > 0 && line[marks..].starts_with(b"From ") { &line[1..] } else { line }
}

/// Takes off the empty line that separates a mail from the next.
fn strip_blank_line(mail: &mut Vec<u8>) {
    if mail.ends_with(b"\n\r\n") {
        mail.truncate(mail.len() - 2);
    } else if mail.ends_with(b"\n\n") {
        mail.truncate(mail.len() - 1);
    }
}

fn push(mail: &mut Vec<u8>, line: &[u8], cap: usize) {
    mail.extend_from_slice(&line[..line.len().min(cap.saturating_sub(mail.len()))]);
}

/// Reads one line with its end into `line`, at most `cap` octets of it; false at the end of the file.
fn read_line(reader: &mut impl BufRead, line: &mut Vec<u8>, cap: usize) -> io::Result<bool> {
    line.clear();
    let mut any = false;
    loop {
        let buffer = match reader.fill_buf() {
            Ok(buffer) => buffer,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if buffer.is_empty() {
            return Ok(any);
        }
        any = true;
        let end = memchr::memchr(b'\n', buffer);
        let taken = end.map_or(buffer.len(), |at| at + 1);
        push(line, &buffer[..taken], cap);
        reader.consume(taken);
        if end.is_some() {
            return Ok(true);
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const FROM: &str = "From ada@x.example Tue Mar  9 11:59:29 2026\n";

    fn split(text: &str) -> Vec<String> {
        // A small buffer, so that lines cross its end.
        let reader = io::BufReader::with_capacity(7, text.as_bytes());
        Mbox::new(reader, 10_000).map(|mail| String::from_utf8(mail.unwrap()).unwrap()).collect()
    }

    #[test]
    fn splits_at_from_lines() {
        let mails = split(&format!("{FROM}Subject: a\n\none\n\n{FROM}Subject: b\n\ntwo\n\n"));
        assert_eq!(mails, [format!("{FROM}Subject: a\n\none\n"), format!("{FROM}Subject: b\n\ntwo\n\n")]);
    }

    #[test]
    fn needs_no_newline_at_the_end() {
        assert_eq!(split(&format!("{FROM}Subject: a\n\none")), [format!("{FROM}Subject: a\n\none")]);
        assert_eq!(split(""), [""; 0]);
        assert_eq!(split(FROM.trim_end()), [FROM.trim_end()]);
    }

    #[test]
    fn reads_crlf() {
        let from = FROM.replace('\n', "\r\n");
        let mails = split(&format!("{from}Subject: a\r\n\r\none\r\n\r\n{from}Subject: b\r\n\r\ntwo\r\n"));
        assert_eq!(mails, [format!("{from}Subject: a\r\n\r\none\r\n"), format!("{from}Subject: b\r\n\r\ntwo\r\n")]);
    }

    #[test]
    fn takes_off_one_quote() {
        let mails = split(&format!("{FROM}Subject: a\n\n>From here\n>>From there\n> From\n>> a\n"));
        assert_eq!(mails, [format!("{FROM}Subject: a\n\nFrom here\n>From there\n> From\n>> a\n")]);
    }

    #[test]
    fn leaves_text_alone_that_begins_with_from() {
        for text in [
            // No empty line before it.
            format!("{FROM}Subject: a\n\nhe wrote:\n{FROM}Subject: b\n"),
            // No date.
            format!("{FROM}Subject: a\n\nFrom now on: all is well\nSubject: b\n"),
            format!("{FROM}Subject: a\n\nFrom March on we meet at noon\nSubject: b\n"),
            // No header field after it.
            format!("{FROM}Subject: a\n\n{FROM}\nit was quiet\n"),
            format!("{FROM}Subject: a\n\n{FROM}we were quiet\n"),
        ] {
            assert_eq!(split(&text), [text.as_str()]);
        }
    }

    #[test]
    fn knows_the_dialects_of_the_from_line() {
        for line in [
            "From MAILER-DAEMON Thu Mar  9 11:59:29 2017",
            "From - Thu Mar  9 11:59:29 2017",
            "From ???@??? Thu Mar 09 11:59:29 2017",
            "From a@b.example Thu Mar  9 11:59:29 +0100 2017\r\n",
            "From a@b.example  Thu, 9 Mar 2017 11:59:29 +0100",
            "From 1562@xxx Mon Apr 01 10:00:00 +0000 2019",
            "From \"a b\"@c.example Thu Mar  9 11:59 2017 remote from uucp",
            "From ada at x.example  Thu Mar  9 11:59:29 2017",
        ] {
            assert!(is_from_line(line.as_bytes()), "{line}");
        }
        for line in
            ["From: a@b.example", "From Mar 10:00", "From ", "from a Thu Mar  9 11:59:29 2017", ">From a Mar 9 11:59"]
        {
            assert!(!is_from_line(line.as_bytes()), "{line}");
        }
    }

    #[test]
    fn has_no_limit_of_lines_and_a_cap_of_mails() {
        let long = "x".repeat(50_000);
        let text = format!("{FROM}Subject: a\n\n{long}\n{long}\n\n{FROM}Subject: b\n\ntwo\n");
        let mails = split(&text);
        assert_eq!(mails.len(), 2);
        assert_eq!(mails[0].len(), 10_000);
        assert_eq!(mails[1], format!("{FROM}Subject: b\n\ntwo\n"));
    }

    #[test]
    fn reads_mails_without_empty_line_between_header_fields() {
        // A second delivery agent quoted the first one's line.
        let mails = split(&format!("{FROM}>{FROM}Subject: a\n\none\n\n{FROM}Received: b\n\ntwo\n"));
        assert_eq!(mails.len(), 2);
        assert!(mails[0].starts_with(&format!("{FROM}>{FROM}")), "the header is kept as it is");
    }
}
