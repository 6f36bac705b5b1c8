//! Receipts that have no report fields (RFC 8098 has them), in the words of their Subjects and texts.

use crate::bounce::Kind::{Delivered, Disposition};
use crate::rule::{Row, Table};

/// Subjects.
pub(crate) static SUBJECTS: Table = Table::of_phrases(ROWS);

#[rustfmt::skip] // A row is one line.
const ROWS: &[Row] = &[
    Row::kind("receipt/groupwise-opened", "message status - opened", Disposition, "Message status - opened", "GroupWise").at_start(),
    Row::kind("receipt/groupwise-deleted", "message status - deleted", Disposition, "Message status - deleted", "GroupWise").at_start(),
    Row::kind("receipt/groupwise-delivered", "message status - delivered", Delivered, "Message status - delivered", "GroupWise").at_start(),
    Row::kind("receipt/de-displayed", "empfangsbestätigung (angezeigt)", Disposition, "Empfangsbestätigung (angezeigt): Ihre Bestellung", "Roundcube").at_start(),
    Row::kind("receipt/en-displayed", "return receipt (displayed)", Disposition, "Return Receipt (displayed) - your order", "Mozilla, Roundcube").at_start(),
    Row::kind("receipt/ja-opened", "開封済み", Disposition, "開封済み: ご注文", "Outlook").at_start(),
    Row::kind("receipt/ja-opened-notice", "開封通知", Disposition, "開封通知: ご注文", "Japanese webmail").at_start(),
];

/// Texts: only what a receipt says of itself.
pub(crate) static BODIES: Table = Table::of_phrases(TEXTS);

#[rustfmt::skip] // A row is one line.
const TEXTS: &[Row] = &[
    Row::kind("receipt-text/en-acknowledges", "this receipt only acknowledges that the message was displayed", Disposition, "Note: This receipt only acknowledges that the message was displayed", "RFC 8098 sample wording"),
    Row::kind("receipt-text/en-return-receipt", "this is a return receipt for the mail that you sent", Disposition, "This is a Return Receipt for the mail that you sent to a@example.com", "Mozilla"),
    Row::kind("receipt-text/en-was-read", "your message was read on", Disposition, "Your message was read on Thursday", "Exchange, mobile clients"),
    Row::kind("receipt-text/de-receipt", "dies ist eine empfangsbestätigung für die", Disposition, "Dies ist eine Empfangsbestätigung für die E-Mail, die Sie gesendet haben", "Roundcube, Mozilla"),
    Row::kind("receipt-text/en-deleted-unopened", "was deleted without being opened", Disposition, "The message that you sent was deleted without being opened", "GroupWise"),
];
