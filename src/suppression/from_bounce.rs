//! From what a mail said to what goes into the log.

use std::borrow::Cow;

use super::event::{Event, EventId, Failure, What, cap_message};
use crate::bounce::{Attribution, Basis, Bounce, Kind, Outcome, Recipient, Source, Trust, Verdict};
use crate::mailbox::Mailbox;
use crate::reason::Reason;
use crate::reply::Reply;
use crate::time::Timestamp;

/// Longest piece of the refusal that an event keeps, in characters.
const EVIDENCE: usize = 200;

impl Bounce {
    /// The events of this mail: a failure for each recipient that failed, a delivery for each that a success report names, a
    /// complaint. A delay, an auto-reply, a receipt, and `relayed` or `expanded` recipients make none; but a delay of which the words
    /// say that the message has expired is a failure, whatever its fields say (OpenSMTPD calls its last report a delay).
    ///
    /// `received_at` is when the mail was received *here* (its delivery time, the file's time), never its `Date`; give the same
    /// when the same mail is read again. Each is booked on [`mailed_to`](Recipient::mailed_to); recipients without make none.
    ///
    /// ```
    /// use mailbounce::{Bounce, Kind, Outcome, Reason, Recipient, Timestamp, Verdict, suppression::What};
    ///
    /// let mut verdict = Verdict::default();
    /// verdict.reason = Reason::UserUnknown;
    /// let mut recipient = Recipient::default();
    /// recipient.outcome = Outcome::Failed;
    /// recipient.mailed_to = Some("kijitora@example.jp".parse()?);
    /// recipient.verdict = Some(verdict);
    /// let mut bounce = Bounce::default();
    /// bounce.kind = Kind::Failure;
    /// bounce.recipients.push(recipient);
    ///
    /// let events = bounce.events(Timestamp(1_772_325_000));
    /// assert_eq!(events[0].as_failure().unwrap().reason, Reason::UserUnknown);
    /// assert_eq!(events, bounce.events(Timestamp(1_772_325_000)));
    /// # Ok::<(), mailbounce::ParseError>(())
    /// ```
    #[must_use]
    pub fn events(&self, received_at: Timestamp) -> Vec<Event> {
        self.events_of(None, received_at)
    }

    /// As [`events`](Bounce::events), for a message that the caller knows by a token of its own (of a signed return path, say).
    ///
    /// Without it the message is told by `Original-Envelope-Id`, else by the Message-ID of what was returned.
    #[must_use]
    pub fn events_of(&self, message: Option<&str>, received_at: Timestamp) -> Vec<Event> {
        self.recipients.iter().filter_map(|r| self.event_of(r, r.mailed_to.as_ref()?, message, received_at)).collect()
    }

    /// The event of one recipient, booked on a mailbox that the caller chose among its candidates.
    ///
    /// A signature or a Message-ID vouches for [`mailed_to`](Recipient::mailed_to) only: booked on another, the report is
    /// [`Trust::Unverified`], since who has a valid return path of his own can write a report about anybody to it.
    #[must_use]
    pub fn event_of(
        &self,
        recipient: &Recipient,
        mailbox: &Mailbox,
        message: Option<&str>,
        received_at: Timestamp,
    ) -> Option<Event> {
        let what = match (self.kind, recipient.outcome) {
            (Kind::Complaint, _) => What::Complaint {
                feedback_type: self.complaint.as_ref().map(|c| c.feedback_type).unwrap_or_default(),
                trust: trust_of(recipient, mailbox),
            },
            (Kind::Failure | Kind::Delay | Kind::Delivered, outcome)
                if outcome == Outcome::Failed || outcome == Outcome::Delayed && has_expired(recipient) =>
            {
                What::Failure(Box::new(self.failure_of(recipient, mailbox)))
            }
            (Kind::Failure | Kind::Delay | Kind::Delivered, Outcome::Delivered) => {
                What::Delivered { trust: trust_of(recipient, mailbox) }
            }
            _ => return None,
        };
        let original = self.original.as_ref();
        let message = message
            .or(self.envelope_id.as_deref())
            .or_else(|| original.and_then(|o| o.message_id.as_deref()))
            .and_then(cap_message);
        if let What::Delivered { trust } = what {
            return Some(Event::delivered(mailbox.clone(), message.as_deref(), trust, received_at));
        }
        let text = |t: Option<String>| t.unwrap_or_default();
        let time = |t: Option<Timestamp>| t.map(|t| t.0.to_string());
        // What tells two reports apart. Where nothing does, the day does: else a second failure would be taken for the first.
        let marks = [
            message.clone(),
            time(recipient.last_attempt),
            time(self.arrival_date),
            time(original.and_then(|o| o.date)),
            recipient.final_log_id.clone(),
        ];
        let day = if marks.iter().all(Option::is_none) {
            received_at.0.div_euclid(Timestamp::DAY).to_string()
        } else {
            String::new()
        };
        let [message_mark, last_attempt, arrival, date, log_id] = marks.map(text);
        let feedback = self.complaint.as_ref().map(|c| c.feedback_type.as_str()).unwrap_or_default();
        let id = EventId::of(&[
            "report",
            self.kind.as_str(),
            &mailbox.key(),
            recipient.outcome.as_str(),
            &text(recipient.status.or(recipient.reported_status).map(|s| s.to_string())),
            &text(recipient.reply.map(|r| r.to_string())),
            recipient.diagnostic.as_deref().unwrap_or_default(),
            feedback,
            trust_of(recipient, mailbox).as_str(),
            &message_mark,
            &last_attempt,
            &arrival,
            &date,
            &log_id,
            &day,
        ]);
        Some(Event::new(id, mailbox.clone(), message.as_deref(), received_at, what))
    }

    /// What a recipient's report says, booked on a mailbox of its candidates: how well that is proved is its own.
    pub(crate) fn failure_of(&self, recipient: &Recipient, mailbox: &Mailbox) -> Failure {
        let candidate = recipient.candidates.iter().find(|c| c.mailbox == *mailbox);
        let other = candidate.filter(|_| recipient.mailed_to.as_ref() != Some(mailbox));
        let verdict = recipient.verdict.clone().unwrap_or_default();
        let mut evidence = verdict.evidence;
        evidence.text =
            evidence.text.or_else(|| recipient.diagnostic.clone()).map(|text| text.chars().take(EVIDENCE).collect());
        evidence.rule = evidence.rule.map(|rule| Cow::Owned(rule.into_owned()));
        Failure {
            reason: verdict.reason,
            detail: verdict.detail,
            fault: verdict.fault,
            persistence: verdict.persistence,
            confidence: verdict.confidence,
            trust: trust_of(recipient, mailbox),
            attribution: other.map_or(recipient.attribution, |c| c.attribution),
            forwarded: recipient.forwarded,
            status: recipient.status.or(recipient.reported_status),
            reply: recipient.reply,
            command: recipient.command,
            provider: None,
            server: self.reporting_mta.as_ref().map(|s| s.to_lowercase()),
            evidence,
        }
    }
}

impl Failure {
    /// A refusal seen in an SMTP session, as [`classify_reply`](crate::classify_reply) judged it: trusted as what the sender's own MTA says.
    ///
    /// ```
    /// use mailbounce::{Reply, SmtpCommand, classify_reply, suppression::{Event, Failure}};
    ///
    /// let reply = Reply::new(b"550 5.1.1 No such user").command(SmtpCommand::Rcpt);
    /// let failure = Failure::of_reply(&reply, &classify_reply(&reply));
    /// assert_eq!(failure.status.unwrap().to_string(), "5.1.1");
    /// # let at = mailbounce::Timestamp(0);
    /// let event = Event::failure("kijitora@example.jp".parse()?, Some("4711"), failure, at);
    /// # Ok::<(), mailbounce::ParseError>(())
    /// ```
    #[must_use]
    pub fn of_reply(reply: &Reply<'_>, verdict: &Verdict) -> Self {
        let text = String::from_utf8_lossy(reply.bytes);
        let rest = text.get(3..).unwrap_or_default().trim_start_matches(['-', ' ']);
        let status = rest.split_whitespace().next().and_then(|word| word.parse().ok());
        let said = || text.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut evidence = verdict.evidence.clone();
        evidence.text = Some(evidence.text.unwrap_or_else(said).chars().take(EVIDENCE).collect());
        evidence.source = Source::Session;
        Self {
            reason: verdict.reason,
            detail: verdict.detail,
            fault: verdict.fault,
            persistence: verdict.persistence,
            confidence: verdict.confidence,
            trust: Trust::OwnMta,
            attribution: Attribution::EnvelopeToken,
            forwarded: false,
            status,
            reply: text.get(..3).and_then(|code| code.parse().ok()),
            command: reply.command,
            provider: None,
            server: None,
            evidence,
        }
    }
}

/// How far a report is trusted where it is booked on this mailbox: what vouches for one address says nothing of another.
fn trust_of(recipient: &Recipient, mailbox: &Mailbox) -> Trust {
    // Whom a Message-ID was issued to stands among the candidates, be it behind one from a return path that anybody can make up.
    let issued_to_another =
        || recipient.candidates.iter().any(|c| c.attribution == Attribution::OriginalHeader && c.mailbox != *mailbox);
    let is_best = recipient.mailed_to.as_ref() == Some(mailbox);
    match recipient.trust {
        Trust::Signed if !is_best => Trust::Unverified,
        Trust::Correlated if !is_best || issued_to_another() => Trust::Unverified,
        // Of the report as a whole.
        trust => trust,
    }
}

/// Whether words, not only a code, say that the trying is over because it took too long.
fn has_expired(recipient: &Recipient) -> bool {
    let by_words = |v: &Verdict| v.reason == Reason::Expired && v.evidence.basis == Basis::Phrase;
    recipient.verdict.as_ref().is_some_and(by_words)
}
