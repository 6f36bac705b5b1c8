//! FireEye, Trellix.

use super::Provider;
use crate::reason::Reason as R;
use crate::rule::{Row, Table};

/// Who they are.
pub(crate) static PROVIDERS: &[Provider] = &[Provider {
    name: "trellix",
    hosts: &["fireeyecloud.com", "fireeyegov.com", "trellix.com"],
    mail_domains: &[],
    marks: &[],
}];

/// What they say.
pub(crate) static TABLES: &[Table] = &[Table::of_provider("trellix", TRELLIX)];

#[rustfmt::skip] // A row is two or three lines.
const TRELLIX: &[Row] = &[
    Row::new("trellix/etp205", "etp205", R::AuthFailure,
        "550 5.7.26 a@example.com: ETP205 DMARC Failure for domain", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("trellix/etp102", "etp102", R::UserUnknown,
        "550 ETP102 Invalid recipient", "docs.trellix")
            .unmistakable(),
    Row::new("trellix/etp100", "etp100", R::HostUnknown,
        "550 ETP100 Invalid recipient", "docs.trellix")
            .unmistakable(),
    Row::new("trellix/etp103", "etp103", R::Undetermined,
        "450 ETP103 Invalid recipient", "docs.trellix")
            .unmistakable().low(),
    Row::new("trellix/etp104", "etp104", R::MailLoop,
        "550 ETP104 Routing loop detected", "docs.trellix")
            .unmistakable(),
];
