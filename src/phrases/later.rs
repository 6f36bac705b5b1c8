//! Words that mean something else where the reply says that it passes.

use crate::reason::Reason as R;
use crate::rule::{Row, Table};

/// Before the words that mean a lasting state.
pub(crate) static TABLE: Table = Table::of_phrases(ROWS);

/// Only where nothing else in the text tells.
pub(crate) static WEAK: Table = Table::of_phrases(WEAK_ROWS);

#[rustfmt::skip] // A row is one or two lines.
const ROWS: &[Row] = &[
    Row::new("later/mailbox-is-locked", "mailbox is locked", R::SystemError,
        "450 4.2.0 mailbox is locked, try again later", "common")
            .replies(400, 499).transient(),
    Row::new("later/mailbox-locked", "mailbox locked", R::SystemError,
        "450 4.2.0 mailbox locked, try again later", "common")
            .replies(400, 499).transient(),
];

#[rustfmt::skip] // A row is one or two lines.
const WEAK_ROWS: &[Row] = &[
    // 4.7.1 is what greylisting says, for want of a status of its own; what else it may be passes too.
    Row::new("later/try-again-later", "try again later", R::Undetermined,
        "451 4.7.1 Please try again later", "common")
            .status("4.7.1").transient().low(),
];
