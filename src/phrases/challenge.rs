//! Systems that want the sender to prove to be a person.

use crate::bounce::Kind::Challenge;
use crate::rule::{Row, Table};

/// Subjects.
pub(crate) static SUBJECTS: Table = Table::of_phrases(ROWS);

const ROWS: &[Row] = &[Row::kind(
    "challenge/please-confirm-message",
    "please confirm your message",
    Challenge,
    "Please confirm your message",
    "TMDA",
)
.at_start()];

/// Texts.
pub(crate) static BODIES: Table = Table::of_phrases(TEXTS);

const TEXTS: &[Row] = &[];
