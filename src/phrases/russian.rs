//! Russian.

use crate::reason::Reason as R;
use crate::rule::{Row, Table};

/// The rows.
pub(crate) static TABLE: Table = Table::of_phrases(ROWS);

#[rustfmt::skip] // A row is two or three lines.
const ROWS: &[Row] = &[
    Row::new("ru/user-unknown", "пользователь не найден", R::UserUnknown,
        "Пользователь не найден", "common localised wording"),
    Row::new("ru/user-unknown-2", "пользователь неизвестен", R::UserUnknown,
        "пользователь неизвестен", "common localised wording"),
    Row::new("ru/user-unknown-3", "адресат неизвестен", R::UserUnknown,
        "адресат неизвестен", "common localised wording"),
    Row::new("ru/user-unknown-4", "нет такого пользователя", R::UserUnknown,
        "нет такого пользователя", "common localised wording"),
    Row::new("ru/user-unknown-5", "почтовый ящик не существует", R::UserUnknown,
        "почтовый ящик не существует", "common localised wording"),
    Row::new("ru/user-unknown-6", "такого адреса нет", R::UserUnknown,
        "такого адреса нет", "common localised wording"),
    Row::new("ru/user-unknown-7", "адрес не найден", R::UserUnknown,
        "адрес не найден", "common localised wording"),
    Row::new("ru/mailbox-full", "почтовый ящик переполнен", R::MailboxFull,
        "Почтовый ящик переполнен", "common localised wording"),
    Row::new("ru/mailbox-full-2", "ящик переполнен", R::MailboxFull,
        "ящик переполнен", "common localised wording"),
    Row::new("ru/mailbox-full-3", "превышена квота", R::MailboxFull,
        "превышена квота", "common localised wording"),
    Row::new("ru/mailbox-full-4", "почтовый ящик получателя заполнен", R::MailboxFull,
        "почтовый ящик получателя заполнен", "common localised wording"),
    Row::new("ru/mailbox-disabled", "почтовый ящик заблокирован", R::MailboxDisabled,
        "почтовый ящик заблокирован", "common localised wording"),
    Row::new("ru/mailbox-disabled-2", "аккаунт отключен", R::MailboxDisabled,
        "аккаунт отключен", "common localised wording"),
    Row::new("ru/mailbox-disabled-3", "ящик неактивен", R::MailboxDisabled,
        "ящик неактивен", "common localised wording"),
];
