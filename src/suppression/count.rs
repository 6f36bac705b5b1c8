//! What the policies share: which failures count, and when mail last arrived.

use std::collections::HashMap;

use super::event::{Event, Failure, What};
use super::history::History;
use super::policy::{Advice, Surroundings};
use crate::bounce::{Confidence, FeedbackType, Trust};
use crate::reason::{Detail, Fault, Persistence, Reason};
use crate::time::Timestamp;

/// A failure that counts.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Counted<'a> {
    pub(crate) event: &'a Event,
    pub(crate) failure: &'a Failure,
    /// Its time, or now where that lies in the future.
    pub(crate) at: Timestamp,
}

/// How far the clocks of two of the sender's servers may differ, in seconds: a bounce may seem to come before the 250 that it undoes.
pub(crate) const SKEW: i64 = Timestamp::HOUR;

/// How a policy reads a history.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reading {
    /// What is trusted less does not count.
    pub(crate) trust: Trust,
    /// Age from which an acceptance without a bounce is a delivery, in seconds.
    pub(crate) settle: i64,
    /// Age from which an acceptance can't be undone by a bounce any more, in seconds.
    pub(crate) late: i64,
}

/// Whether something written by strangers is trusted enough.
pub(crate) const fn is_trusted(trust: Trust, least: Trust) -> bool {
    trust.is_at_least(least)
}

/// The greater one stays of two reports of one message: what says most of the address.
fn strength(failure: &Failure) -> (u8, u8, std::cmp::Reverse<crate::bounce::Confidence>) {
    let fault = match failure.fault {
        Fault::Recipient => 4,
        Fault::Destination => 3,
        Fault::Unknown => 2,
        Fault::Message => 1,
        Fault::Sender => 0,
    };
    let persistence = match failure.persistence {
        Persistence::Permanent => 2,
        Persistence::Depends => 1,
        Persistence::Transient => 0,
    };
    (fault, persistence, std::cmp::Reverse(failure.confidence))
}

impl Reading {
    /// Failures that may count: after the last release, trusted enough, in no discounted window; every report.
    pub(crate) fn reports<'a>(
        self,
        history: &'a History,
        surroundings: &Surroundings,
        now: Timestamp,
    ) -> Vec<Counted<'a>> {
        let mut reports: Vec<Counted<'a>> = self.trusted(history, now).collect();
        leave_out_discounted(&mut reports, surroundings);
        reports
    }

    /// All after the last release that are trusted enough.
    fn trusted(self, history: &History, now: Timestamp) -> impl Iterator<Item = Counted<'_>> {
        let released = history.released_at();
        history
            .failures()
            .filter(move |(e, f)| released.is_none_or(|r| e.at > r) && is_trusted(f.trust, self.trust))
            .map(move |(event, failure)| Counted { event, failure, at: event.at.min(now) })
    }

    /// Those later than `after`, each message once, by its strongest report; without a message one a day. Reports of one message
    /// that are further apart than `late` are taken for two messages. Where the strongest is discounted, none of that message counts.
    pub(crate) fn messages<'a>(
        self,
        history: &'a History,
        surroundings: &Surroundings,
        now: Timestamp,
        after: Option<Timestamp>,
    ) -> Vec<Counted<'a>> {
        let day = |at: Timestamp| at.0.div_euclid(Timestamp::DAY);
        let mut counted: Vec<Counted<'a>> = Vec::new();
        let mut places: HashMap<(Option<&str>, i64), usize> = HashMap::new();
        for new in self.trusted(history, now) {
            if after.is_some_and(|after| new.at <= after) {
                continue;
            }
            let message = new.event.message();
            let key = (message, if message.is_some() { 0 } else { day(new.event.at) });
            let old = places.get(&key).and_then(|at| counted.get_mut(*at));
            match old.filter(|old| new.event.at.since(old.event.at) <= self.late) {
                // Reports come in the order of time and id, so that on equal strength the first stays.
                Some(old) if strength(new.failure) > strength(old.failure) => *old = new,
                Some(_) => {}
                None => {
                    places.insert(key, counted.len());
                    counted.push(new);
                }
            }
        }
        leave_out_discounted(&mut counted, surroundings);
        counted.sort_by_key(|c| (c.at, c.event.id));
        counted
    }

    /// Whether a bounce of what was accepted came.
    ///
    /// The same message undoes it; and so does, as long as it has not settled, what may be the same message for all that the names
    /// tell, or says surely that nobody is there.
    pub(crate) fn is_undone(self, accepted: &Event, history: &History) -> bool {
        history.failures().any(|(e, f)| {
            let after = e.at.since(accepted.at);
            let undoes = match (accepted.message(), e.message()) {
                (Some(accepted), Some(failed)) if accepted == failed => (-SKEW..=self.late).contains(&after),
                (Some(accepted), Some(failed)) if is_named_alike(accepted, failed) && !is_surely_gone(f) => false,
                _ => (0..=self.settle).contains(&after),
            };
            undoes && is_trusted(f.trust, self.trust)
        })
    }

    /// When mail last arrived for certain, as of `now`.
    pub(crate) fn delivered_at(self, history: &History, now: Timestamp) -> Option<Timestamp> {
        history
            .events()
            .iter()
            .rev()
            .find(|e| match e.what {
                What::Delivered { trust } => is_trusted(trust, self.trust),
                What::Accepted => now.since(e.at) >= self.settle && !self.is_undone(e, history),
                _ => false,
            })
            .map(|e| e.at.min(now))
    }

    /// As [`delivered_at`](Self::delivered_at), for what no later record from `horizon` on can undo.
    pub(crate) fn delivered_for_good(self, history: &History, horizon: Timestamp) -> Option<Timestamp> {
        history
            .events()
            .iter()
            .rev()
            .find(|e| match e.what {
                What::Delivered { trust } => is_trusted(trust, self.trust) && e.at < horizon,
                What::Accepted => horizon.since(e.at) > self.late.max(self.settle) && !self.is_undone(e, history),
                _ => false,
            })
            .map(|e| e.at)
    }

    /// Acceptances that can't matter any more: undone, or older than a delivery for good.
    pub(crate) fn is_acceptance_spent(self, event: &Event, history: &History, for_good: Option<Timestamp>) -> bool {
        matches!(event.what, What::Accepted)
            && (for_good.is_some_and(|d| event.at < d) || self.is_undone(event, history))
    }

    /// The first complaint after the last release: a report, or a refusal for one on the sending service's list.
    pub(crate) fn complaint(self, history: &History) -> Option<&Event> {
        let released = history.released_at();
        history.events().iter().filter(|e| released.is_none_or(|r| e.at > r)).find(|e| match &e.what {
            What::Complaint { feedback_type, trust } => is_trusted(*trust, self.trust) && is_complaint(*feedback_type),
            What::Failure(f) => is_trusted(f.trust, self.trust) && is_listed_for_complaint(f),
            _ => false,
        })
    }
}

fn leave_out_discounted(failures: &mut Vec<Counted<'_>>, surroundings: &Surroundings) {
    if !surroundings.windows().is_empty() {
        failures.retain(|counted| !surroundings.is_discounted(counted.event));
    }
}

/// Whether two names of messages are of one kind, so that they tell the messages apart: two Message-IDs, or two tokens.
fn is_named_alike(a: &str, b: &str) -> bool {
    a.contains('@') == b.contains('@')
}

/// It says for certain that the address has no mailbox: then a 250 of the days before is no sign of life, whatever its message.
fn is_surely_gone(failure: &Failure) -> bool {
    matches!(failure.reason, Reason::UserUnknown | Reason::HasMoved)
        && failure.detail != Some(Detail::MaybeFilter)
        && failure.persistence == Persistence::Permanent
        && failure.confidence == Confidence::High
        && !failure.forwarded
}

/// Feedback that asks for silence; `not-spam`, `auth-failure` and `virus` reports don't (RFC 5965 s7.3).
pub(crate) const fn is_complaint(feedback_type: FeedbackType) -> bool {
    matches!(feedback_type, FeedbackType::Abuse | FeedbackType::Fraud | FeedbackType::OptOut)
}

/// The sending service refused, because the recipient once complained or unsubscribed.
pub(crate) fn is_listed_for_complaint(failure: &Failure) -> bool {
    failure.reason == Reason::Suppressed && matches!(failure.detail, Some(Detail::Complaint | Detail::Unsubscription))
}

/// The cause to count by: an expiry counts as what was last stated, where that was said.
pub(crate) fn cause(failure: &Failure) -> Reason {
    match (failure.reason, failure.detail) {
        (Reason::Expired, Some(Detail::MailboxFull)) => Reason::MailboxFull,
        (Reason::Expired, Some(Detail::DnsFailure)) => Reason::DnsFailure,
        (Reason::Expired, Some(Detail::NetworkError)) => Reason::NetworkError,
        (Reason::Expired, Some(Detail::TlsFailure)) => Reason::TlsFailure,
        (Reason::Expired, Some(Detail::Greylisted)) => Reason::Greylisted,
        (Reason::Expired, Some(Detail::RateLimited)) => Reason::RateLimited,
        (reason, _) => reason,
    }
}

/// It says nothing of the address: the sender, the message, the rate or the sending service was refused.
pub(crate) fn is_senders(failure: &Failure) -> bool {
    use Reason as R;
    matches!(failure.fault, Fault::Sender | Fault::Message)
        || matches!(
            cause(failure),
            R::RateLimited
                | R::IpBlocked
                | R::DomainBlocked
                | R::PtrMissing
                | R::AuthFailure
                | R::SenderRejected
                | R::SpamContent
                | R::VirusDetected
                | R::ContentRejected
                | R::MessageTooLarge
                | R::PolicyRejected
                | R::ProtocolError
                | R::Greylisted
                | R::Suppressed
        )
}

/// What to do about a cause, besides counting it.
pub(crate) fn advice(failure: &Failure) -> Option<Advice> {
    use Reason as R;
    if failure.forwarded && !is_senders(failure) {
        return Some(Advice::RemoveForwarding);
    }
    Some(match cause(failure) {
        R::RateLimited => Advice::SlowDown,
        R::IpBlocked => Advice::DelistIp,
        R::DomainBlocked => Advice::DelistDomain,
        R::PtrMissing => Advice::FixReverseDns,
        R::AuthFailure => Advice::FixAuthentication,
        R::RelayDenied if failure.fault == Fault::Sender => Advice::FixRelay,
        R::SenderRejected => Advice::FixSender,
        R::SpamContent | R::ContentRejected | R::PolicyRejected => Advice::FixContent,
        R::VirusDetected => Advice::FindVirus,
        R::MessageTooLarge => Advice::ReduceSize,
        R::ProtocolError => Advice::FixProtocol,
        R::Suppressed => Advice::ReviewServiceList,
        R::MailboxFull | R::MailboxDisabled => Advice::ReachAnotherWay,
        R::HasMoved => Advice::AskNewAddress,
        R::UserUnknown if failure.detail == Some(Detail::MaybeFilter) => Advice::PermitOurDomain,
        R::RecipientRestricted => match failure.detail {
            Some(Detail::Challenge) => Advice::AnswerChallenge,
            Some(Detail::BlockedByUser) => return None,
            _ => Advice::PermitOurDomain,
        },
        R::Greylisted | R::DnsFailure | R::NetworkError | R::SystemError | R::SystemFull | R::Expired => Advice::Wait,
        _ => return None,
    })
}

/// RFC 2142: mailboxes that a domain must have, and that somebody reads.
pub(crate) fn is_role(history: &History) -> bool {
    let local = history.mailbox().local_part();
    local.eq_ignore_ascii_case("postmaster") || local.eq_ignore_ascii_case("abuse")
}
