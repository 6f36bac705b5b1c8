//! The address moved or its owner left.

use crate::reason::Reason as R;
use crate::rule::{Row, Table};

/// The rows.
pub(crate) static TABLE: Table = Table::of_phrases(ROWS);

#[rustfmt::skip] // A row is two or three lines.
const ROWS: &[Row] = &[
    Row::new("moved/destination-mailbox-moved-no", "destination mailbox has moved, no forwarding", R::HasMoved,
        "550 5.1.6 a@example.com: Recipient address rejected: Destination mailbox has moved, No forwarding address.", "seen in samples"),
    Row::new("moved/user-not-local-try", "user not local; please try", R::HasMoved,
        "551 User not local; please try a@example.com", "from memory")
            .medium(),
    Row::new("moved/user-moved", "user has moved to", R::HasMoved,
        "551 User has moved to a@example.com", "from memory")
            .medium(),
    Row::new("moved/user-moved-try", "user has moved; please try", R::HasMoved,
        "551 5.1.6 User has moved; please try: a@example.com", "sendmail default wording"),
    Row::new("moved/user-moved-to", "user moved to", R::HasMoved,
        "550 User moved to a@example.com", "common")
            .replies(500, 599).medium(),
    Row::new("moved/has-new-address", "has a new mail address", R::HasMoved,
        "550 a has a new email address: b@example.com", "common")
            .replies(500, 599).medium(),
    Row::new("moved/replaced", "has been replaced by", R::HasMoved,
        "550 5.1.6 address a@example.com has been replaced by a@example.com", "sisimai reason/why-*"),
    Row::new("moved/recipient-no-longer-server", "recipient no longer on server", R::HasMoved,
        "550 5.1.6 recipient no longer on server: a@example.com", "from memory")
            .medium(),
    Row::new("moved/no-longer-employed-here", "is no longer employed here", R::HasMoved,
        "550 5.1.1 a@example.com is no longer employed here", "from memory")
            .replies(500, 599).medium(),
    Row::new("moved/left-company", "has left the company", R::HasMoved,
        "550 5.1.1 a@example.com has left the company", "from memory")
            .replies(500, 599).medium(),
    Row::new("moved/no-longer-works", "no longer works", R::HasMoved,
        "550 5.1.1 a@example.com no longer works", "from memory")
            .replies(500, 599).medium(),
    Row::new("moved/no-longer-us", "no longer with us", R::HasMoved,
        "550 5.1.1 a@example.com no longer with us", "from memory")
            .replies(500, 599).medium(),
    Row::new("moved/address-changed-update-address", "this address has changed. please update your address book", R::HasMoved,
        "550 5.1.6 This address has changed. Please update your address book", "from memory")
            .replies(500, 599).medium(),
    Row::new("moved/mailbox-owner-changed", "mailbox owner has changed", R::HasMoved,
        "550 5.7.17 Mailbox owner has changed", "from memory")
            .medium(),
    Row::new("moved/domain-owner-changed", "domain owner has changed", R::HasMoved,
        "550 5.7.18 Domain owner has changed", "from memory")
            .medium(),
    Row::new("moved/user-not-local-will-251", "user not local; will forward to", R::HasMoved,
        "251 User not local; will forward to a@example.com", "from memory")
            .reply(251).medium(),
];
