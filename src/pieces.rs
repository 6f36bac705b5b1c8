//! Pieces of a text by octets. Where an octet is inside a character there is no piece: the empty text, never a panic.

/// What stands before octet `end`.
pub(crate) fn before(text: &str, end: usize) -> &str {
    text.get(..end).unwrap_or_default()
}

/// What stands from octet `start` on.
pub(crate) fn from(text: &str, start: usize) -> &str {
    text.get(start..).unwrap_or_default()
}

/// What stands from octet `start` on, before octet `end`.
pub(crate) fn between(text: &str, start: usize, end: usize) -> &str {
    text.get(start..end).unwrap_or_default()
}

/// Whether a text begins with these words, in any case of ASCII.
pub(crate) fn begins_with(text: &str, words: &str) -> bool {
    text.get(..words.len()).is_some_and(|head| head.eq_ignore_ascii_case(words))
}

/// Whether a text ends with these words, in any case of ASCII.
pub(crate) fn ends_with(text: &str, words: &str) -> bool {
    let Some(start) = text.len().checked_sub(words.len()) else { return false };
    text.get(start..).is_some_and(|end| end.eq_ignore_ascii_case(words))
}

/// Whether a text is one of these, in any case of ASCII.
// One piece of machine code for all lists, as none of those below is asked for often.
#[inline(never)]
pub(crate) fn is_one_of(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// Whether a text begins with one of these, in any case of ASCII.
#[inline(never)]
pub(crate) fn begins_with_one_of(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| begins_with(text, word))
}

/// A text less white space at both of its ends.
pub(crate) fn trim(text: &str) -> &str {
    trim_end_matches(trim_start_matches(text, char::is_whitespace), char::is_whitespace)
}

/// A text less these characters at its beginning. Most texts have none, as one look shows.
#[inline]
pub(crate) fn trim_start_matches(text: &str, odd: impl Fn(char) -> bool) -> &str {
    if is_kept(text.as_bytes().first(), &odd) { text } else { text.trim_start_matches(odd) }
}

/// A text less these characters at its end.
#[inline]
pub(crate) fn trim_end_matches(text: &str, odd: impl Fn(char) -> bool) -> &str {
    if is_kept(text.as_bytes().last(), &odd) { text } else { text.trim_end_matches(odd) }
}

#[inline]
fn is_kept(byte: Option<&u8>, odd: impl Fn(char) -> bool) -> bool {
    byte.is_some_and(|&byte| byte.is_ascii() && !odd(char::from(byte)))
}

/// A text less these ASCII characters at both of its ends, which are few.
pub(crate) fn trimmed<'t, const N: usize>(text: &'t str, odd: &[u8; N]) -> &'t str {
    let bytes = text.as_bytes();
    let kept = |byte: &u8| !odd.contains(byte);
    let start = bytes.iter().position(kept).unwrap_or(bytes.len());
    let end = bytes.iter().rposition(kept).map_or(start, |last| last + 1);
    between(text, start, end)
}

/// Adds a space to a text that neither is empty nor ends with one.
pub(crate) fn push_space(text: &mut String) {
    if !text.is_empty() && !text.ends_with(' ') {
        text.push(' ');
    }
}

/// The length of the first character, in octets; 1 where there is none.
pub(crate) fn first_length(text: &str) -> usize {
    text.chars().next().map_or(1, char::len_utf8)
}

/// The lines in which these places stand, each once, and where they begin. The places ascend.
pub(crate) fn lines_at(text: &str, places: impl Iterator<Item = usize>) -> impl Iterator<Item = (usize, &str)> {
    let bytes = text.as_bytes();
    let mut seen = 0;
    places.filter_map(move |at| {
        let before = bytes.get(seen..at)?;
        let start = memchr::memrchr(b'\n', before).map_or(seen, |end| seen + end + 1);
        let end = memchr::memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |end| at + end);
        seen = (end + 1).min(bytes.len());
        Some((start, between(text, start, end)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_once() {
        let text = "a@b @\n\nx\n@\n\n@c";
        let at = memchr::memchr_iter(b'@', text.as_bytes());
        assert_eq!(lines_at(text, at).collect::<Vec<_>>(), [(0, "a@b @"), (9, "@"), (12, "@c")]);
        assert_eq!(lines_at("", std::iter::empty()).next(), None);
    }
}
