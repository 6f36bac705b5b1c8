//! Looks for hours in which failures were not the addresses' fault.

use mailbounce::suppression::{Event, Guard, Ledger, LedgerError};

/// The windows that the whole log makes known, from its first event to its last: the same log gives the same windows, in whatever
/// order and in how many runs its mails were read.
pub(crate) fn find(ledger: &impl Ledger) -> Result<Vec<Event>, LedgerError> {
    let mut guard = Guard::default();
    let (mut events, mut after) = (Vec::new(), None);
    loop {
        let mailboxes = ledger.mailboxes(after.as_ref(), 1000)?;
        for history in ledger.histories(&mailboxes)? {
            events.extend(history.failures().map(|(event, _)| event.clone()));
        }
        if mailboxes.len() < 1000 {
            break;
        }
        after = mailboxes.into_iter().last();
    }
    events.sort_by_key(|event| (event.at(), event.id()));
    let mut windows: Vec<_> = events.iter().flat_map(|event| guard.observe(event)).collect();
    windows.sort();
    windows.dedup();
    Ok(windows.into_iter().map(|window| Event::discounted(window.clone(), window.until)).collect())
}
