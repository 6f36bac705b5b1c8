//! Automatic replies (RFC 3834), in the words of their Subjects and texts.

use crate::bounce::Kind::AutoReply;
use crate::rule::{Row, Table};

/// Subjects.
pub(crate) static SUBJECTS: Table = Table::of_phrases(ROWS);

const ROWS: &[Row] = &[Row::kind(
    "auto-reply/en-out-of-office",
    "out of office",
    AutoReply,
    "Out of Office: your invoice",
    "Exchange, Outlook",
)
.at_start()];

/// Texts.
pub(crate) static BODIES: Table = Table::of_phrases(TEXTS);

const TEXTS: &[Row] = &[];
