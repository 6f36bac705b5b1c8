//! Korean.

use crate::reason::Reason as R;
use crate::rule::{Row, Table};

/// The rows.
pub(crate) static TABLE: Table = Table::of_phrases(ROWS);

#[rustfmt::skip] // A row is two or three lines.
const ROWS: &[Row] = &[
    Row::new("ko/user-unknown", "존재하지 않는 사용자", R::UserUnknown,
        "존재하지 않는 사용자", "common localised wording"),
    Row::new("ko/user-unknown-2", "수신자를 찾을 수 없", R::UserUnknown,
        "수신자를 찾을 수 없", "common localised wording"),
    Row::new("ko/user-unknown-3", "없는 사용자", R::UserUnknown,
        "없는 사용자", "common localised wording"),
    Row::new("ko/user-unknown-4", "수신자 없음", R::UserUnknown,
        "수신자 없음", "common localised wording"),
    Row::new("ko/user-unknown-5", "존재하지 않는 계정", R::UserUnknown,
        "존재하지 않는 계정", "common localised wording"),
    Row::new("ko/mailbox-full", "메일함 용량 초과", R::MailboxFull,
        "메일함 용량 초과", "common localised wording"),
    Row::new("ko/mailbox-full-2", "사서함이 가득", R::MailboxFull,
        "사서함이 가득", "common localised wording"),
    Row::new("ko/mailbox-full-3", "용량 초과", R::MailboxFull,
        "용량 초과", "common localised wording"),
];
