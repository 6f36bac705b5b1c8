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
//! # Several lists
//!
//! What is recorded is recorded of the mailbox, for all who use that ledger: a complaint or an unsubscription
//! ([`Event::complaint`], an ARF report, a stop by hand) stops every stream on it.
//!
//! - Several **customers**: a ledger each (a file of SQLite, a schema of PostgreSQL by `options=-csearch_path%3Dname` in the URL, a
//!   prefix of Redis by `connect_with_prefix`), so that none stops another's mail, sees another's log or prunes it.
//! - Several **streams** of one sender, where a dead address is dead for all: one ledger, and a list with a policy of its own for each
//!   (`SuppressionList::with_policy(&ledger, policy)`); ledgers are shared by reference or `Arc`. Prune with [`spent_by_all`].
//! - Streams that are **unsubscribed one by one**: keep those unsubscriptions in your own table, or give each stream a ledger and
//!   [`observe`](SuppressionList::observe) each bounce in all of them. A policy that wraps another may leave complaints out for mail
//!   that must be sent (receipts, resets of a password).
//!
//! ```
//! use mailbounce::suppression::{Guide, MemoryLedger, SuppressionList};
//! use mailbounce::{Mailbox, Timestamp};
//!
//! let ledger = MemoryLedger::new();
//! let newsletter = SuppressionList::new(&ledger);
//! let receipts = SuppressionList::with_policy(&ledger, Guide::default());
//! let (mailbox, now): (Mailbox, _) = ("kijitora@example.jp".parse()?, Timestamp(1_772_325_000));
//! newsletter.stop(&mailbox, "unsubscribed", "web", now)?;
//! assert!(!receipts.may_send(&mailbox, now)?.may_send(), "one ledger, one answer to a stop by hand");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Forged bounces
//!
//! Anybody can write a bounce. By default all of them count; return paths that are signed say which are genuine, but ignore none by
//! themselves. It takes both: something that a forger can't know, and a policy that counts nothing less. Use [`Trust::Correlated`] for the
//! policy: it counts signatures, Message-IDs that you issued to one recipient, and what your own servers saw (live replies, and
//! unsubscriptions that you record). `Trust::Signed` would leave out the last two.
//!
//! ```
//! use mailbounce::suppression::{MemoryLedger, Standard, SuppressionList};
//! use mailbounce::{Classifier, Mailbox, RecipientId, ReturnPathKey, SignedReturnPath, Timestamp, Trust};
//!
//! let key = ReturnPathKey::new(1, b"32 octets from a random generator")?;
//! let paths = SignedReturnPath::new("b", "bounce.shop.example", vec![key])?;
//! let to: Mailbox = "kijitora@example.com".parse()?;
//! let now = Timestamp(1_772_325_000);
//! let mail_from = paths.encode(&to, 4711, now); // the MAIL FROM of message 4711
//!
//! // Short addresses stand in the return path, longer ones by an id: your table of recipients knows it.
//! let recipients = vec![to.clone()];
//! let classifier = Classifier::builder()
//!     .signed_return_path_at(move |path, received_at| {
//!         let find = |id| recipients.iter().find(|r| RecipientId::of(r) == id).cloned();
//!         paths.decode(path, received_at, find).ok().map(|token| token.recipient)
//!     })
//!     .build()?;
//! let mut policy = Standard::default();
//! policy.trust = Trust::Correlated;
//! let list = SuppressionList::with_policy(MemoryLedger::new(), policy);
//!
//! # let mail = b"From: MAILER-DAEMON@mx.example.com\r\nSubject: Undelivered Mail Returned to Sender\r\n\
//! #     Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n\
//! #     --b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.com\r\n\r\n\
//! #     Final-Recipient: rfc822; kijitora@example.com\r\nAction: failed\r\nStatus: 5.1.1\r\n\
//! #     Diagnostic-Code: smtp; 550 5.1.1 No such user\r\n\r\n--b--\r\n";
//! // The same bounce, to an address that anybody can make up, and to the signed one.
//! let forged: Mailbox = "b-kijitora=example.com@bounce.shop.example".parse()?;
//! for day in 0..2 {
//!     let at = now.plus(day * Timestamp::DAY);
//!     list.observe(&classifier.classify_at(mail, Some(&forged), at), at)?;
//! }
//! assert!(list.may_send(&to, now.plus(2 * Timestamp::DAY))?.may_send());
//! for day in 0..2 {
//!     let at = now.plus(day * Timestamp::DAY);
//!     list.observe(&classifier.classify_at(mail, Some(&mail_from), at), at)?;
//! }
//! assert!(!list.may_send(&to, now.plus(2 * Timestamp::DAY))?.may_send());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The envelope recipient must be given, or stand in the mail (`Delivered-To`, `X-Original-To`). What a strict policy does not count is in
//! the log, and [`explain`](SuppressionList::explain) shows it as `unverified`.
//!
//! # Features
//!
//! | feature | adds | costs |
//! | --- | --- | --- |
//! | `serde` | names in JSON for all that is seen here | serde |
//! | `json` | the log as JSON lines ([`exchange`]) | serde |
//! | `sqlite` | `SqliteLedger` | rusqlite, and SQLite compiled in |
//! | `postgres` | `PostgresLedger` | tokio-postgres, rustls |
//! | `redis` | `RedisLedger` | redis, rustls |
//! | `conformance` | the test suite of ledgers, for authors of others | nothing |

#[cfg(doc)]
use crate::Trust;

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
pub use policy::{Advice, Answer, Decision, Scope, SuppressionPolicy, Surroundings, Why, spent_by_all};
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
