//! Mails, changed.

use memchr::memmem;

/// Where the text begins and ends that is read first, if it is not encoded.
pub(crate) fn first_text(mail: &[u8]) -> Option<(usize, usize)> {
    let header = &mail[..memmem::find(mail, b"\n\n")?];
    let multipart = field(header, "content-type", "multipart/").is_some();
    let begin = if multipart { field(mail, "content-type", "text/plain")? } else { 0 };
    let start = begin + memmem::find(&mail[begin..], b"\n\n")? + 2;
    let part = if multipart { memmem::rfind(&mail[..begin], b"\n--")? + 1 } else { 0 };
    let own = &mail[part..start];
    if field(own, "content-transfer-encoding", "base64").is_some()
        || !multipart && field(own, "content-type", "").is_some() && field(own, "content-type", "text/plain").is_none()
    {
        return None;
    }
    if !multipart {
        return Some((start, mail.len()));
    }
    let delimiter = mail[part..].split(|&byte| byte == b'\n').next()?;
    let next = [b"\n", delimiter].concat();
    Some((start, start + memmem::find(&mail[start..], &next)?))
}

/// The mail with another text.
pub(crate) fn with_text(mail: &[u8], change: impl Fn(&str) -> String) -> Option<Vec<u8>> {
    let (start, end) = first_text(mail)?;
    let text = str::from_utf8(&mail[start..end]).ok()?;
    Some([&mail[..start], change(text).as_bytes(), &mail[end..]].concat())
}

/// The mail without its first part of this type.
pub(crate) fn without_part(mail: &[u8], media: &str) -> Option<Vec<u8>> {
    let at = field(mail, "content-type", media)?;
    let start = memmem::rfind(&mail[..at], b"\n--")?;
    let delimiter = mail[start..].split(|&byte| byte == b'\n').nth(1)?.trim_ascii_end();
    let next = [b"\n", delimiter].concat();
    let end = at + memmem::find(&mail[at..], &next)?;
    Some([&mail[..start], &mail[end..]].concat())
}

/// The mail with another type for the parts of this one.
pub(crate) fn replaced(mail: &[u8], media: &str, by: &str) -> Option<Vec<u8>> {
    let at = field(mail, "content-type", media)?;
    let place = at + memmem::find(&mail[at..].to_ascii_lowercase(), media.as_bytes())?;
    Some([&mail[..place], by.as_bytes(), &mail[place + media.len()..]].concat())
}

/// Where a line begins that holds this field with a value that begins so.
pub(crate) fn field(mail: &[u8], name: &str, value: &str) -> Option<usize> {
    let mut at = 0;
    for line in mail.split_inclusive(|&byte| byte == b'\n') {
        let lower = line.to_ascii_lowercase();
        let rest = lower.strip_prefix(name.as_bytes()).and_then(|rest| rest.strip_prefix(b":"));
        if rest.is_some_and(|rest| rest.trim_ascii_start().starts_with(value.as_bytes())) {
            return Some(at);
        }
        at += line.len();
    }
    None
}

/// The mail without these fields of its header; `None` where it has none of them.
pub(crate) fn without_fields(mail: &[u8], names: &[&str]) -> Option<Vec<u8>> {
    let mut kept = Vec::new();
    let (mut in_header, mut dropping, mut dropped) = (true, false, false);
    for line in mail.split_inclusive(|&byte| byte == b'\n') {
        in_header &= !line.trim_ascii().is_empty();
        if in_header && !line.starts_with(b" ") && !line.starts_with(b"\t") {
            let name = line.split(|&byte| byte == b':').next().unwrap_or_default().to_ascii_lowercase();
            dropping = names.iter().any(|dropped| dropped.as_bytes() == name);
            dropped |= dropping;
        }
        if !(in_header && dropping) {
            kept.extend_from_slice(line);
        }
    }
    dropped.then_some(kept)
}

/// The mail with its content as a part of a multipart, between a part of each of these texts that is not empty.
pub(crate) fn wrapped(mail: &[u8], before: &str, behind: &str) -> Option<Vec<u8>> {
    let (header, body) = mail.split_at(memmem::find(mail, b"\n\n")? + 1);
    let lines = header.split_inclusive(|&byte| byte == b'\n');
    let (mut outer, mut inner, mut of_content) = (Vec::new(), Vec::new(), false);
    for line in lines {
        if !line.starts_with(b" ") && !line.starts_with(b"\t") {
            let lower = line.to_ascii_lowercase();
            of_content = lower.starts_with(b"content-") || lower.starts_with(b"mime-version:");
        }
        if of_content { &mut inner } else { &mut outer }.extend_from_slice(line);
    }
    let part = |text: &str| match text {
        "" => String::new(),
        text => format!("--gate\nContent-Type: text/plain; charset=us-ascii\n\n{text}\n"),
    };
    let opening = format!("Content-Type: multipart/mixed; boundary=gate\n\n{}--gate\n", part(before));
    let closing = format!("\n{}--gate--\n", part(behind));
    Some([&outer, opening.as_bytes(), &inner, body, closing.as_bytes()].concat())
}
