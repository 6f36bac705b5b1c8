//! Chinese, simplified and traditional.

use crate::reason::Reason as R;
use crate::rule::{Row, Table};

/// The rows.
pub(crate) static TABLE: Table = Table::of_phrases(ROWS);

#[rustfmt::skip] // A row is two or three lines.
const ROWS: &[Row] = &[
    Row::new("zh/user-unknown", "该用户不存在", R::UserUnknown,
        "该用户不存在", "common localised wording"),
    Row::new("zh/user-unknown-2", "收件人不存在", R::UserUnknown,
        "收件人不存在", "common localised wording"),
    Row::new("zh/user-unknown-3", "用户不存在", R::UserUnknown,
        "用户不存在", "common localised wording"),
    Row::new("zh/user-unknown-4", "无此用户", R::UserUnknown,
        "无此用户", "common localised wording"),
    Row::new("zh/user-unknown-5", "收件人邮箱不存在", R::UserUnknown,
        "收件人邮箱不存在", "common localised wording"),
    Row::new("zh/user-unknown-6", "找不到该用户", R::UserUnknown,
        "找不到该用户", "common localised wording"),
    Row::new("zh/user-unknown-7", "收件人地址不存在", R::UserUnknown,
        "收件人地址不存在", "common localised wording"),
    Row::new("zh/user-unknown-8", "收件者不存在", R::UserUnknown,
        "收件者不存在", "common localised wording"),
    Row::new("zh/user-unknown-9", "查無此人", R::UserUnknown,
        "查無此人", "common localised wording"),
    Row::new("zh/user-unknown-10", "使用者不存在", R::UserUnknown,
        "使用者不存在", "common localised wording"),
    Row::new("zh/mailbox-full", "邮箱已满", R::MailboxFull,
        "邮箱已满", "common localised wording"),
    Row::new("zh/mailbox-full-2", "收件人空间不足", R::MailboxFull,
        "收件人空间不足", "common localised wording"),
    Row::new("zh/mailbox-full-3", "收件容量满", R::MailboxFull,
        "收件容量满", "common localised wording"),
    Row::new("zh/mailbox-full-4", "超过邮箱容量", R::MailboxFull,
        "超过邮箱容量", "common localised wording"),
    Row::new("zh/mailbox-full-5", "邮箱空间不足", R::MailboxFull,
        "邮箱空间不足", "common localised wording"),
    Row::new("zh/mailbox-full-6", "郵件信箱已滿", R::MailboxFull,
        "郵件信箱已滿", "common localised wording"),
    Row::new("zh/mailbox-full-7", "信箱已滿", R::MailboxFull,
        "信箱已滿", "common localised wording"),
    Row::new("zh/host-unknown", "域名不存在", R::HostUnknown,
        "域名不存在", "common localised wording"),
    Row::new("zh/host-unknown-2", "找不到域名", R::HostUnknown,
        "找不到域名", "common localised wording"),
    Row::new("zh/dns-failure", "域名解析失败", R::DnsFailure,
        "域名解析失败", "common localised wording")
            .medium(),
    Row::new("zh/dns-failure-2", "无法解析域名", R::DnsFailure,
        "无法解析域名", "common localised wording")
            .medium(),
    Row::new("zh/spam-content", "被识别为垃圾邮件", R::SpamContent,
        "被识别为垃圾邮件", "common localised wording")
            .medium(),
    Row::new("zh/spam-content-2", "垃圾邮件", R::SpamContent,
        "垃圾邮件", "common localised wording")
            .medium(),
    Row::new("zh/spam-content-3", "内容被拒绝", R::SpamContent,
        "内容被拒绝", "common localised wording")
            .medium(),
    Row::new("zh/spam-content-4", "反垃圾", R::SpamContent,
        "反垃圾", "common localised wording")
            .medium(),
];
