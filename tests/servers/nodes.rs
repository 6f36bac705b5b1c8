//! Redis nodes, as the tests use them.

use mailbounce::suppression::RedisLedger;
use mailbounce::suppression::conformance::Driven;

use crate::servers::{driven, runtime};

pub(crate) fn connect(url: &str, prefix: &str) -> Driven<RedisLedger> {
    driven(runtime().block_on(RedisLedger::connect_with_prefix(url, prefix)).unwrap())
}

/// Runs commands on every node named by the URLs.
pub(crate) fn on_each(urls: &str, run: impl Fn(&mut redis::Connection)) {
    for url in urls.split(',') {
        run(&mut redis::Client::open(url).unwrap().get_connection().unwrap());
    }
}

/// Removes what a test made.
pub(crate) fn remove(urls: &str, prefix: &str) {
    on_each(urls, |connection| {
        let mut cursor = 0_u64;
        loop {
            let (next, keys): (u64, Vec<String>) = redis::cmd("SCAN")
                .arg(cursor)
                .arg("MATCH")
                .arg(format!("{prefix}:*"))
                .arg("COUNT")
                .arg(10_000)
                .query(connection)
                .unwrap();
            keys.iter().for_each(|key| redis::cmd("DEL").arg(key).exec(connection).unwrap());
            cursor = next;
            if cursor == 0 {
                break;
            }
        }
    });
}
