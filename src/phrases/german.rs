//! German.

use crate::reason::Reason as R;
use crate::rule::{Row, Table};

/// The rows.
pub(crate) static TABLE: Table = Table::of_phrases(ROWS);

#[rustfmt::skip] // A row is two or three lines.
const ROWS: &[Row] = &[
    Row::new("de/recipient-address-unknown", "recipient mail address unknown", R::UserUnknown,
        "550 recipient e-mail address unknown", "strato"),
    Row::new("de/quota-limit-exceeded-speicherplatz", "quota limit exceeded (speicherplatz des kontos ueberschritten)", R::MailboxFull,
        "422 4.2.2 Quota limit exceeded (Speicherplatz des Kontos ueberschritten)", "bytecamp"),
    Row::new("de/classified-spam-nachricht-als", "message classified as spam (nachricht als spam eingestuft)", R::SpamContent,
        "571 5.7.1 message classified as spam (Nachricht als Spam eingestuft)", "bytecamp")
            .medium(),
    Row::new("de/user-unknown", "empfänger unbekannt", R::UserUnknown,
        "Empfänger unbekannt", "common localised wording"),
    Row::new("de/user-unknown-2", "unbekannter empfänger", R::UserUnknown,
        "Unbekannter Empfänger", "common localised wording"),
    Row::new("de/benutzer-unbekannt", "benutzer unbekannt", R::UserUnknown,
        "Benutzer unbekannt", "common localised wording"),
    Row::new("de/adresse-existiert-nicht", "adresse existiert nicht", R::UserUnknown,
        "Adresse existiert nicht", "common localised wording"),
    Row::new("de/postfach-existiert-nicht", "postfach existiert nicht", R::UserUnknown,
        "Postfach existiert nicht", "common localised wording"),
    Row::new("de/unbekannter-benutzer", "unbekannter benutzer", R::UserUnknown,
        "unbekannter Benutzer", "common localised wording"),
    Row::new("de/die-adresse-wurde-am", "die mail-adresse wurde am zielort nicht gefunden", R::UserUnknown,
        "Die E-Mail-Adresse wurde am Zielort nicht gefunden", "common localised wording"),
    Row::new("de/postfach-voll", "postfach voll", R::MailboxFull,
        "Postfach voll", "common localised wording"),
    Row::new("de/postfach-ist-voll", "postfach ist voll", R::MailboxFull,
        "Postfach ist voll", "common localised wording"),
    Row::new("de/mailbox-voll", "mailbox voll", R::MailboxFull,
        "Mailbox voll", "common localised wording"),
    Row::new("de/mailbox-full", "speicherplatz überschritten", R::MailboxFull,
        "Speicherplatz überschritten", "common localised wording"),
    Row::new("de/mailbox-full-2", "quota überschritten", R::MailboxFull,
        "Quota überschritten", "common localised wording"),
    Row::new("de/hat-zuviele-mails-auf", "hat zuviele mails auf dem server", R::MailboxFull,
        "hat zuviele Mails auf dem Server", "common localised wording"),
    Row::new("de/mailbox-full-3", "das postfach des empfängers ist voll", R::MailboxFull,
        "Das Postfach des Empfängers ist voll", "common localised wording"),
    Row::new("de/konto-deaktiviert", "konto deaktiviert", R::MailboxDisabled,
        "Konto deaktiviert", "common localised wording"),
    Row::new("de/postfach-gesperrt", "postfach gesperrt", R::MailboxDisabled,
        "Postfach gesperrt", "common localised wording"),
    Row::new("de/konto-gesperrt", "konto gesperrt", R::MailboxDisabled,
        "Konto gesperrt", "common localised wording"),
    Row::new("de/postfach-nicht-mehr-aktiv", "postfach nicht mehr aktiv", R::MailboxDisabled,
        "Postfach nicht mehr aktiv", "common localised wording"),
    Row::new("de/als-spam-eingestuft", "als spam eingestuft", R::SpamContent,
        "als Spam eingestuft", "common localised wording")
            .medium(),
    Row::new("de/abgewiesen-da-spam", "abgewiesen, da spam", R::SpamContent,
        "abgewiesen, da Spam", "common localised wording")
            .medium(),
    Row::new("de/spamverdacht", "spamverdacht", R::SpamContent,
        "Spamverdacht", "common localised wording")
            .medium(),
];
