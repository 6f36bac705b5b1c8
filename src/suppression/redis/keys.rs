//! The names under which things lie in Redis: layout `1`.
//!
//! Mailboxes are spread over 4096 buckets by SHA-256. All keys of a bucket carry its name as their hash tag, so that they lie in one slot of
//! a cluster, and a script may touch a mailbox's log, the list of mailboxes and the horizon at once:
//!
//! - `mailbounce:{3f2}:log:neko@example.jp`: a hash, the log of one mailbox: 16 octets of id, to the value;
//! - `mailbounce:{3f2}:mailboxes`: a sorted set of score 0, the mailboxes of the bucket in the order of their octets;
//! - `mailbounce:{3f2}:horizon`: the time before which events are refused, as 20 digits.
//!
//! A value is the rank as 8 octets, big-endian, the sign bit turned over, and then the body: so the greater value by octets is the one
//! that stays.

use sha2::{Digest, Sha256};

use crate::suppression::event::{Event, EventId};
use crate::suppression::ledger::LedgerError;
use crate::{Mailbox, Timestamp};

/// Enough that a hundred nodes get about the same; few enough that all can be asked.
pub(super) const BUCKETS: u16 = 4096;

/// The bucket of a mailbox, by its [key](Mailbox::key).
pub(super) fn bucket(mailbox: &str) -> u16 {
    match *Sha256::digest(mailbox.as_bytes()) {
        [high, low, ..] => u16::from_be_bytes([high, low]) % BUCKETS,
        _ => 0,
    }
}

/// What all keys begin with.
#[derive(Debug, Clone)]
pub(super) struct Keys {
    pub(super) prefix: String,
}

impl Keys {
    pub(super) fn log(&self, bucket: u16, mailbox: &str) -> String {
        format!("{}:{{{bucket:03x}}}:log:{mailbox}", self.prefix)
    }

    pub(super) fn mailboxes(&self, bucket: u16) -> String {
        format!("{}:{{{bucket:03x}}}:mailboxes", self.prefix)
    }

    pub(super) fn horizon(&self, bucket: u16) -> String {
        format!("{}:{{{bucket:03x}}}:horizon", self.prefix)
    }

    pub(super) fn layout(&self) -> String {
        format!("{}:layout", self.prefix)
    }
}

/// A time that compares by octets as by number. Events have none before 1970.
pub(super) fn time(at: Timestamp) -> String {
    format!("{:020}", at.0.max(0))
}

pub(super) fn value(rank: i64, body: &str) -> Vec<u8> {
    let mut value = (rank ^ i64::MIN).to_be_bytes().to_vec();
    value.extend_from_slice(body.as_bytes());
    value
}

/// The event of a field and its value.
pub(super) fn event(mailbox: &Mailbox, id: &[u8], value: &[u8]) -> Result<Event, LedgerError> {
    let broken = || LedgerError::permanent("reading", "a value of another layout");
    let id = <[u8; 16]>::try_from(id).map_err(|_| broken())?;
    let (rank, body) = value.split_first_chunk::<8>().ok_or_else(broken)?;
    let body = std::str::from_utf8(body).map_err(|_| broken())?;
    Event::from_row(mailbox.clone(), EventId::from_bytes(id), i64::from_be_bytes(*rank) ^ i64::MIN, body)
        .map_err(|e| LedgerError::permanent("reading", e))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    /// Changing any of this is a migration of all data.
    #[test]
    fn the_layout_stays() {
        let keys = Keys { prefix: "mailbounce".to_owned() };
        let mailbox: Mailbox = "Neko@example.jp".parse().unwrap();
        let bucket = bucket(&mailbox.key());
        assert_eq!(keys.log(bucket, &mailbox.key()), "mailbounce:{824}:log:neko@example.jp");
        assert_eq!(keys.mailboxes(7), "mailbounce:{007}:mailboxes");
        assert_eq!(keys.horizon(BUCKETS - 1), "mailbounce:{fff}:horizon");
        assert_eq!(time(Timestamp(1_772_325_000)), "00000000001772325000");
        assert_eq!(value(-1, "猫"), b"\x7f\xff\xff\xff\xff\xff\xff\xff\xe7\x8c\xab");
    }

    #[test]
    fn values_compare_as_ranks_do() {
        let ranks = [i64::MIN, -1_772_325_000, -1, 0, 1, 1_772_325_000, i64::MAX];
        assert!(ranks.windows(2).all(|pair| value(pair[0], "z") < value(pair[1], "a")));
    }
}
