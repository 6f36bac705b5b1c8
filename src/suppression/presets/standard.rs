//! `standard`: the default policy. It stops what is dead, and nobody else.

use super::{DAY, HOUR, MINUTE};
use crate::bounce::{Attribution, Confidence, Trust};
use crate::reason::{Detail, Persistence, Reason};
use crate::reply::SmtpCommand;
use crate::status::StatusClass;
use crate::suppression::count::{self, Counted, Reading};
use crate::suppression::event::{Event, EventId, Failure, What};
use crate::suppression::row::{Clock, Stand, Then, Threshold};
use crate::suppression::subject;
use crate::suppression::{Decision, History, Scope, SuppressionPolicy, Surroundings};
use crate::time::Timestamp;

/// The default policy, made for daily, weekly and monthly senders.
///
/// A row of its table is reached by `count` failures of that cause over at least `span` seconds. What counts: distinct messages, at most one
/// a [`count_period`](Self::count_period), trusted enough, outside [discounted windows](crate::suppression::Window), after the last
/// delivery. A hold ends with one message to see: if it arrives all is forgotten, if it fails the next hold begins.
/// A refusal that is the sender's or the message's fault never counts against an address; it gives a delay and advice.
/// The numbers are this crate's own, made from the rules of the systems that the other presets are of.
///
/// ```
/// use mailbounce::suppression::Standard;
///
/// let mut policy = Standard::default();
/// policy.expected_interval = 30 * 86_400; // a monthly newsletter
/// policy.trust = mailbounce::Trust::Correlated; // what anybody could have written counts for nothing
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Standard {
    /// What is trusted less is not counted. Default [`Trust::Unverified`]: everything counts. [`Trust::Correlated`] is strict: use it
    /// with signed return paths too. [`Trust::Signed`] leaves out also what your own servers saw: live replies, and unsubscriptions
    /// that you record as [`Trust::OwnMta`]. See [forged bounces](crate::suppression#forged-bounces).
    pub trust: Trust,
    /// At most one failure of an address counts in it, in seconds. Default a day: three bounces within an hour are one.
    pub count_period: i64,
    /// How early a period or span may end, in seconds: a daily sender's bounces come not at the same second. Default an hour.
    pub jitter: i64,
    /// A pause as long ends a row, in seconds. Default 180 days.
    pub stale_after: i64,
    /// Seconds between two messages to the same address; a row is not stale before twice that. Default 0: not known.
    pub expected_interval: i64,
    /// An SMTP 250 counts as a delivery when it is so old and no bounce came, in seconds. Default 7 days (queues hold up to 5).
    pub settle: i64,
    /// A bounce that comes later than this after the 250 does not undo it any more, in seconds. Default 30 days.
    pub late: i64,
    /// How sure a `user-unknown` must be to stop at once. Default high.
    pub sure: Confidence,
    /// A delivery not longer ago than this makes one `user-unknown` too few, in seconds. Default 30 days: providers have answered so
    /// for living addresses, for hours.
    pub recent_delivery: i64,
    /// `user-unknown`, permanent and sure: 1.
    pub user_unknown: Threshold,
    /// `user-unknown`, permanent, but not sure, or soon after a delivery: 2 over 24 hours.
    pub user_unknown_unsure: Threshold,
    /// `user-unknown`, not permanent: 3 over 7 days.
    pub user_unknown_transient: Threshold,
    /// `user-unknown` in words that also mean a filter: 2 over 7 days.
    pub user_unknown_or_filter: Threshold,
    /// `has-moved`: 1.
    pub has_moved: Threshold,
    /// `mailbox-disabled`, permanent: 2 over 24 hours.
    pub mailbox_disabled: Threshold,
    /// `mailbox-disabled`, not permanent: 3 over 14 days, hold 30 days.
    pub mailbox_disabled_transient: Threshold,
    /// `host-unknown`: 2 over 24 hours.
    pub host_unknown: Threshold,
    /// `host-unknown`, by a null MX (RFC 7505): 1.
    pub null_mx: Threshold,
    /// `dns-failure`: 3 over 3 days, hold 14 days, the third hold is a stop.
    pub dns_failure: Threshold,
    /// `network-error`, `expired`, `tls-failure`, `system-error`, `system-full`, together: 5 over 14 days, hold 30 days, the third hold is a stop.
    pub destination: Threshold,
    /// `mail-loop`, and `relay-denied` by the recipient's own MX: 3 over 7 days, hold 30 days.
    pub routing: Threshold,
    /// `mailbox-full`: 3 over 7 days, hold 30 days, three failed messages to see are a stop.
    pub mailbox_full: Threshold,
    /// `recipient-restricted` by a filter, or closed: 3 over 14 days.
    pub restricted: Threshold,
    /// `recipient-restricted`, this sender blocked by the recipient: 2 over 24 hours.
    pub blocked_by_user: Threshold,
    /// Failed behind a forwarding, the address proved: 3 over 7 days, hold 30 days. Not proved: never.
    pub forwarded: Threshold,
    /// `undetermined`, class 5 to RCPT: 5 over 30 days, hold 30 days. Otherwise never.
    pub undetermined: Threshold,
    /// How long one message to see is waited for, in seconds, where its sending is known. Default 7 days.
    pub probe_wait: i64,
    /// So many messages that were [sent](What::Sent) since the last failure, each older than `settle`, end a row that would hold. Default 3; 0: silence proves nothing.
    pub silence: u32,
    /// First delay after a refusal for rate or reputation, in seconds. Doubles with each. Default 15 minutes.
    pub first_delay: i64,
    /// Longest such delay, in seconds. Default 4 hours.
    pub longest_delay: i64,
    /// How long advice is repeated after a refusal, in seconds. Default 7 days.
    pub advise_for: i64,
    /// So many addresses of a domain must have met `host-unknown` to answer for all of them. Default 3.
    pub domain_addresses: u32,
    /// Over so many seconds. Default 24 hours.
    pub domain_span: i64,
    /// How long they answer for all, in seconds. Default 30 days.
    pub domain_hold: i64,
}

impl Default for Standard {
    fn default() -> Self {
        let hold = |seconds, stop_at| Then::Hold { seconds, stop_at };
        let row = Threshold::new;
        Self {
            trust: Trust::Unverified,
            count_period: DAY,
            jitter: HOUR,
            stale_after: 180 * DAY,
            expected_interval: 0,
            settle: 7 * DAY,
            late: 30 * DAY,
            sure: Confidence::High,
            recent_delivery: 30 * DAY,
            user_unknown: row(1, 0, Then::Stop),
            user_unknown_unsure: row(2, DAY, Then::Stop),
            user_unknown_transient: row(3, 7 * DAY, Then::Stop),
            user_unknown_or_filter: row(2, 7 * DAY, Then::Stop),
            has_moved: row(1, 0, Then::Stop),
            mailbox_disabled: row(2, DAY, Then::Stop),
            mailbox_disabled_transient: row(3, 14 * DAY, hold(30 * DAY, 0)),
            host_unknown: row(2, DAY, Then::Stop),
            null_mx: row(1, 0, Then::Stop),
            dns_failure: row(3, 3 * DAY, hold(14 * DAY, 3)),
            destination: row(5, 14 * DAY, hold(30 * DAY, 3)),
            routing: row(3, 7 * DAY, hold(30 * DAY, 0)),
            mailbox_full: row(3, 7 * DAY, hold(30 * DAY, 4)),
            restricted: row(3, 14 * DAY, Then::Stop),
            blocked_by_user: row(2, DAY, Then::Stop),
            forwarded: row(3, 7 * DAY, hold(30 * DAY, 0)),
            undetermined: row(5, 30 * DAY, hold(30 * DAY, 0)),
            probe_wait: 7 * DAY,
            silence: 3,
            first_delay: 15 * MINUTE,
            longest_delay: 4 * HOUR,
            advise_for: 7 * DAY,
            domain_addresses: 3,
            domain_span: DAY,
            domain_hold: 30 * DAY,
        }
    }
}

/// A row: its rule, its numbers, and whether a failure is one of its own. A failure may be one of several rows'.
type Row = (&'static str, fn(&Standard) -> Threshold, fn(&Standard, &Failure, bool) -> bool);

/// The table, strictest first. The last argument is whether mail arrived shortly before.
const ROWS: &[Row] = &[
    (
        "standard/user-unknown",
        |p| p.user_unknown,
        |p, f, recent| is_user_unknown(f) && is_permanent(f) && f.confidence.is_at_least(p.sure) && !recent,
    ),
    ("standard/user-unknown-unsure", |p| p.user_unknown_unsure, |_, f, _| is_user_unknown(f) && is_permanent(f)),
    ("standard/user-unknown-transient", |p| p.user_unknown_transient, |_, f, _| is_user_unknown(f)),
    (
        "standard/user-unknown-or-filter",
        |p| p.user_unknown_or_filter,
        |_, f, _| f.reason == Reason::UserUnknown && f.detail == Some(Detail::MaybeFilter),
    ),
    ("standard/has-moved", |p| p.has_moved, |_, f, _| f.reason == Reason::HasMoved),
    (
        "standard/mailbox-disabled",
        |p| p.mailbox_disabled,
        |_, f, _| f.reason == Reason::MailboxDisabled && is_permanent(f),
    ),
    (
        "standard/mailbox-disabled-transient",
        |p| p.mailbox_disabled_transient,
        |_, f, _| f.reason == Reason::MailboxDisabled,
    ),
    ("standard/null-mx", |p| p.null_mx, |_, f, _| f.reason == Reason::HostUnknown && f.detail == Some(Detail::NullMx)),
    ("standard/host-unknown", |p| p.host_unknown, |_, f, _| f.reason == Reason::HostUnknown),
    ("standard/dns-failure", |p| p.dns_failure, |_, f, _| count::cause(f) == Reason::DnsFailure),
    (
        "standard/destination",
        |p| p.destination,
        |_, f, _| {
            use Reason as R;
            matches!(count::cause(f), R::NetworkError | R::Expired | R::TlsFailure | R::SystemError | R::SystemFull)
        },
    ),
    ("standard/routing", |p| p.routing, |_, f, _| matches!(f.reason, Reason::MailLoop | Reason::RelayDenied)),
    ("standard/mailbox-full", |p| p.mailbox_full, |_, f, _| count::cause(f) == Reason::MailboxFull),
    (
        "standard/restricted",
        |p| p.restricted,
        |_, f, _| {
            f.reason == Reason::RecipientRestricted
                && !matches!(f.detail, Some(Detail::BlockedByUser | Detail::Challenge))
        },
    ),
    (
        "standard/blocked-by-user",
        |p| p.blocked_by_user,
        |_, f, _| f.reason == Reason::RecipientRestricted && f.detail == Some(Detail::BlockedByUser),
    ),
    (
        "standard/undetermined",
        |p| p.undetermined,
        |_, f, _| f.reason == Reason::Undetermined && is_class_5(f) && f.command == Some(SmtpCommand::Rcpt),
    ),
];

fn is_user_unknown(failure: &Failure) -> bool {
    failure.reason == Reason::UserUnknown && failure.detail != Some(Detail::MaybeFilter)
}

fn is_permanent(failure: &Failure) -> bool {
    failure.persistence == Persistence::Permanent
}

fn is_class_5(failure: &Failure) -> bool {
    failure.status.map(|s| s.class() == StatusClass::Permanent).or(failure.reply.map(|r| r.is_permanent()))
        == Some(true)
}

/// The address is known from something of the sender's own, not from what a stranger's server says.
fn is_proved(failure: &Failure) -> bool {
    failure.attribution <= Attribution::OriginalHeader
}

impl Standard {
    const fn reading(&self) -> Reading {
        Reading { trust: self.trust, settle: self.settle, late: self.late }
    }

    fn clock(&self) -> Clock {
        let stale_after = self.stale_after.max(self.expected_interval.saturating_mul(2));
        Clock { period: self.count_period, jitter: self.jitter, stale_after }
    }

    /// Where each row stands, strictest first; only those that were reached.
    fn stands(
        &self,
        counted: &[Counted<'_>],
        delivered: Option<Timestamp>,
        now: Timestamp,
    ) -> Vec<(&'static str, Stand, Vec<EventId>, u32)> {
        let recent = |c: &Counted<'_>| delivered.is_some_and(|d| c.at.since(d) <= self.recent_delivery);
        let mut stands = Vec::new();
        let mut look = |rule: &'static str, row: Threshold, members: &[Counted<'_>]| {
            if members.is_empty() {
                return;
            }
            let (stand, ids) = row.stand(members, self.clock(), now);
            if stand > Stand::Open {
                stands.push((rule, stand, ids, row.count));
            }
        };
        let (forwarded, direct): (Vec<_>, Vec<_>) =
            counted.iter().copied().filter(|c| !count::is_senders(c.failure)).partition(|c| c.failure.forwarded);
        if !direct.is_empty() {
            for (rule, row, is_member) in ROWS {
                let members: Vec<_> =
                    direct.iter().copied().filter(|c| is_member(self, c.failure, recent(c))).collect();
                look(rule, row(self), &members);
            }
        }
        let proved: Vec<_> = forwarded.into_iter().filter(|c| is_proved(c.failure)).collect();
        look("standard/forwarded", self.forwarded, &proved);
        stands
    }

    /// So many messages went out since the last failure and nothing came back.
    fn is_silent(&self, history: &History, last: Timestamp, now: Timestamp) -> bool {
        let went_out = self.went_out(history);
        let quiet =
            history.events().iter().filter(|e| e.at() > last && now.since(e.at()) >= self.settle && went_out(e));
        self.silence > 0 && quiet.count() >= usize::try_from(self.silence).unwrap_or(usize::MAX)
    }

    /// Whether an event tells of a message that went out and did not come back.
    fn went_out(&self, history: &History) -> impl Fn(&Event) -> bool {
        let reading = self.reading();
        move |event| match event.what() {
            What::Sent => true,
            What::Accepted => !reading.is_undone(event, history),
            _ => false,
        }
    }

    /// When the message that shall end a hold was sent, if that is known and its answer is still awaited.
    fn awaited(&self, history: &History, since: Timestamp, now: Timestamp) -> Option<Timestamp> {
        let went_out = self.went_out(history);
        let sent = history.events().iter().rev().find(|e| e.at() >= since && went_out(e))?;
        let until = sent.at().plus(self.probe_wait);
        (until > now).then_some(until)
    }

    /// The delay that refusals for rate and reputation ask for: doubling while they follow each other within a day.
    fn delay(&self, times: &[Timestamp], now: Timestamp) -> Option<Timestamp> {
        let last = *times.last()?;
        let run = times.windows(2).rev().take_while(|pair| match pair {
            [a, b] => b.since(*a) <= DAY,
            _ => false,
        });
        let doublings = u32::try_from(run.count()).unwrap_or(u32::MAX).min(20);
        let delay = self.first_delay.saturating_mul(1 << doublings).min(self.longest_delay);
        let at = last.plus(delay);
        (at > now).then_some(at)
    }

    /// What the sender's own failures ask for: a delay for the provider, and advice.
    fn senders(&self, counted: &[Counted<'_>], surroundings: &Surroundings, now: Timestamp) -> Decision {
        let mine: Vec<_> = counted.iter().filter(|c| count::is_senders(c.failure)).collect();
        let times: Vec<_> = mine.iter().map(|c| c.at).collect();
        let mut decision = Decision::send();
        if let (Some(at), Some(last)) = (self.delay(&times, now), mine.last()) {
            let scope = if last.failure.fault == crate::Fault::Recipient { Scope::Address } else { Scope::Provider };
            decision = Decision::later(at, scope).because("standard/sender", vec![last.event.id()], 1);
        }
        let recent = mine.iter().filter(|c| now.since(c.at) <= self.advise_for);
        decision = recent.filter_map(|c| count::advice(c.failure)).fold(decision, Decision::advise);
        let Some(provider) = surroundings.provider() else { return decision };
        let slowed: Vec<_> = self
            .reading()
            .reports(provider, surroundings, now)
            .into_iter()
            .filter(|c| c.failure.reason != Reason::HostUnknown)
            .collect();
        let times: Vec<_> = slowed.iter().map(|c| c.at).collect();
        if let (Some(at), Some(last)) = (self.delay(&times, now), slowed.last()) {
            let later = Decision::later(at, Scope::Provider).because("standard/provider", vec![last.event.id()], 1);
            decision = decision.and(later);
            decision = count::advice(last.failure).into_iter().fold(decision, Decision::advise);
        }
        decision
    }

    /// Whether the addresses of a domain that met `host-unknown` answer for all of it.
    fn domain(&self, history: &History, surroundings: &Surroundings, now: Timestamp) -> Option<Decision> {
        let domain = surroundings.domain().filter(|_| !surroundings.is_known_provider())?;
        let delivered = self.reading().delivered_at(history, now);
        let dead: Vec<_> = self
            .reading()
            .reports(domain, surroundings, now)
            .into_iter()
            .filter(|c| c.failure.reason == Reason::HostUnknown && delivered.is_none_or(|d| c.at > d))
            .filter(|c| now.since(c.at) <= self.domain_hold)
            .collect();
        let (first, last) = (dead.first()?, dead.last()?);
        let mut addresses: Vec<_> = dead.iter().filter_map(|c| c.event.message()).collect();
        addresses.sort_unstable();
        addresses.dedup();
        let enough = addresses.len() >= usize::try_from(self.domain_addresses).unwrap_or(usize::MAX)
            && last.at.since(first.at) >= self.domain_span - self.jitter;
        let until = last.at.plus(self.domain_hold);
        (enough && until > now).then(|| {
            let ids = dead.iter().map(|c| c.event.id()).collect();
            Decision::hold(until).for_all_of(Scope::Domain).because("standard/domain", ids, self.domain_addresses)
        })
    }
}

impl SuppressionPolicy for Standard {
    fn name(&self) -> &str {
        "standard"
    }

    fn least_trust(&self) -> Trust {
        self.trust
    }

    fn decide(&self, history: &History, surroundings: &Surroundings, now: Timestamp) -> Decision {
        if let Some((event, true)) = history.by_hand() {
            return Decision::stop().because("by-hand", vec![event.id()], 1);
        }
        let role = count::is_role(history);
        if let Some(event) = self.reading().complaint(history).filter(|_| !role) {
            return Decision::stop().because("standard/complaint", vec![event.id()], 1);
        }
        let reading = self.reading();
        let delivered = history.failures().next().and_then(|_| reading.delivered_at(history, now));
        let counted = reading.messages(history, surroundings, now, delivered);
        let mut decision = self.senders(&counted, surroundings, now);
        if role {
            return decision;
        }
        for (rule, stand, events, needed) in self.stands(&counted, delivered, now) {
            let last = counted.iter().rev().find(|c| events.contains(&c.event.id()));
            let row = match stand {
                Stand::Open => continue,
                Stand::Stop => Decision::stop(),
                Stand::Hold { .. } | Stand::Probe { .. }
                    if last.is_some_and(|last| self.is_silent(history, last.at, now)) =>
                {
                    continue;
                }
                Stand::Hold { until } => Decision::hold(until),
                Stand::Probe { since } => match self.awaited(history, since, now) {
                    Some(at) => Decision::later(at, Scope::Address),
                    None => Decision::probe(),
                },
            };
            let advice = last.and_then(|c| count::advice(c.failure));
            decision = advice.into_iter().fold(decision.and(row.because(rule, events, needed)), Decision::advise);
        }
        match self.domain(history, surroundings, now) {
            Some(domain) => decision.and(domain),
            None => decision,
        }
    }

    fn spent(&self, history: &History, horizon: Timestamp, now: Timestamp) -> Vec<EventId> {
        if subject::is_reserved(history.mailbox()) {
            // A domain answers for domain_hold, a provider's delays follow each other within a day.
            let needed = self.domain_hold.max(2 * DAY);
            return history.failures().filter(|(e, _)| now.since(e.at()) > needed).map(|(e, _)| e.id()).collect();
        }
        super::spent(self.reading(), self.clock().stale_after, history, horizon, now, |run| {
            let listed = run.iter().any(|c| count::is_listed_for_complaint(c.failure));
            listed || self.stands(run, None, now).iter().any(|(_, stand, _, _)| *stand != Stand::Open)
        })
    }
}
