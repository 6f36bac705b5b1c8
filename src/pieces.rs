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

/// The length of the first character, in octets; 1 where there is none.
pub(crate) fn first_length(text: &str) -> usize {
    text.chars().next().map_or(1, char::len_utf8)
}
