//! Systems that want the sender to prove to be a person.

use crate::bounce::{Basis, Kind::Challenge};
use crate::rule::{Row, Table};

/// Subjects.
pub(crate) static SUBJECTS: Table = Table { remote: None, basis: Basis::Phrase, rows: ROWS };

const ROWS: &[Row] = &[Row::kind(
    "challenge/please-confirm-message",
    "please confirm your message",
    Challenge,
    "Please confirm your message",
    "TMDA",
)
.at_start()];

/// Texts.
pub(crate) static BODIES: Table = Table { remote: None, basis: Basis::Phrase, rows: TEXTS };

const TEXTS: &[Row] = &[];
