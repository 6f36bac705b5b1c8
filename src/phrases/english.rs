//! English wording of no program in particular, specific before general.

use crate::bounce::Basis;
use crate::reason::Reason as R;
use crate::rule::{Row, Table};

/// The rows.
pub(crate) static TABLE: Table = Table { remote: None, basis: Basis::Phrase, rows: ROWS };

const ROWS: &[Row] = &[
    Row::new(
        "en/user-unknown",
        "user unknown",
        R::UserUnknown,
        "550 5.1.1 <a@example.com>... User unknown",
        "Sendmail and many",
    ),
    Row::new("en/mailbox-full", "mailbox full", R::MailboxFull, "552 5.2.2 Mailbox full", "many"),
];
