//! What a mail said, and what we infer from it: the result of [`classify`](crate::classify).

use std::borrow::Cow;

use crate::mailbox::{Address, Mailbox};
use crate::reason::{Detail, Fault, Persistence, Reason};
use crate::reply::{ReplyCode, SmtpCommand};
use crate::status::EnhancedStatus;
use crate::time::Timestamp;
use crate::word::words;

words! {
    /// What a mail is.
    Kind, neutral NotABounce {
        /// At least one recipient failed.
        Failure = "failure",
        /// None failed and at least one is delayed: a warning, no failure.
        Delay = "delay",
        /// Delivered, relayed or expanded: a success report.
        Delivered = "delivered",
        /// A program answered for the recipient (RFC 3834): vacation, ticket, out of office.
        AutoReply = "auto-reply",
        /// The recipient's system asks the sender to prove to be a person.
        Challenge = "challenge",
        /// An abuse, fraud, opt-out or authentication report (RFC 5965).
        Complaint = "complaint",
        /// A read receipt (RFC 8098).
        Disposition = "disposition",
        /// Anything else: people, newsletters, lists, robots.
        NotABounce = "not-a-bounce",
    }
}

words! {
    /// What became of the mail at one recipient; inferred, always set.
    Outcome, neutral Delayed {
        /// It will not be delivered.
        Failed = "failed",
        /// It is still being tried.
        Delayed = "delayed",
        /// It was put into the mailbox.
        Delivered = "delivered",
        /// It was passed on to a host that gives no reports (RFC 3464 s2.3.3).
        Relayed = "relayed",
        /// It was passed on to the members of a list or the targets of an alias.
        Expanded = "expanded",
    }
}

words! {
    /// RFC 3464 s2.3.3 `Action`, as the report said it.
    Action, neutral Other {
        /// `failed`, also `error` and `undeliverable`, which some write.
        Failed = "failed",
        /// `delayed`.
        Delayed = "delayed",
        /// `delivered`.
        Delivered = "delivered",
        /// `relayed`.
        Relayed = "relayed",
        /// `expanded`.
        Expanded = "expanded",
        /// `expired`: not in the RFC; the retry time is over.
        Expired = "expired",
        /// Any other word.
        Other = "other",
    }
}

words! {
    /// How we know the address that the sender wrote to; strongest first.
    Attribution, neutral Unknown {
        /// A signed return path of ours, verified.
        SignedReturnPath = "signed-return-path",
        /// The caller's own token in the envelope recipient.
        EnvelopeToken = "envelope-token",
        /// VERP: the address stands in the bounce's own envelope recipient, or in the returned message's return path.
        Verp = "verp",
        /// `Original-Envelope-Id` (RFC 3461 s4.4) holds the address.
        EnvelopeId = "envelope-id",
        /// A header of the returned message that the caller named holds it.
        OriginalHeader = "original-header",
        /// `Original-Recipient` (RFC 3464 s2.3.1).
        OriginalRecipient = "original-recipient",
        /// The notice says "expanded from" or "generated from".
        ExpandedFrom = "expanded-from",
        /// `Final-Recipient` (RFC 3464 s2.3.2): where it failed, so also where it was sent if nothing forwarded it.
        FinalRecipient = "final-recipient",
        /// The header `X-Failed-Recipients`.
        FailedRecipients = "failed-recipients",
        /// The text of the notice.
        Text = "text",
        /// A feedback report's `Original-Rcpt-To` and its like.
        FeedbackReport = "feedback-report",
        /// `To:` of the returned message, when it names exactly one address.
        OriginalTo = "original-to",
        /// Not known.
        Unknown = "unknown",
    }
}

words! {
    /// How far a forger could have written this; from strong to weak, so that `<` means stronger: compare by
    /// [`is_at_least`](Trust::is_at_least).
    Trust, neutral Unverified {
        /// The envelope recipient holds a signature of ours that is valid.
        Signed = "signed",
        /// Written by an MTA that the caller calls its own, or by the caller's own program: a live reply, an unsubscription.
        ///
        /// Of a mail this rests on its `Reporting-MTA` field, which anybody can write: see
        /// [`own_mta`](crate::ClassifierBuilder::own_mta) for when it means something.
        OwnMta = "own-mta",
        /// It knows a Message-ID that the caller issued to this recipient only.
        Correlated = "correlated",
        /// Anybody could have written it.
        Unverified = "unverified",
    }
}

words! {
    /// How sure a verdict is. It falls with each step down the order of evidence. The words go from sure to unsure, so that `<` means
    /// surer: compare by [`is_at_least`](Confidence::is_at_least).
    Confidence, neutral Low {
        /// The provider's or program's own known words.
        High = "high",
        /// Words or codes that are specific but common.
        Medium = "medium",
        /// A generic code, or words that mean several things.
        Low = "low",
    }
}

impl Trust {
    /// Whether it is as strong as `least`, or stronger.
    ///
    /// ```
    /// use mailbounce::Trust;
    ///
    /// assert!(Trust::Signed.is_at_least(Trust::Correlated));
    /// assert!(!Trust::Unverified.is_at_least(Trust::Correlated));
    /// ```
    #[must_use]
    pub const fn is_at_least(self, least: Self) -> bool {
        self as u8 <= least as u8
    }
}

impl Confidence {
    /// Whether it is as sure as `least`, or surer.
    ///
    /// ```
    /// use mailbounce::Confidence;
    ///
    /// assert!(Confidence::High.is_at_least(Confidence::Medium));
    /// assert!(!Confidence::Low.is_at_least(Confidence::Medium));
    /// ```
    #[must_use]
    pub const fn is_at_least(self, least: Self) -> bool {
        self as u8 <= least as u8
    }
}

words! {
    /// What decided a verdict.
    Basis, neutral Nothing {
        /// A rule of the caller's own.
        OwnRule = "own-rule",
        /// A known text of the provider that refused.
        RemoteMta = "remote-mta",
        /// A known text of the program that wrote the report.
        ReportingMta = "reporting-mta",
        /// A wording that no single provider owns.
        Phrase = "phrase",
        /// The enhanced status code.
        Status = "status",
        /// The SMTP reply code, with the command it answered where known.
        Reply = "reply",
        /// Only that it failed.
        Action = "action",
        /// Nothing.
        Nothing = "nothing",
    }
}

words! {
    /// Which part of the mail a text stood in.
    Source, neutral Unknown {
        /// A `message/delivery-status` part (RFC 3464).
        DeliveryStatus = "delivery-status",
        /// The readable text.
        Text = "text",
        /// The mail's own header.
        Header = "header",
        /// A reply seen in an SMTP session.
        Session = "session",
        /// Not known.
        Unknown = "unknown",
    }
}

/// Why a verdict was given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(default))]
#[non_exhaustive]
pub struct Evidence {
    /// What decided.
    pub basis: Basis,
    /// The id of the rule, such as `google/no-such-user`.
    pub rule: Option<Cow<'static, str>>,
    /// The text that decided, as it was said.
    pub text: Option<String>,
    /// Where that text stood.
    pub source: Source,
}

/// What we infer of one refusal.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(default))]
#[non_exhaustive]
pub struct Verdict {
    /// Why.
    pub reason: Reason,
    /// The finer word, where there is one.
    pub detail: Option<Detail>,
    /// Whose fault it is in this refusal.
    pub fault: Fault,
    /// Whether this refusal lasts.
    pub persistence: Persistence,
    /// How sure this is.
    pub confidence: Confidence,
    /// What it rests on.
    pub evidence: Evidence,
}

/// An address that the sender may have written to, and how we know.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Candidate {
    /// The address.
    pub mailbox: Mailbox,
    /// How we know.
    pub attribution: Attribution,
}

impl Candidate {
    /// A candidate.
    #[must_use]
    pub const fn new(mailbox: Mailbox, attribution: Attribution) -> Self {
        Self { mailbox, attribution }
    }
}

/// One recipient of a report or notice: first what was said, then what we infer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(default))]
#[non_exhaustive]
pub struct Recipient {
    /// What became of the mail here. Inferred, always set.
    pub outcome: Outcome,
    /// Where delivery failed (RFC 3464 s2.3.2).
    pub final_recipient: Option<Address>,
    /// What the reporting host was asked to deliver to (RFC 3464 s2.3.1).
    pub original_recipient: Option<Address>,
    /// The address that the sender wrote to: our best attribution, and the one to book on.
    pub mailed_to: Option<Mailbox>,
    /// How we know `mailed_to`.
    pub attribution: Attribution,
    /// All that `mailed_to` may be, strongest first.
    pub candidates: Vec<Candidate>,
    /// It was forwarded: it failed at another domain or provider than the one written to.
    pub forwarded: bool,
    /// RFC 3464 s2.3.3, as said.
    pub action: Option<Action>,
    /// The most specific enhanced status that the peer stated.
    pub status: Option<EnhancedStatus>,
    /// The report's own `Status` field (RFC 3464 s2.3.4), also where the diagnostic says it better.
    pub reported_status: Option<EnhancedStatus>,
    /// The SMTP reply code that the peer stated.
    pub reply: Option<ReplyCode>,
    /// The SMTP command that was answered.
    pub command: Option<SmtpCommand>,
    /// What the peer said, decoded and on one line.
    pub diagnostic: Option<String>,
    /// Who said it (RFC 3464 s2.3.5).
    pub remote_mta: Option<String>,
    /// RFC 3464 s2.3.7.
    pub last_attempt: Option<Timestamp>,
    /// RFC 3464 s2.3.9.
    pub will_retry_until: Option<Timestamp>,
    /// RFC 3464 s2.3.8, the reporting host's id of the last attempt.
    pub final_log_id: Option<String>,
    /// Why, whose fault, and whether it lasts. None where nothing was refused.
    pub verdict: Option<Verdict>,
    /// How far a forger could have written this. A signature or a Message-ID vouches for `mailed_to`, not for the other candidates.
    pub trust: Trust,
}

/// What is known of the message that bounced, from the copy that was returned.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(default))]
#[non_exhaustive]
pub struct Original {
    /// `Message-ID` without brackets, or the one that the bounce answers (`In-Reply-To`).
    pub message_id: Option<String>,
    /// `Subject`, decoded.
    pub subject: Option<String>,
    /// The address of `From`.
    pub from: Option<String>,
    /// The addresses of `To`, the first 50 of them.
    pub to: Vec<String>,
    /// `Date`.
    pub date: Option<Timestamp>,
    /// `List-Id` (RFC 2919) without brackets.
    pub list_id: Option<String>,
    /// `Feedback-ID`.
    pub feedback_id: Option<String>,
    /// `Return-Path` without brackets.
    pub return_path: Option<String>,
    /// The headers that the caller asked for, by name, in their order.
    pub headers: Vec<(String, String)>,
}

words! {
    /// `Feedback-Type` of RFC 5965 s7.3 and RFC 6591.
    FeedbackType, neutral Other {
        /// Unsolicited mail, says the recipient.
        Abuse = "abuse",
        /// Fraud or phishing.
        Fraud = "fraud",
        /// A virus was found.
        Virus = "virus",
        /// The recipient says that it is no spam.
        NotSpam = "not-spam",
        /// The recipient does not want this mail any more.
        OptOut = "opt-out",
        /// SPF, DKIM or DMARC failed (RFC 6591): no complaint of a person.
        AuthFailure = "auth-failure",
        /// Any other.
        Other = "other",
    }
}

/// A complaint: the fields of a feedback report (RFC 5965 s3).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(default))]
#[non_exhaustive]
pub struct Complaint {
    /// What is complained about.
    pub feedback_type: FeedbackType,
    /// Who wrote the report.
    pub user_agent: Option<String>,
    /// The envelope sender of the mail complained about.
    pub original_mail_from: Option<String>,
    /// The host that sent it.
    pub source_ip: Option<String>,
    /// The domain that is reported.
    pub reported_domain: Option<String>,
    /// When it arrived there.
    pub arrival_date: Option<Timestamp>,
    /// How many incidents the report stands for; 1 where it does not say.
    pub incidents: u32,
    /// `Auth-Failure` (RFC 6591 s3.1).
    pub auth_failure: Option<String>,
}

words! {
    /// What was odd about a mail.
    AnomalyKind, neutral Other {
        /// Status class and words disagree about whether it lasts: `said` is the code, `used` the persistence.
        PersistenceConflict = "persistence-conflict",
        /// Code and words name different reasons: `said` is the code's, `used` the words'.
        ReasonConflict = "reason-conflict",
        /// The `Status` field and the diagnostic state different codes: `said` is the field's, `used` the diagnostic's.
        StatusConflict = "status-conflict",
        /// `Action` and `Status` disagree: `said` is the status, `used` the action.
        ActionConflict = "action-conflict",
        /// A field that could not be read: `said` is its text.
        UnreadableField = "unreadable-field",
        /// A recipient whose address could not be found.
        NoRecipient = "no-recipient",
        /// A report stands in a mail that nobody's mail system wrote (a person forwarded it): it was not read.
        NestedReport = "nested-report",
        /// A multipart without, or with another, boundary; or a mail that ends inside a line of its header or of a part, or before
        /// its report says what became of the last recipient, who is then left out.
        BrokenMime = "broken-mime",
        /// Fields of a report stood in plain text.
        FieldsInText = "fields-in-text",
        /// A cap of [`Limits`](crate::Limits) was met.
        Truncated = "truncated",
        /// Any other.
        Other = "other",
    }
}

/// Something odd: data, never an error.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(default))]
#[non_exhaustive]
pub struct Anomaly {
    /// What.
    pub kind: AnomalyKind,
    /// At which of [`Bounce::recipients`]; none where it is of the mail.
    pub recipient: Option<usize>,
    /// What was said.
    pub said: Option<String>,
    /// What was used in its place.
    pub used: Option<String>,
}

/// A mail that came back, read.
///
/// ```
/// let raw = b"From: MAILER-DAEMON@mail.example.jp (Mail Delivery System)\r\n\
///     Subject: Undelivered Mail Returned to Sender\r\n\
///     Content-Type: multipart/report; report-type=delivery-status; boundary=x\r\n\r\n\
///     --x\r\nContent-Type: message/delivery-status\r\n\r\n\
///     Reporting-MTA: dns; mail.example.jp\r\n\r\n\
///     Final-Recipient: rfc822; kijitora@example.com\r\n\
///     Action: failed\r\nStatus: 5.1.1\r\n\
///     Diagnostic-Code: smtp; 550 5.1.1 user unknown\r\n\r\n--x--\r\n";
/// let bounce = mailbounce::classify(raw);
/// for recipient in bounce.failed() {
///     assert_eq!(recipient.mailed_to.as_ref().unwrap().as_str(), "kijitora@example.com");
///     assert_eq!(recipient.verdict.as_ref().unwrap().reason, mailbounce::Reason::UserUnknown);
/// }
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(default))]
#[non_exhaustive]
pub struct Bounce {
    /// What the mail is.
    pub kind: Kind,
    /// Those it speaks of, in its order.
    pub recipients: Vec<Recipient>,
    /// Who wrote the report (RFC 3464 s2.2.2), without its type.
    pub reporting_mta: Option<String>,
    /// The host that the reporting host had the message from (RFC 3464 s2.2.4).
    pub received_from_mta: Option<String>,
    /// The gateway that translated a foreign report (RFC 3464 s2.2.3).
    pub dsn_gateway: Option<String>,
    /// `Original-Envelope-Id` (RFC 3464 s2.2.1), xtext decoded.
    pub envelope_id: Option<String>,
    /// When the message arrived at the reporting host (RFC 3464 s2.2.5).
    pub arrival_date: Option<Timestamp>,
    /// The layout of a notice without report fields, such as `qmail`.
    pub layout: Option<Cow<'static, str>>,
    /// The message that bounced.
    pub original: Option<Original>,
    /// The complaint, if it is one.
    pub complaint: Option<Complaint>,
    /// What was odd.
    pub anomalies: Vec<Anomaly>,
    /// A cap of [`Limits`](crate::Limits) was met; what is here is the best answer from what was read.
    pub truncated: bool,
}

impl Bounce {
    /// Those to whom delivery failed: the thing to loop over.
    pub fn failed(&self) -> impl Iterator<Item = &Recipient> {
        self.recipients.iter().filter(|r| r.outcome == Outcome::Failed)
    }
}
