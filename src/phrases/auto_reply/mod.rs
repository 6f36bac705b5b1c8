//! Automatic replies (RFC 3834), in the words of their Subjects and texts: vacation, tickets, changed addresses.

mod subjects;
mod texts;

use crate::rule::Table;

/// Subjects.
pub(crate) static SUBJECTS: Table = Table::of_phrases(subjects::ROWS);

/// Texts.
pub(crate) static BODIES: Table = Table::of_phrases(texts::ROWS);
