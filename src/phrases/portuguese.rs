//! Portuguese.

use crate::reason::Reason as R;
use crate::rule::{Row, Table};

/// The rows.
pub(crate) static TABLE: Table = Table::of_phrases(ROWS);

#[rustfmt::skip] // A row is two or three lines.
const ROWS: &[Row] = &[
    Row::new("pt/user-unknown", "usuário desconhecido", R::UserUnknown,
        "Usuário desconhecido", "common localised wording"),
    Row::new("pt/utilizador-desconhecido", "utilizador desconhecido", R::UserUnknown,
        "utilizador desconhecido", "common localised wording"),
    Row::new("pt/user-unknown-2", "destinatário inexistente", R::UserUnknown,
        "destinatário inexistente", "common localised wording"),
    Row::new("pt/user-unknown-3", "endereço não encontrado", R::UserUnknown,
        "endereço não encontrado", "common localised wording"),
    Row::new("pt/conta-inexistente", "conta inexistente", R::UserUnknown,
        "conta inexistente", "common localised wording"),
    Row::new("pt/caixa-postal-inexistente", "caixa postal inexistente", R::UserUnknown,
        "caixa postal inexistente", "common localised wording"),
    Row::new("pt/caixa-postal-cheia", "caixa postal cheia", R::MailboxFull,
        "Caixa postal cheia", "common localised wording"),
    Row::new("pt/caixa-de-correio-cheia", "caixa de correio cheia", R::MailboxFull,
        "caixa de correio cheia", "common localised wording"),
    Row::new("pt/quota-excedida", "quota excedida", R::MailboxFull,
        "quota excedida", "common localised wording"),
    Row::new("pt/cota-excedida", "cota excedida", R::MailboxFull,
        "cota excedida", "common localised wording"),
    Row::new("pt/mailbox-full", "espaço excedido", R::MailboxFull,
        "espaço excedido", "common localised wording"),
];
