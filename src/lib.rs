//! Reads bounce mails.

mod bounce;
mod error;
mod limits;
mod mailbox;
mod reason;
mod reply;
#[cfg(feature = "signed-return-path")]
mod signed_return_path;
mod status;
pub mod suppression;
mod time;
mod word;

pub use bounce::{
    Action, Anomaly, AnomalyKind, Attribution, Basis, Bounce, Candidate, Complaint, Confidence, Evidence, FeedbackType,
    Kind, Original, Outcome, Recipient, Source, Trust, Verdict,
};
pub use error::{ParseError, RuleError};
pub use limits::Limits;
pub use mailbox::{Address, Mailbox};
pub use reason::{Detail, Fault, Persistence, Reason};
pub use reply::{Reply, ReplyCode, SmtpCommand};
#[cfg(feature = "signed-return-path")]
pub use signed_return_path::{RecipientId, ReturnPathError, ReturnPathKey, ReturnPathToken, SignedReturnPath};
pub use status::{EnhancedStatus, StatusClass, StatusSubject};
pub use time::Timestamp;
