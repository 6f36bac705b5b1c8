//! Reads bounce mails.

mod attribution;
mod auto_reply;
mod bounce;
mod classifier;
mod envelope;
mod error;
mod fields;
mod limits;
mod mailbox;
mod mime;
mod original;
mod phrases;
mod pipeline;
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

pub use bounce::{
    Action, Anomaly, AnomalyKind, Attribution, Basis, Bounce, Candidate, Complaint, Confidence, Evidence, FeedbackType,
    Kind, Original, Outcome, Recipient, Source, Trust, Verdict,
};
pub use classifier::{Classifier, ClassifierBuilder, classify, classify_addressed, classify_reply};
pub use error::{ParseError, RuleError};
pub use limits::Limits;
pub use mailbox::{Address, Mailbox};
pub use reason::{Detail, Fault, Persistence, Reason};
pub use reply::{Reply, ReplyCode, SmtpCommand};
pub use rule::Rule;
#[cfg(feature = "signed-return-path")]
pub use signed_return_path::{RecipientId, ReturnPathError, ReturnPathKey, ReturnPathToken, SignedReturnPath};
pub use status::{EnhancedStatus, StatusClass, StatusSubject};
pub use time::Timestamp;
