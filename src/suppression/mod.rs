//! Remembers, per address, and decides whether to write.

mod body;
#[cfg(feature = "conformance")]
#[allow(clippy::expect_used)] // They are tests: a broken clause panics.
pub mod conformance;
mod count;
mod event;
mod from_bounce;
mod history;
mod ledger;
mod memory;
mod policy;
#[cfg(feature = "postgres")]
mod postgres;
pub mod presets;
#[cfg(feature = "redis")]
mod redis;
mod row;
#[cfg(feature = "sqlite")]
mod sqlite;
mod subject;

pub use event::{Event, EventId, Failure, Place, What, Window};
pub use history::History;
pub use ledger::{AsyncLedger, Blocking, Ledger, LedgerError, LedgerFuture, Spent};
pub use memory::MemoryLedger;
pub use policy::{Advice, Answer, Decision, Scope, SuppressionPolicy, Surroundings, Why};
#[cfg(feature = "postgres")]
pub use postgres::PostgresLedger;
pub use presets::{Guide, Standard};
#[cfg(feature = "redis")]
pub use redis::RedisLedger;
pub use row::{Then, Threshold};
#[cfg(feature = "sqlite")]
pub use sqlite::{Durability, SqliteLedger};
