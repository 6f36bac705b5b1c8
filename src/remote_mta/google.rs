//! Gmail and Google Workspace.

use super::Provider;
use crate::bounce::Basis;
use crate::reason::Reason as R;
use crate::rule::{Row, Table};

/// Who it is.
pub(crate) static PROVIDER: Provider = Provider {
    name: "google",
    hosts: &["google.com", "googlemail.com", "smtp.goog", "psmtp.com"],
    mail_domains: &["gmail.com", "googlemail.com"],
    marks: &["- gsmtp", "- gcdp"],
};

/// What it says.
pub(crate) static TABLE: Table = Table { remote: Some("google"), basis: Basis::RemoteMta, rows: ROWS };

const ROWS: &[Row] = &[Row::new(
    "google/no-such-user",
    "p=nosuchuser",
    R::UserUnknown,
    "550 5.1.1 The email account that you tried to reach does not exist. https://support.google.com/mail/?p=NoSuchUser",
    "support.google.com/a/answer/3726730",
)
.unmistakable()];
