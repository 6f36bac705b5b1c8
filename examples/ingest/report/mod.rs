//! One page that shows what came back, who is stopped, and what to do: self-contained, without scripts.

mod chart;
mod collect;
mod html;

use mailbounce::Timestamp;

use crate::progress::Progress;
use crate::{Failed, List};

/// The page.
pub(crate) fn page(list: &List, progress: &Progress, ledger: &str, now: Timestamp) -> Result<String, Failed> {
    let collected = collect::Collected::of(list, progress.mails()?, now)?;
    Ok(html::page(&collected, ledger, list.policy().name(), now))
}
