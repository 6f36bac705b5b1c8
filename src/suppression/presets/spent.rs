//! What a policy that forgets after a delivery or a long pause will never need again.

use crate::suppression::count::{Counted, Reading, SKEW, is_listed_for_complaint, is_trusted};
use crate::suppression::event::{Event, EventId, What};
use crate::suppression::{History, Surroundings};
use crate::time::Timestamp;

/// The ids of events that no decision needs, whatever is recorded from `horizon` on.
///
/// - A failure not later than the last release, or the last delivery that nothing can undo.
/// - The failures of a stretch that a pause longer than `stale_after` ended, if they come to nothing: `is_live` says so of the
///   stretch's every report, each counted by itself and outside of any window, which is never milder than the real count.
/// - A failure that is not trusted enough to count, and older than any row can be.
/// - Never a refusal for a complaint: only a release by hand lifts that.
/// - An acceptance that was undone, or that is older than a delivery that nothing can undo.
/// - A sending that is older than any row can be.
///
/// A failure that undoes an acceptance is later than it, so that it never goes before it.
pub(crate) fn spent(
    reading: Reading,
    stale_after: i64,
    history: &History,
    horizon: Timestamp,
    now: Timestamp,
    is_live: impl Fn(&[Counted<'_>]) -> bool,
) -> Vec<EventId> {
    let horizon = horizon.min(now);
    // Reports of one message are one for so long: what goes must not make one that comes a message of its own.
    let stale_after = stale_after.max(reading.late);
    let released = history.released_at().filter(|r| *r < horizon);
    let for_good = reading.delivered_for_good(history, horizon);
    let done = released.max(for_good);
    let mut ids: Vec<EventId> = history
        .events()
        .iter()
        .filter(|e| match e.what() {
            What::Failure(f) => {
                if is_listed_for_complaint(f) && released.is_none_or(|r| e.at() > r) {
                    return false;
                }
                let ignored = !is_trusted(f.trust, reading.trust) && horizon.since(e.at()) > stale_after;
                ignored || (done.is_some_and(|d| e.at() <= d) && horizon.since(e.at()) > SKEW)
            }
            What::Accepted => reading.is_acceptance_spent(e, history, for_good),
            What::Sent => horizon.since(e.at()) > stale_after,
            _ => false,
        })
        .map(Event::id)
        .collect();
    let reports = reading.reports(history, &Surroundings::default(), now);
    let open: Vec<Counted<'_>> = reports.into_iter().filter(|c| done.is_none_or(|d| c.event.at() > d)).collect();
    for run in open.chunk_by(|a, b| b.at.since(a.at) <= stale_after) {
        let over = run.last().is_some_and(|c| horizon.since(c.at) > stale_after);
        if over && !is_live(run) {
            ids.extend(run.iter().filter(|c| !is_listed_for_complaint(c.failure)).map(|c| c.event.id()));
        }
    }
    ids
}
