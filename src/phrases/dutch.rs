//! Dutch.

use crate::reason::Reason as R;
use crate::rule::{Row, Table};

/// The rows.
pub(crate) static TABLE: Table = Table::of_phrases(ROWS);

#[rustfmt::skip] // A row is two or three lines.
const ROWS: &[Row] = &[
    Row::new("nl/onbekende-gebruiker", "onbekende gebruiker", R::UserUnknown,
        "Onbekende gebruiker", "common localised wording"),
    Row::new("nl/gebruiker-onbekend", "gebruiker onbekend", R::UserUnknown,
        "gebruiker onbekend", "common localised wording"),
    Row::new("nl/adres-niet-gevonden", "adres niet gevonden", R::UserUnknown,
        "adres niet gevonden", "common localised wording"),
    Row::new("nl/onbestelbaar", "onbestelbaar", R::UserUnknown,
        "Onbestelbaar", "common localised wording"),
    Row::new("nl/postbus-vol", "postbus vol", R::MailboxFull,
        "Postbus vol", "common localised wording"),
    Row::new("nl/mailbox-vol", "mailbox is vol", R::MailboxFull,
        "mailbox is vol", "common localised wording"),
    Row::new("nl/quotum-overschreden", "quotum overschreden", R::MailboxFull,
        "quotum overschreden", "common localised wording"),
];
