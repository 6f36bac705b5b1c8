//! Short words for the suppression tests.
#![allow(dead_code, unreachable_pub, clippy::unwrap_used, clippy::field_reassign_with_default)]

use mailbounce::suppression::{
    Answer, Decision, Event, Failure, History, MemoryLedger, SuppressionList, SuppressionPolicy, Surroundings, What,
};
use mailbounce::{
    Attribution, Bounce, Confidence, Detail, FeedbackType, Kind, Mailbox, Original, Outcome, Persistence, Reason,
    Recipient, ReplyCode, SmtpCommand, Timestamp, Trust, Verdict,
};

pub const HOUR: i64 = 3600;
pub const DAY: i64 = 86_400;
/// 2026-03-01T00:00:00Z
pub const START: Timestamp = Timestamp(1_772_323_200);

pub fn at(days: i64) -> Timestamp {
    START.plus(days * DAY)
}

pub fn hours(hours: i64) -> Timestamp {
    START.plus(hours * HOUR)
}

pub fn kijitora() -> Mailbox {
    mailbox("kijitora@example.jp")
}

#[track_caller]
pub fn mailbox(text: &str) -> Mailbox {
    text.parse().unwrap()
}

/// A failure as the crate's usual one of a reason; change what matters.
pub fn failure(reason: Reason) -> Failure {
    let mut failure = Failure::default();
    failure.reason = reason;
    failure.fault = reason.fault();
    failure.persistence = reason.persistence();
    failure.confidence = Confidence::High;
    failure.attribution = Attribution::FinalRecipient;
    failure
}

pub fn with(reason: Reason, change: impl FnOnce(&mut Failure)) -> Failure {
    let mut failure = failure(reason);
    change(&mut failure);
    failure
}

pub fn detail(reason: Reason, detail: Detail) -> Failure {
    with(reason, |f| f.detail = Some(detail))
}

pub fn fails(message: &str, failure: Failure, at: Timestamp) -> Event {
    Event::failure(kijitora(), Some(message), failure, at)
}

/// One failure of a message of its own at each of these days.
pub fn row(failure: &Failure, days: &[i64]) -> Vec<Event> {
    days.iter().map(|d| fails(&format!("m{d}"), failure.clone(), at(*d))).collect()
}

pub fn history(events: impl IntoIterator<Item = Event>) -> History {
    let mut history = History::new(kijitora());
    history.extend(events);
    history
}

pub fn decide(policy: &impl SuppressionPolicy, events: impl IntoIterator<Item = Event>, now: Timestamp) -> Decision {
    policy.decide(&history(events), &Surroundings::default(), now)
}

pub fn answer(policy: &impl SuppressionPolicy, events: impl IntoIterator<Item = Event>, now: Timestamp) -> Answer {
    decide(policy, events, now).answer()
}

/// A report of one failed recipient, as a reader makes it.
pub fn bounce(to: &str, message: &str, failure: &Failure) -> Bounce {
    let mut verdict = Verdict::default();
    verdict.reason = failure.reason;
    verdict.detail = failure.detail;
    verdict.fault = failure.fault;
    verdict.persistence = failure.persistence;
    verdict.confidence = failure.confidence;
    verdict.evidence = failure.evidence.clone();
    let mut recipient = Recipient::default();
    recipient.outcome = Outcome::Failed;
    recipient.mailed_to = Some(mailbox(to));
    recipient.attribution = failure.attribution;
    recipient.forwarded = failure.forwarded;
    recipient.status = failure.status;
    recipient.reply = failure.reply;
    recipient.command = failure.command;
    recipient.trust = failure.trust;
    recipient.diagnostic = Some(format!("smtp; {}", failure.reason));
    recipient.verdict = Some(verdict);
    let mut bounce = Bounce::default();
    bounce.kind = Kind::Failure;
    bounce.reporting_mta = failure.server.clone();
    bounce.recipients.push(recipient);
    let mut original = Original::default();
    original.message_id = Some(message.to_owned());
    bounce.original = Some(original);
    bounce
}

pub fn complaint(to: &str, feedback_type: FeedbackType) -> Bounce {
    let mut recipient = Recipient::default();
    recipient.mailed_to = Some(mailbox(to));
    let mut complaint = mailbounce::Complaint::default();
    complaint.feedback_type = feedback_type;
    let mut bounce = Bounce::default();
    bounce.kind = Kind::Complaint;
    bounce.recipients.push(recipient);
    bounce.complaint = Some(complaint);
    bounce
}

pub fn list() -> SuppressionList<MemoryLedger> {
    SuppressionList::new(MemoryLedger::new())
}

pub fn class_5_at_rcpt(failure: &mut Failure) {
    failure.persistence = Persistence::Permanent;
    failure.reply = ReplyCode::new(550);
    failure.command = Some(SmtpCommand::Rcpt);
}

pub fn delivered(at: Timestamp) -> Event {
    Event::delivered(kijitora(), None, Trust::OwnMta, at)
}

pub fn accepted(message: &str, at: Timestamp) -> Event {
    Event::accepted(kijitora(), Some(message), at)
}

pub fn is_delivery(event: &Event) -> bool {
    matches!(event.what(), What::Delivered { .. } | What::Accepted)
}
