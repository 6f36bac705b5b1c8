//! Policies ready to use: the crate's own, the operator's guide, and those of other systems with their published numbers.
//!
//! The presets of other systems are their published rule and no more. All keep three promises that not every system keeps: what is
//! the sender's or the message's fault counts for nothing, one message counts once, and a stop by hand holds until it is lifted by hand.
//! "Hard" means permanent, "soft" means not permanent. Where a number is from memory and not from the system's code or
//! documentation the option says "unverified".
//!
//! What can be [pruned](crate::suppression::SuppressionList::prune) depends on the rule. [`Listmonk`], [`Mailgun`], [`Mailman2`],
//! [`Mailman3`], [`PhpList`] and [`Sympa`] count from the first event on, and what [`Ses`] lists stays listed unless `lives` is set: with
//! these `prune` drops nothing, and the ledger keeps every failure until the address is forgotten.

mod discourse;
mod ezmlm;
mod guide;
mod listmonk;
mod mailgun;
mod mailman;
mod phplist;
mod pmta;
mod postal;
mod ses;
mod shared;
mod spent;
mod standard;
mod sympa;

pub use discourse::Discourse;
pub use ezmlm::Ezmlm;
pub use guide::Guide;
pub use listmonk::Listmonk;
pub use mailgun::Mailgun;
pub use mailman::{Mailman2, Mailman3};
pub use phplist::PhpList;
pub use pmta::PowerMta;
pub use postal::Postal;
pub use ses::Ses;
pub(crate) use spent::spent;
pub use standard::Standard;
pub use sympa::Sympa;

use crate::time::Timestamp;

pub(crate) const MINUTE: i64 = 60;
pub(crate) const HOUR: i64 = Timestamp::HOUR;
pub(crate) const DAY: i64 = Timestamp::DAY;
