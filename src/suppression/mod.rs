//! Remembers, per address, and decides whether to write.

mod async_list;
mod body;
#[cfg(feature = "conformance")]
#[allow(clippy::expect_used)] // They are tests: a broken clause panics.
pub mod conformance;
mod count;
mod event;
pub mod exchange;
mod from_bounce;
mod guard;
mod history;
mod ledger;
mod list;
mod memory;
mod plan;
mod policy;
#[cfg(feature = "postgres")]
mod postgres;
pub mod presets;
#[cfg(feature = "redis")]
mod redis;
pub mod replay;
mod row;
mod rules;
#[cfg(feature = "sqlite")]
mod sqlite;
mod story;
mod subject;

pub use async_list::AsyncSuppressionList;
pub use event::{Event, EventId, Failure, Place, What, Window};
pub use guard::Guard;
pub use history::History;
pub use ledger::{AsyncLedger, Blocking, Ledger, LedgerError, LedgerFuture, Spent};
pub use list::{Page, SuppressionList};
pub use memory::MemoryLedger;
pub use plan::{Booked, NotBooked, Observed};
pub use policy::{Advice, Answer, Decision, Scope, SuppressionPolicy, Surroundings, Why};
#[cfg(feature = "postgres")]
pub use postgres::PostgresLedger;
pub use presets::{Guide, Standard};
#[cfg(feature = "redis")]
pub use redis::RedisLedger;
pub use row::{Then, Threshold};
pub use rules::{PolicyRule, Rules};
#[cfg(feature = "sqlite")]
pub use sqlite::{Durability, SqliteLedger};
pub use story::{Chapter, Story};
