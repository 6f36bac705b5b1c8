//! NTT docomo. `Unknown user` after DATA is a filter of the recipient; the same at RCPT is an unknown user.

use super::Provider;
use crate::reason::{Detail, Reason as R};
use crate::reply::SmtpCommand::{Data, Rcpt};
use crate::rule::{Row, Table};

/// Who they are.
pub(crate) static PROVIDERS: &[Provider] =
    &[Provider { name: "docomo", hosts: &["docomo.ne.jp"], mail_domains: &["docomo.ne.jp"], marks: &[] }];

/// What they say.
pub(crate) static TABLES: &[Table] = &[Table::of_provider("docomo", DOCOMO)];

#[rustfmt::skip] // A row is two or three lines.
const DOCOMO: &[Row] = &[
    Row::new("docomo/unknown-user-at-data", "unknown user", R::RecipientRestricted,
        "550 Unknown user a@example.com", "sisimai rhost/for-nttdocomo")
            .command(Data).detail(Detail::Filter).whole(),
    Row::new("docomo/unknown-user-5-2-0", "unknown user", R::RecipientRestricted,
        "550 5.2.0 Unknown user a@example.com", "sisimai rhost/for-nttdocomo")
            .status("5.2.0").detail(Detail::Filter).whole(),
    Row::new("docomo/unknown-user-at-rcpt", "unknown user", R::UserUnknown,
        "550 Unknown user a@example.com", "sisimai rhost/for-nttdocomo")
            .command(Rcpt).whole(),
    Row::new("docomo/unknown-user-5-1-1", "unknown user", R::UserUnknown,
        "550 5.1.1 Unknown user a@example.com", "sisimai rhost/for-nttdocomo")
            .status("5.1.1").whole(),
    Row::new("docomo/unknown-user", "unknown user", R::UserUnknown,
        "550 Unknown user a@example.com", "sisimai rhost/for-nttdocomo")
            .detail(Detail::MaybeFilter).whole(),
    Row::new("docomo/too-much-data", "too much mail data", R::MailboxFull,
        "552 Too much mail data a@example.com", "note.com/sendmagic")
            .unmistakable(),
    Row::new("docomo/too-many-recipients", "too many recipients", R::RateLimited,
        "552 Too many recipients", "seen in samples"),
    Row::new("docomo/line-too-long", "line too long", R::ContentRejected,
        "500 Line Too Long", "note.com/sendmagic"),
    Row::new("docomo/service-not-available-closing", "service not available, closing transmission channel", R::RateLimited,
        "421 Service not available, closing transmission channel", "seen in samples"),
];
