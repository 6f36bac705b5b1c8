//! The list for ledgers that are asked over a network: the twin of [`SuppressionList`](super::SuppressionList).

use std::fmt;
use std::sync::{Arc, Mutex};

use super::event::Event;
use super::guard::Guard;
use super::ledger::{AsyncLedger, LedgerError};
use super::list::{BATCH, Page};
use super::plan::{Known, Observed, Plan, builders};
use super::policy::{Answer, Decision, SuppressionPolicy};
use super::presets::Standard;
use super::story::Story;
use super::subject;
use crate::bounce::{Bounce, Trust, Verdict};
use crate::mailbox::Mailbox;
use crate::reply::Reply;
use crate::time::Timestamp;

/// [`SuppressionList`](super::SuppressionList) over an [`AsyncLedger`]: the same methods, each a future.
///
/// ```
/// use mailbounce::{Mailbox, Timestamp, suppression::{AsyncSuppressionList, Blocking, MemoryLedger}};
///
/// # async fn run() -> Result<(), Box<dyn std::error::Error>> {
/// let list = AsyncSuppressionList::new(Blocking(MemoryLedger::new()));
/// let mailbox: Mailbox = "kijitora@example.jp".parse()?;
/// let now = Timestamp(1_772_325_000);
/// list.stop(&mailbox, "asked by phone", "support", now).await?;
/// assert!(!list.may_send(&mailbox, now).await?.may_send());
/// # Ok(())
/// # }
/// ```
///
/// # Errors
///
/// Every method that asks the ledger fails only where the ledger does; doing it again is always right.
#[must_use]
pub struct AsyncSuppressionList<L, P = Standard> {
    ledger: L,
    plan: Plan<P>,
}

/// Without the ledger, so that one behind a `Box<dyn ...>` does as well.
impl<L, P: SuppressionPolicy> fmt::Debug for AsyncSuppressionList<L, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AsyncSuppressionList").field("policy", &self.plan.policy.name()).finish_non_exhaustive()
    }
}

impl<L: AsyncLedger> AsyncSuppressionList<L> {
    /// With the default policy.
    pub fn new(ledger: L) -> Self {
        Self::with_policy(ledger, Standard::default())
    }
}

impl<L: AsyncLedger, P: SuppressionPolicy> AsyncSuppressionList<L, P> {
    /// With a policy.
    pub fn with_policy(ledger: L, policy: P) -> Self {
        Self { ledger, plan: Plan::new(policy) }
    }

    builders!();

    /// Records what a mail says. `received_at` is when it was received here; the same mail again, with the same time, changes nothing.
    ///
    /// The message is named by the report's `Original-Envelope-Id`, else by the Message-ID that was returned: name it so in
    /// [`accepted`](Self::accepted) too.
    ///
    /// # Errors
    ///
    /// The ledger fails. Nothing or a part is recorded then: do it again.
    pub async fn observe(&self, bounce: &Bounce, received_at: Timestamp) -> Result<Observed, LedgerError> {
        self.observe_message(bounce, None, received_at).await
    }

    /// As [`observe`](Self::observe), for a message known by a token of the caller's own.
    ///
    /// One message must have one name throughout, here, in [`accepted`](Self::accepted) and in [`observe_reply`](Self::observe_reply),
    /// and whichever way its reports come in: under two names it counts as two. So use a token of your own only where you find it
    /// for every report, or the Message-ID everywhere.
    ///
    /// # Errors
    ///
    /// As [`observe`](Self::observe).
    pub async fn observe_message(
        &self,
        bounce: &Bounce,
        message: Option<&str>,
        received_at: Timestamp,
    ) -> Result<Observed, LedgerError> {
        let asked = self.plan.asked(bounce);
        let answers = if asked.is_empty() { Vec::new() } else { self.ledger.histories(&asked).await? };
        let (observed, events) = self.plan.observe(bounce, message, received_at, &answers);
        self.ledger.record(&events).await?;
        Ok(observed)
    }

    /// Records a live refusal in an SMTP session to `mailbox`, and what [`classify_reply`](crate::classify_reply) made of it.
    ///
    /// A `5yz` is a failure, and so is what will be refused again whatever its code. Any other `4yz` is not, since it is tried
    /// again: it may slow the provider down. A client that gives up records [`Failure::of_reply`](super::Failure::of_reply).
    ///
    /// `message` is what [`accepted`](Self::accepted) would name: a server may refuse a message and bounce it too.
    ///
    /// # Errors
    ///
    /// As [`observe`](Self::observe).
    pub async fn observe_reply(
        &self,
        mailbox: &Mailbox,
        message: Option<&str>,
        reply: &Reply<'_>,
        verdict: &Verdict,
        at: Timestamp,
    ) -> Result<Observed, LedgerError> {
        let (observed, events) = self.plan.reply(mailbox, message, reply, verdict, at);
        self.ledger.record(&events).await?;
        Ok(observed)
    }

    /// Records that the next server took a message (SMTP 250). A bounce may still come: it counts as delivered only when it has settled.
    ///
    /// `message` is what a bounce of it will be booked under: the Message-ID of what was sent, where [`observe`](Self::observe) reads
    /// the bounces; or the token that [`observe_message`](Self::observe_message) is given. A bounce under that name undoes it, and so
    /// does, within the days that it takes to settle, one without a name, one whose name is of another kind (a Message-ID has an `@`,
    /// tokens have none), and any sure and lasting `user-unknown` or `has-moved`. A bounce under another name of the same kind is
    /// taken for another message's: where a service replaces your Message-IDs, use the one that it answers with.
    ///
    /// ```
    /// # use mailbounce::{Bounce, Mailbox, Timestamp, suppression::MemoryLedger};
    /// # async fn run() -> Result<(), Box<dyn std::error::Error>> {
    /// # let (bounce, now, later) = (Bounce::default(), Timestamp(0), Timestamp(60));
    /// # let mailbox: Mailbox = "kijitora@example.jp".parse()?;
    /// # let list = mailbounce::suppression::AsyncSuppressionList::new(mailbounce::suppression::Blocking(MemoryLedger::new()));
    /// list.accepted(&mailbox, Some("4711@shop.example"), now).await?; // Message-ID: <4711@shop.example>
    /// list.observe(&bounce, later).await?; // its bounce returns the Message-ID
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// As [`observe`](Self::observe).
    pub async fn accepted(&self, mailbox: &Mailbox, message: Option<&str>, at: Timestamp) -> Result<(), LedgerError> {
        if self.plan.accept_every > 0 {
            let histories = self.ledger.histories(std::slice::from_ref(mailbox)).await?;
            if histories.first().is_some_and(|h| !self.plan.is_worth(h, at)) {
                return Ok(());
            }
        }
        self.record(vec![Event::accepted(mailbox.clone(), message, at)], at).await
    }

    /// Records that mail arrived for certain: an open, a click, an answer, mail from the address. Counts at once.
    ///
    /// # Errors
    ///
    /// As [`observe`](Self::observe).
    pub async fn delivered(&self, mailbox: &Mailbox, at: Timestamp) -> Result<(), LedgerError> {
        self.record(vec![Event::delivered(mailbox.clone(), None, Trust::OwnMta, at)], at).await
    }

    /// Records that messages were written. Optional; see [`Event::sent`].
    ///
    /// # Errors
    ///
    /// As [`observe`](Self::observe).
    pub async fn sent(&self, mailboxes: &[Mailbox], message: Option<&str>, at: Timestamp) -> Result<(), LedgerError> {
        self.record(mailboxes.iter().map(|m| Event::sent(m.clone(), message, at)).collect(), at).await
    }

    /// Records events that the caller made.
    ///
    /// # Errors
    ///
    /// As [`observe`](Self::observe).
    pub async fn record(&self, events: Vec<Event>, at: Timestamp) -> Result<(), LedgerError> {
        let (events, _) = self.plan.complete(events, at);
        self.ledger.record(&events).await
    }

    /// Stops a mailbox by hand: it stays so until [`release`](Self::release).
    ///
    /// # Errors
    ///
    /// As [`observe`](Self::observe).
    pub async fn stop(&self, mailbox: &Mailbox, reason: &str, by: &str, at: Timestamp) -> Result<(), LedgerError> {
        self.ledger.record(&[Event::stopped(mailbox.clone(), reason, by, at)]).await
    }

    /// Releases a mailbox by hand: what came until now, also complaints, counts no more.
    ///
    /// At the same second as a [`stop`](Self::stop) the stop wins: release a second later. What holds for the whole domain or
    /// provider ([`Decision::scope`]) goes on; [`explain`](Self::explain) names the mailbox under which that is kept, to release it.
    ///
    /// # Errors
    ///
    /// As [`observe`](Self::observe).
    pub async fn release(&self, mailbox: &Mailbox, reason: &str, by: &str, at: Timestamp) -> Result<(), LedgerError> {
        self.ledger.record(&[Event::released(mailbox.clone(), reason, by, at)]).await
    }

    /// Whether to write to a mailbox now.
    ///
    /// # Errors
    ///
    /// The ledger fails.
    pub async fn may_send(&self, mailbox: &Mailbox, now: Timestamp) -> Result<Decision, LedgerError> {
        let decisions = self.filter(std::slice::from_ref(mailbox), now).await?;
        Ok(decisions.into_iter().next().unwrap_or_default())
    }

    /// Whether to write to each of these mailboxes, in their order: before a campaign.
    ///
    /// # Errors
    ///
    /// The ledger fails.
    pub async fn filter(&self, mailboxes: &[Mailbox], now: Timestamp) -> Result<Vec<Decision>, LedgerError> {
        let mut decisions = Vec::with_capacity(mailboxes.len());
        for batch in mailboxes.chunks(BATCH) {
            let histories = self.ledger.histories(&self.plan.subjects(batch)).await?;
            decisions.extend(self.plan.decide(histories, batch.len(), now));
        }
        Ok(decisions)
    }

    /// A page of those who are stopped or on hold. Begin with none, go on with [`Page::next`]; `look_at` mailboxes are looked at for it.
    ///
    /// # Errors
    ///
    /// The ledger fails.
    pub async fn stopped(&self, after: Option<&Mailbox>, look_at: usize, now: Timestamp) -> Result<Page, LedgerError> {
        let mailboxes = self.ledger.mailboxes(after, look_at).await?;
        let next = mailboxes.last().filter(|_| mailboxes.len() == look_at).cloned();
        let people: Vec<Mailbox> = mailboxes.into_iter().filter(|m| !subject::is_reserved(m)).collect();
        let decisions = self.filter(&people, now).await?;
        let stopped = people.into_iter().zip(decisions);
        let stopped = stopped.filter(|(_, d)| matches!(d.answer(), Answer::Stop | Answer::Hold)).collect();
        Ok(Page { stopped, next })
    }

    /// The whole story of a mailbox.
    ///
    /// # Errors
    ///
    /// The ledger fails.
    pub async fn explain(&self, mailbox: &Mailbox, now: Timestamp) -> Result<Story, LedgerError> {
        let histories = self.ledger.histories(&self.plan.subjects(std::slice::from_ref(mailbox))).await?;
        Ok(self.plan.story(mailbox, histories, now))
    }

    /// Drops what is older than `before` and that the policy will never need; no decision *of this policy* changes. Returns how many
    /// events went: none with some [`presets`](super::presets), which count from the first event on.
    ///
    /// Where lists with other policies share the ledger, what they still need would go too: prune with
    /// [`spent_by_all`](super::spent_by_all) of all of them.
    ///
    /// # Errors
    ///
    /// The ledger fails. A part is dropped then: do it again.
    pub async fn prune(&self, before: Timestamp, now: Timestamp) -> Result<u64, LedgerError> {
        self.ledger.prune(before, &|history| self.plan.policy.spent(history, before, now)).await
    }

    /// Erases all that is known of a mailbox: the right to erasure. See [`Ledger::forget`](super::Ledger::forget) for what a store keeps.
    ///
    /// **It forgets refusals too**: who complained, unsubscribed or was stopped by hand is written to again, if the address comes
    /// back by another way, and [`may_send`](Self::may_send) answers send. To go on respecting an opt-out, keep that alone: erase,
    /// then [`stop`](Self::stop), which stores the address and your words, and nothing else.
    ///
    /// # Errors
    ///
    /// The ledger fails.
    pub async fn forget(&self, mailbox: &Mailbox) -> Result<(), LedgerError> {
        self.ledger.forget(mailbox).await
    }
}
