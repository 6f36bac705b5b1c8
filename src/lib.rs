//! Reads the mails that come back: which address failed, why, whose fault it is, and what to do about it; and remembers it.
//!
//! ```
//! use mailbounce::{Kind, Persistence, Reason};
//!
//! let mail = b"From: MAILER-DAEMON@mail.example.jp (Mail Delivery System)\r\n\
//!     Subject: Undelivered Mail Returned to Sender\r\n\
//!     Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n\
//!     --b\r\nContent-Type: message/delivery-status\r\n\r\n\
//!     Reporting-MTA: dns; mail.example.jp\r\n\r\n\
//!     Original-Recipient: rfc822; kijitora@example.jp\r\n\
//!     Final-Recipient: rfc822; neko@gmail.com\r\nAction: failed\r\nStatus: 5.0.0\r\n\
//!     Remote-MTA: dns; gmail-smtp-in.l.google.com\r\n\
//!     Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist.\r\n\r\n--b--\r\n";
//!
//! let bounce = mailbounce::classify(mail);
//! assert_eq!(bounce.kind, Kind::Failure);
//! for recipient in bounce.failed() {
//!     // Whom we wrote to, where it failed, and what the server said.
//!     assert_eq!(recipient.mailed_to.as_ref().unwrap().as_str(), "kijitora@example.jp");
//!     assert_eq!(recipient.final_recipient.as_ref().unwrap().as_str(), "neko@gmail.com");
//!     assert_eq!(recipient.status.unwrap().to_string(), "5.1.1");
//!     // What follows from it.
//!     let verdict = recipient.verdict.as_ref().unwrap();
//!     assert_eq!((verdict.reason, verdict.persistence), (Reason::UserUnknown, Persistence::Permanent));
//! }
//! ```
//!
//! # Where to look
//!
//! | for | see |
//! | --- | --- |
//! | a bounce mail | [`classify`], [`classify_addressed`], [`Bounce`] |
//! | a refusal in an SMTP session | [`classify_reply`], [`Reply`], [`SmtpReply`] |
//! | rules, limits and return paths of one's own | [`Classifier::builder`], [`Rule`], [`Limits`] |
//! | why, whose fault, whether it lasts | [`Reason`], [`Fault`], [`Persistence`], [`Verdict`] |
//! | whom we wrote to, and whether to believe it | [`Recipient::mailed_to`], [`Attribution`], [`Trust`] |
//! | whether to write again | [`suppression`] |
//!
//! # Scope
//!
//! Reading, deciding and remembering. It sends no mail, fetches none, looks nothing up in the DNS, and deletes nothing. Except for the ledgers of
//! [`suppression`] that need a store, it does no I/O, reads no clock and starts no thread.
//!
//! # What it promises
//!
//! - [`classify`] is total: any bytes give a [`Bounce`], in time linear in the bytes looked at, which [`Limits`] caps. What is odd is an [`Anomaly`].
//! - What the reporting server said and what we infer are kept apart. No status code is invented.
//! - Every verdict carries its evidence.
//! - Words (`Display`, `FromStr`, serde) are stable. Unknown ones are read as the neutral word, so that an older worker reads what a newer one wrote.
//! - No type of another crate is in the public API.
//!
//! # Features
//!
//! None is on by default.
//!
//! | feature | adds | costs |
//! | --- | --- | --- |
//! | `serde` | `Serialize` and `Deserialize` on results, words and events | serde |
//! | `json` | export and import of the log as JSON lines | serde |
//! | `sqlite` | the embedded ledger | rusqlite and SQLite, compiled in |
//! | `postgres` | the ledger in PostgreSQL, CockroachDB, YugabyteDB | tokio-postgres, rustls |
//! | `redis` | the ledger in Redis, one node or a cluster | redis, rustls |
//! | `signed-return-path` | return paths signed with HMAC-SHA-256 | hmac |
//! | `conformance` | the test suite of ledgers | nothing |

mod accused;
mod attribution;
mod auto_reply;
mod bounce;
mod classifier;
mod envelope;
mod error;
mod field_name;
mod fields;
mod header_value;
mod html;
mod lanes;
mod limits;
mod mailbox;
mod mime;
mod original;
mod phrases;
mod pieces;
mod pipeline;
mod quoted_printable;
mod reason;
mod remote_mta;
mod reply;
mod report;
mod reporting_mta;
mod return_path;
mod rule;
#[cfg(feature = "signed-return-path")]
mod signed_return_path;
mod status;
pub mod suppression;
mod time;
mod transcript;
mod verdict;
mod word;
mod word_list;

pub use bounce::{
    Action, Anomaly, AnomalyKind, Attribution, Basis, Bounce, Candidate, Complaint, Confidence, Evidence, FeedbackType,
    Kind, Original, Outcome, Recipient, Source, Trust, Verdict,
};
pub use classifier::{Classifier, ClassifierBuilder, classify, classify_addressed, classify_reply};
pub use error::{ParseError, RuleError};
pub use limits::Limits;
pub use mailbox::{Address, Mailbox};
pub use reason::{Detail, Fault, Persistence, Reason};
pub use reply::{Reply, ReplyCode, SmtpCommand, SmtpReply};
pub use rule::Rule;
#[cfg(feature = "signed-return-path")]
pub use signed_return_path::{RecipientId, ReturnPathError, ReturnPathKey, ReturnPathToken, SignedReturnPath};
pub use status::{EnhancedStatus, StatusClass, StatusSubject};
pub use time::Timestamp;
