//! Polish.

use crate::reason::Reason as R;
use crate::rule::{Row, Table};

/// The rows.
pub(crate) static TABLE: Table = Table::of_phrases(ROWS);

#[rustfmt::skip] // A row is two or three lines.
const ROWS: &[Row] = &[
    Row::new("pl/mailbox-not-available", "mailbox not available", R::MailboxDisabled,
        "550 5.2.1 Mailbox not available", "seen in samples"),
    Row::new("pl/konto-niedostepne", "konto niedostepne", R::MailboxDisabled,
        "550 5.2.1 Konto niedostepne", "seen in samples"),
    Row::new("pl/odbiorca-nie-istnieje", "odbiorca nie istnieje", R::UserUnknown,
        "Odbiorca nie istnieje", "common localised wording"),
    Row::new("pl/user-unknown", "użytkownik nieznany", R::UserUnknown,
        "użytkownik nieznany", "common localised wording"),
    Row::new("pl/user-unknown-2", "nieznany użytkownik", R::UserUnknown,
        "nieznany użytkownik", "common localised wording"),
    Row::new("pl/user-unknown-3", "brak takiego użytkownika", R::UserUnknown,
        "brak takiego użytkownika", "common localised wording"),
    Row::new("pl/konto-nie-istnieje", "konto nie istnieje", R::UserUnknown,
        "konto nie istnieje", "common localised wording"),
    Row::new("pl/adres-nie-istnieje", "adres nie istnieje", R::UserUnknown,
        "adres nie istnieje", "common localised wording"),
    Row::new("pl/mailbox-full", "skrzynka pełna", R::MailboxFull,
        "Skrzynka pełna", "common localised wording"),
    Row::new("pl/mailbox-full-2", "skrzynka przepełniona", R::MailboxFull,
        "skrzynka przepełniona", "common localised wording"),
    Row::new("pl/mailbox-full-3", "przekroczony limit pojemności", R::MailboxFull,
        "przekroczony limit pojemności", "common localised wording"),
    Row::new("pl/przekroczona-quota", "przekroczona quota", R::MailboxFull,
        "przekroczona quota", "common localised wording"),
];
