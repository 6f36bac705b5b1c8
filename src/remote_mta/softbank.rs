//! SoftBank, Vodafone K.K., J:COM; Y!mobile and Willcom.

use super::Provider;
use crate::reason::{Detail, Reason as R};
use crate::rule::{Row, Table};

/// Who they are.
pub(crate) static PROVIDERS: &[Provider] = &[
    Provider {
        name: "softbank",
        hosts: &[
            "softbank.ne.jp",
            "softbank.jp",
            "vodafone.ne.jp",
            "disney.ne.jp",
            "jp-d.ne.jp",
            "jp-h.ne.jp",
            "jp-t.ne.jp",
            "jp-c.ne.jp",
            "jp-k.ne.jp",
            "jp-r.ne.jp",
            "jp-s.ne.jp",
            "jp-n.ne.jp",
            "jp-q.ne.jp",
            "jcom.home.ne.jp",
        ],
        mail_domains: &[
            "softbank.ne.jp",
            "i.softbank.jp",
            "vodafone.ne.jp",
            "disney.ne.jp",
            "disneymobile.ne.jp",
            "t.vodafone.ne.jp",
            "d.vodafone.ne.jp",
            "h.vodafone.ne.jp",
            "jp-d.ne.jp",
            "jp-h.ne.jp",
            "jp-t.ne.jp",
            "jp-c.ne.jp",
            "jp-k.ne.jp",
            "jp-r.ne.jp",
            "jp-s.ne.jp",
            "jp-n.ne.jp",
            "jp-q.ne.jp",
            "jcom.home.ne.jp",
        ],
        marks: &[],
    },
    Provider {
        name: "ymobile",
        hosts: &["ymobile.ne.jp", "pdx.ne.jp", "willcom.com"],
        mail_domains: &[
            "ymobile.ne.jp",
            "ymobile1.ne.jp",
            "yahoo.ne.jp",
            "pdx.ne.jp",
            "willcom.com",
            "wcm.ne.jp",
            "y-mobile.ne.jp",
            "emnet.ne.jp",
        ],
        marks: &[],
    },
];

/// What they say.
pub(crate) static TABLES: &[Table] =
    &[Table::of_provider("softbank", SOFTBANK), Table::of_provider("ymobile", YMOBILE)];

#[rustfmt::skip] // A row is two or three lines.
const SOFTBANK: &[Row] = &[
    Row::new("softbank/invalid-recipient", "invalid recipient", R::UserUnknown,
        "550 Invalid recipient: a@example.com", "note.com/sendmagic"),
    Row::new("softbank/does-not-exist-553", "does not exist", R::SenderRejected,
        "553 example.com does not exist", "note.com/sendmagic")
            .reply(553),
    Row::new("softbank/too-many-messages-session", "too many messages for this session", R::RateLimited,
        "421 #4.7.2 Too many messages for this session", "note.com/sendmagic"),
    Row::new("softbank/requested-action-not-taken", "requested action not taken: mailbox unavailable", R::UserUnknown,
        "550 Requested action not taken: mailbox unavailable", "seen in samples"),
];

#[rustfmt::skip] // A row is two or three lines.
const YMOBILE: &[Row] = &[
    Row::new("ymobile/failed-deliver-because-following", "we failed to deliver mail because the following address could", R::UserUnknown,
        "We failed to deliver mail because the following address could not be found", "sisimai reason/why-*")
            .unmistakable(),
    Row::new("ymobile/failed-deliver-because-following-address", "we failed to deliver mail because the following address", R::RecipientRestricted,
        "550 We failed to deliver mail because the following address recipient id refuse to receive mail", "sisimai reason/why-*")
            .detail(Detail::Filter).permanent().unmistakable(),
];
