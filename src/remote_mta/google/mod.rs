//! Gmail and Google Workspace.

mod groups;
mod links;
mod messages;
mod replies;

use super::Provider;
use crate::rule::Table;

/// Who they are.
pub(crate) static PROVIDERS: &[Provider] = &[Provider {
    name: "google",
    hosts: &["google.com", "googlemail.com", "smtp.goog"],
    mail_domains: &["gmail.com", "googlemail.com", "google.com"],
    marks: &["- gsmtp", "- gcdp", "support.google.com/mail/?p=", "support.google.com/a/answer/"],
}];

/// What they say.
pub(crate) static TABLES: &[Table] = &[
    Table::of_provider("google", replies::ROWS),
    Table::of_provider("google", messages::ROWS),
    Table::of_provider("google", groups::ROWS),
    Table::of_provider("google", links::ROWS),
];
