//! Remembers what came back, and says whom to write to.
//!
//! ```text
//! a mail  --Bounce::events-->  Event  --Ledger::record-->  the log
//! a mailbox  --Ledger::histories-->  History  --SuppressionPolicy::decide-->  Decision
//! ```
//!
//! [`SuppressionList`] does both. The parts are of use by themselves: policies are pure functions, ledgers know nothing of policies.
//!
//! ```
//! use mailbounce::suppression::{Answer, MemoryLedger, SuppressionList};
//! use mailbounce::{Bounce, Mailbox, Timestamp};
//!
//! # fn read(_: &[u8]) -> Bounce { Bounce::default() }
//! # let (bytes, received_at, now) = (&b""[..], Timestamp(1_772_325_000), Timestamp(1_772_325_000));
//! let list = SuppressionList::new(MemoryLedger::new());
//! # let classify = read;
//! list.observe(&classify(bytes), received_at)?; // each mail in the bounce mailbox
//!
//! let mailbox: Mailbox = "kijitora@example.jp".parse()?;
//! let decision = list.may_send(&mailbox, now)?;
//! match decision.answer() {
//!     Answer::Send => println!("write to {mailbox}"),
//!     _ => println!("{mailbox}: {decision}; {:?}", decision.advice()),
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What it promises
//!
//! - A refusal that is the sender's or the message's fault never suppresses a recipient.
//! - The log is the state. Nothing that was decided is stored: workers can't race, order and repetition don't matter, and a changed policy applies to
//!   yesterday too.
//! - One message counts once, whoever reports it and how often.
//! - No clock is read. A mail's own dates are never believed.
//!
//! # What to tell it
//!
//! The bounces are enough. It gets better with more: [`accepted`](SuppressionList::accepted) after each SMTP 250 (so that a delivery ends a row, a
//! living address is not stopped for one wrong answer, and an outage is told from a dead list), and
//! [`delivered`](SuppressionList::delivered) where mail surely arrived.
//!
//! # Features
//!
//! | feature | adds | costs |
//! | --- | --- | --- |
//! | `serde` | names in JSON for all that is seen here, and the log as JSON lines ([`exchange`]) | serde |
//! | `sqlite` | `SqliteLedger` | rusqlite, and SQLite compiled in |
//! | `conformance` | the test suite of ledgers, for authors of others | nothing |

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
