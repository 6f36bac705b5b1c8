//! The ledger in Redis or Valkey, one node or a cluster; see [`keys`] for how it lies there.

mod cluster;
mod keys;
mod link;
mod script;

use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

use redis::{FromRedisValue, Value, cmd};

use self::keys::{BUCKETS, Keys, bucket};
use self::link::{Group, Link};
use super::event::Event;
use super::history::History;
use super::ledger::{AsyncLedger, LedgerError, LedgerFuture, Spent};
use crate::mailbox::Mailbox;
use crate::time::Timestamp;

const LAYOUT: i64 = 1;
/// Events of one call of a script: the server does nothing else meanwhile.
const EVENTS: usize = 200;
/// Mailboxes that are pruned at a time.
const PAGE: usize = 1000;

/// An [`AsyncLedger`] in Redis (6 or newer) or Valkey, for any number of workers on any number of machines.
///
/// # What the server must be set to
///
/// It is a store, not a cache: `maxmemory-policy noeviction`, or addresses come alive again. What `record` returned for survives a
/// restart with `appendonly yes`: all of it with `appendfsync always`, all but the last second with `everysec`. After a failover what
/// had not reached the replica is gone, as replication does not wait. Where the mails can be read again, that mends it: recording twice
/// is no harm.
///
/// Each call is a few round trips on one connection to each node that all calls share, by the tokio runtime that it runs on; so every call must run on one.
///
/// ```no_run
/// # async fn example() -> Result<(), mailbounce::suppression::LedgerError> {
/// use mailbounce::suppression::{AsyncLedger, RedisLedger};
///
/// let ledger = RedisLedger::connect("redis://127.0.0.1").await?;
/// assert!(ledger.mailboxes(None, 10).await?.is_empty());
/// # Ok(())
/// # }
/// ```
pub struct RedisLedger {
    link: Link,
    keys: Keys,
}

impl fmt::Debug for RedisLedger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cluster = matches!(self.link, Link::Cluster(_));
        f.debug_struct("RedisLedger")
            .field("prefix", &self.keys.prefix)
            .field("cluster", &cluster)
            .finish_non_exhaustive()
    }
}

impl RedisLedger {
    /// What the keys of [`connect`](Self::connect) begin with.
    pub const PREFIX: &'static str = "mailbounce";

    /// How long a connection and an answer are waited for. In a cluster also how long a call tries again what does not get through, because
    /// its slot moves to another node or a node is away: so a call may take twice as long. Its error [is
    /// retryable](LedgerError::is_retryable) then.
    pub const PATIENCE: Duration = Duration::from_secs(10);

    /// Connects: `redis://user:password@host:port/database`, `rediss://...` over TLS, verified by the system's certificates. A node of a
    /// cluster leads to its cluster; several nodes may be named, behind commas, for the day when the first is away.
    ///
    /// # Errors
    ///
    /// A URL that can't be read, a server that is away or refuses, or keys that a newer version wrote.
    pub async fn connect(url: &str) -> Result<Self, LedgerError> {
        Self::connect_with_prefix(url, Self::PREFIX).await
    }

    /// As [`connect`](Self::connect), with keys that begin with `prefix`: so that several ledgers share a server.
    ///
    /// # Errors
    ///
    /// As [`connect`](Self::connect), and a prefix that has a brace: braces say in which slot of a cluster a key lies.
    pub async fn connect_with_prefix(url: &str, prefix: &str) -> Result<Self, LedgerError> {
        if prefix.contains(['{', '}']) {
            return Err(LedgerError::permanent("connecting", "a prefix with a brace"));
        }
        let link = Link::open(url, Self::PATIENCE).await?;
        let ledger = Self { link, keys: Keys { prefix: prefix.to_owned() } };
        let layout = ledger.keys.layout();
        let commands = vec![cmd("SETNX").arg(&layout).arg(LAYOUT).take(), cmd("GET").arg(&layout).take()];
        let found: Option<i64> = match ledger
            .link
            .run("connecting", vec![Group::new(&layout, commands)])
            .await?
            .pop()
            .and_then(|mut a| a.pop())
        {
            Some(value) => read("connecting", value)?,
            None => None,
        };
        if found != Some(LAYOUT) {
            return Err(LedgerError::permanent("connecting", "the keys were written by a newer version"));
        }
        Ok(ledger)
    }

    async fn record_all(&self, events: &[Event]) -> Result<(), LedgerError> {
        let mut mailboxes: BTreeMap<String, Vec<&Event>> = BTreeMap::new();
        for event in events {
            mailboxes.entry(event.recipient().key()).or_default().push(event);
        }
        let mut groups = Vec::with_capacity(mailboxes.len());
        for (mailbox, events) in &mailboxes {
            let bucket = bucket(mailbox);
            let (log, all, horizon) =
                (self.keys.log(bucket, mailbox), self.keys.mailboxes(bucket), self.keys.horizon(bucket));
            let calls = events.chunks(EVENTS).map(|events| {
                let mut call = script::call(&script::RECORD, &[&log, &all, &horizon]);
                call.arg(mailbox);
                for event in events {
                    let at = if event.is_ageless() { String::new() } else { keys::time(event.at()) };
                    call.arg(&event.id().as_bytes()[..]).arg(keys::value(event.rank(), &event.body())).arg(at);
                }
                call
            });
            groups.push(Group::new(&log, calls.collect()));
        }
        self.link.run("recording", groups).await.map(|_| ())
    }

    async fn read(&self, mailboxes: &[Mailbox]) -> Result<Vec<History>, LedgerError> {
        let ask = |mailbox: &Mailbox| {
            let key = mailbox.key();
            let log = self.keys.log(bucket(&key), &key);
            Group::new(&log, vec![cmd("HGETALL").arg(&log).take()])
        };
        let answers = self.link.run("reading", mailboxes.iter().map(ask).collect()).await?;
        let history = |(mailbox, answer): (&Mailbox, Vec<Value>)| {
            let mut history = History::new(mailbox.clone());
            for value in answer {
                let fields: Vec<(Vec<u8>, Vec<u8>)> = read("reading", value)?;
                for (id, value) in &fields {
                    history.merge(keys::event(mailbox, id, value)?);
                }
            }
            Ok(history)
        };
        mailboxes.iter().zip(answers).map(history).collect()
    }

    /// The order is that of the buckets, and within one that of the keys' octets.
    async fn page(&self, after: Option<&Mailbox>, limit: usize) -> Result<Vec<Mailbox>, LedgerError> {
        let after = after.map(Mailbox::key);
        let (mut next, mut from) = match &after {
            Some(key) => (bucket(key), format!("({key}")),
            None => (0, "-".to_owned()),
        };
        let mut page: Vec<Mailbox> = Vec::new();
        // Twice as many buckets each time: one is enough where there are many mailboxes, and all are soon seen where there are few.
        let mut width = 1;
        while next < BUCKETS && page.len() < limit {
            let end = BUCKETS.min(next + width);
            let left = isize::try_from(limit - page.len()).unwrap_or(isize::MAX);
            let range = |bucket: u16| {
                let mut range = cmd("ZRANGEBYLEX");
                let key = self.keys.mailboxes(bucket);
                range.arg(&key).arg(std::mem::replace(&mut from, "-".to_owned())).arg("+");
                Group::new(&key, vec![range.arg("LIMIT").arg(0).arg(left).take()])
            };
            for value in self.link.run("listing", (next..end).map(range).collect()).await?.into_iter().flatten() {
                for key in read::<Vec<String>>("listing", value)?.into_iter().take(limit - page.len()) {
                    page.push(key.parse().map_err(|e: crate::ParseError| LedgerError::permanent("listing", e))?);
                }
            }
            (next, width) = (end, (width * 2).min(256));
        }
        Ok(page)
    }

    async fn prune_all(&self, before: Timestamp, spent: &Spent<'_>) -> Result<u64, LedgerError> {
        let time = keys::time(before);
        let horizon = |bucket: u16| {
            let key = self.keys.horizon(bucket);
            Group::new(&key, vec![script::call(&script::HORIZON, &[&key]).arg(&time).take()])
        };
        self.link.run("pruning", (0..BUCKETS).map(horizon).collect()).await?;
        let (mut dropped, mut after) = (0, None);
        loop {
            let mailboxes = self.page(after.as_ref(), PAGE).await?;
            let mut calls = Vec::new();
            for history in self.read(&mailboxes).await? {
                if history.events().iter().all(|e| e.at() >= before) {
                    continue;
                }
                let mut left = history.clone();
                left.remove(&spent(&history), before);
                let gone: Vec<&Event> = history.events().iter().filter(|e| left.get(e.id()).is_none()).collect();
                let key = history.mailbox().key();
                let bucket = bucket(&key);
                for gone in gone.chunks(EVENTS) {
                    let log = self.keys.log(bucket, &key);
                    let mut call = script::call(&script::DROP, &[&log, &self.keys.mailboxes(bucket)]);
                    call.arg(&key);
                    for event in gone {
                        call.arg(&event.id().as_bytes()[..]).arg(keys::value(event.rank(), &event.body()));
                    }
                    calls.push(Group::new(&log, vec![call]));
                }
            }
            for value in self.link.run("pruning", calls).await?.into_iter().flatten() {
                dropped += read::<u64>("pruning", value)?;
            }
            if mailboxes.len() < PAGE {
                return Ok(dropped);
            }
            after = mailboxes.into_iter().last();
        }
    }

    async fn erase(&self, mailbox: &Mailbox) -> Result<(), LedgerError> {
        let key = mailbox.key();
        let bucket = bucket(&key);
        let log = self.keys.log(bucket, &key);
        let mut call = script::call(&script::FORGET, &[&log, &self.keys.mailboxes(bucket)]);
        call.arg(&key);
        self.link.run("forgetting", vec![Group::new(&log, vec![call])]).await.map(|_| ())
    }
}

fn read<T: FromRedisValue>(doing: &'static str, value: Value) -> Result<T, LedgerError> {
    T::from_redis_value(value).map_err(|e| LedgerError::permanent(doing, e))
}

impl AsyncLedger for RedisLedger {
    fn record<'a>(&'a self, events: &'a [Event]) -> LedgerFuture<'a, ()> {
        Box::pin(self.record_all(events))
    }

    fn histories<'a>(&'a self, mailboxes: &'a [Mailbox]) -> LedgerFuture<'a, Vec<History>> {
        Box::pin(self.read(mailboxes))
    }

    fn mailboxes<'a>(&'a self, after: Option<&'a Mailbox>, limit: usize) -> LedgerFuture<'a, Vec<Mailbox>> {
        Box::pin(self.page(after, limit))
    }

    fn prune<'a>(&'a self, before: Timestamp, spent: &'a Spent<'a>) -> LedgerFuture<'a, u64> {
        Box::pin(self.prune_all(before, spent))
    }

    fn forget<'a>(&'a self, mailbox: &'a Mailbox) -> LedgerFuture<'a, ()> {
        Box::pin(self.erase(mailbox))
    }
}
