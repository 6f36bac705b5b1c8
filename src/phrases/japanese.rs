//! Japanese.

use crate::reason::{Detail, Reason as R};
use crate::rule::{Row, Table};

/// The rows.
pub(crate) static TABLE: Table = Table::of_phrases(ROWS);

#[rustfmt::skip] // A row is two or three lines.
const ROWS: &[Row] = &[
    Row::new("ja/user-unknown", "宛先不明", R::UserUnknown,
        "宛先不明", "common localised wording"),
    Row::new("ja/user-unknown-2", "宛先が見つかりません", R::UserUnknown,
        "宛先が見つかりません", "common localised wording"),
    Row::new("ja/user-unknown-3", "ユーザーが存在しません", R::UserUnknown,
        "ユーザーが存在しません", "common localised wording"),
    Row::new("ja/user-unknown-4", "ユーザが見つかりません", R::UserUnknown,
        "ユーザが見つかりません", "common localised wording"),
    Row::new("ja/user-unknown-5", "メールアドレスが存在しません", R::UserUnknown,
        "メールアドレスが存在しません", "common localised wording"),
    Row::new("ja/user-unknown-6", "該当するユーザーは存在しません", R::UserUnknown,
        "該当するユーザーは存在しません", "common localised wording"),
    Row::new("ja/user-unknown-7", "宛先のメールアドレスが見つかりません", R::UserUnknown,
        "宛先のメールアドレスが見つかりません", "common localised wording"),
    Row::new("ja/user-unknown-8", "配信先が見つかりません", R::UserUnknown,
        "配信先が見つかりません", "common localised wording"),
    Row::new("ja/mailbox-full", "メールボックスが一杯", R::MailboxFull,
        "メールボックスが一杯", "common localised wording"),
    Row::new("ja/mailbox-full-2", "メールボックスがいっぱい", R::MailboxFull,
        "メールボックスがいっぱい", "common localised wording"),
    Row::new("ja/mailbox-full-3", "メールボックスの容量を超え", R::MailboxFull,
        "メールボックスの容量を超え", "common localised wording"),
    Row::new("ja/mailbox-full-4", "容量オーバー", R::MailboxFull,
        "容量オーバー", "common localised wording"),
    Row::new("ja/mailbox-full-5", "受信トレイがいっぱい", R::MailboxFull,
        "受信トレイがいっぱい", "common localised wording"),
    Row::new("ja/host-unknown", "ドメインが存在しません", R::HostUnknown,
        "ドメインが存在しません", "common localised wording"),
    Row::new("ja/host-unknown-2", "宛先のドメインが見つかりません", R::HostUnknown,
        "宛先のドメインが見つかりません", "common localised wording"),
    Row::new("ja/host-unknown-3", "ホストが見つかりません", R::HostUnknown,
        "ホストが見つかりません", "common localised wording"),
    Row::new("ja/recipient-restricted", "受信拒否", R::RecipientRestricted,
        "受信拒否", "common localised wording")
            .detail(Detail::Filter).permanent().medium(),
    Row::new("ja/recipient-restricted-2", "受信を拒否", R::RecipientRestricted,
        "受信を拒否", "common localised wording")
            .detail(Detail::Filter).permanent().medium(),
    Row::new("ja/recipient-restricted-3", "ドメイン指定受信", R::RecipientRestricted,
        "ドメイン指定受信", "common localised wording")
            .detail(Detail::Filter).permanent().medium(),
    Row::new("ja/recipient-restricted-4", "指定受信", R::RecipientRestricted,
        "指定受信", "common localised wording")
            .detail(Detail::Filter).permanent().medium(),
    Row::new("ja/recipient-restricted-5", "受信制限", R::RecipientRestricted,
        "受信制限", "common localised wording")
            .detail(Detail::Filter).permanent().medium(),
    Row::new("ja/recipient-restricted-6", "迷惑メールとして拒否", R::RecipientRestricted,
        "迷惑メールとして拒否", "common localised wording")
            .detail(Detail::Filter).permanent().medium(),
    Row::new("ja/recipient-restricted-7", "なりすまし規制", R::RecipientRestricted,
        "なりすまし規制", "common localised wording")
            .detail(Detail::Filter).permanent().medium(),
];
