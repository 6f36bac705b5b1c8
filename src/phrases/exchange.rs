//! Exchange 5.5 to 2003.

use crate::reason::{Fault, Reason as R};
use crate::rule::{Row, Table};

/// The rows.
pub(crate) static TABLE: Table = Table::of_program(ROWS);

#[rustfmt::skip] // A row is two or three lines.
const ROWS: &[Row] = &[
    Row::new("exchange/000c05a6", "(000c05a6)", R::UserUnknown,
        "The recipient name is not recognized  MSEXCH:IMS:ORG:SITE:SRV 0 (000C05A6) Unknown Recipient", "seen in samples"),
    Row::new("exchange/000c0595", "(000c0595)", R::SystemError,
        "0 (000C0595) Ambiguous Recipient", "sisimai lhost/via-exchange2003")
            .permanent(),
    Row::new("exchange/account-does-not-exist", "the mail account does not exist at the organization this message was sent to", R::UserUnknown,
        "The e-mail account does not exist at the organization this message was sent to.  <server #5.1.1>", "from memory")
            .medium(),
    Row::new("exchange/do-not-have-permission", "you do not have permission to send to this recipient", R::RecipientRestricted,
        "You do not have permission to send to this recipient.  <server #5.7.1 smtp;550 5.7.1 ...>", "from memory")
            .fault(Fault::Sender).permanent().medium(),
    Row::new("exchange/address-entered-not-found", "address you entered couldn't be found", R::UserUnknown,
        "The email address you entered couldn't be found. Please check the recipient's email address", "from memory")
            .medium(),
    Row::new("exchange/address-entered-not-found-fr", "messagerie que vous avez entrée est introuvable", R::UserUnknown,
        "L'adresse de messagerie que vous avez entrée est introuvable.", "from memory")
            .medium(),
    Row::new("exchange/address-entered-not-found-es", "no se encontró la dirección de correo electrónico que ha especificado", R::UserUnknown,
        "No se encontró la dirección de correo electrónico que ha especificado.", "from memory")
            .medium(),
    Row::new("exchange/address-entered-not-found-ja", "入力した電子メール アドレスが見つかりませんでした", R::UserUnknown,
        "入力した電子メール アドレスが見つかりませんでした。", "from memory")
            .medium(),
    Row::new("exchange/recipient-s-mailbox-full", "the recipient's mailbox is full", R::MailboxFull,
        "The recipient's mailbox is full.", "from memory")
            .medium(),
];
