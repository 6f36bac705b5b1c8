//! The ledger in Redis, against real servers: `MAILBOUNCE_TEST_REDIS` is the URL of one node, `MAILBOUNCE_TEST_REDIS_CLUSTER` those of
//! nodes of a cluster, behind commas.
#![cfg(feature = "redis")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "servers/nodes.rs"]
mod nodes;
mod servers;

use std::cell::Cell;

use mailbounce::ledger_conformance;
use mailbounce::suppression::conformance::Driven;
use mailbounce::suppression::{Event, Ledger, RedisLedger};
use nodes::{connect, on_each, remove};
use proptest::prelude::*;
use servers::{Fresh, START, eight_writers_end_as_one, everything, log, logs, model, runtime};

const NODE: &str = "MAILBOUNCE_TEST_REDIS";
const CLUSTER: &str = "MAILBOUNCE_TEST_REDIS_CLUSTER";

#[test]
fn servers_are_named() {
    servers::are_named(&[NODE, CLUSTER]);
}

/// What makes empty ledgers; ends the test where there is no server.
macro_rules! make {
    ($server:ident) => {
        match servers::url($server) {
            Some(url) => move || fresh(&url),
            None => return,
        }
    };
}

ledger_conformance!(node, make!(NODE));
ledger_conformance!(cluster, make!(CLUSTER));

fn fresh(url: &str) -> Fresh<Driven<RedisLedger>> {
    let prefix = servers::unique();
    let (write, read) = (connect(url, &prefix), connect(url, &prefix));
    let url = url.to_owned();
    Fresh { write, read, remove: Box::new(move || remove(&url, &prefix)) }
}

/// Runs a test on the node and on the cluster, where they are, each with a prefix of its own.
fn on_both(test: impl Fn(&str, &str)) {
    for url in [NODE, CLUSTER].into_iter().filter_map(servers::url) {
        let prefix = servers::unique();
        test(&url, &prefix);
        remove(&url, &prefix);
    }
}

#[test]
fn eight_writers_lose_and_double_nothing() {
    on_both(|url, prefix| {
        let writers: Vec<_> = (0..8).map(|_| connect(url, prefix)).collect();
        eight_writers_end_as_one(&writers, &log(20_000, 500));
    });
}

#[test]
fn any_order_and_any_repetition_end_in_the_same_state() {
    on_both(|url, prefix| {
        let ledger = connect(url, prefix);
        proptest!(ProptestConfig::with_cases(24), |((log, shuffled) in logs(), batch in 1..20_usize)| {
            remove(url, prefix);
            shuffled.chunks(batch).for_each(|events| ledger.record(events).unwrap());
            prop_assert_eq!(everything(&ledger), model(&log));
        });
    });
}

#[test]
fn one_node_of_a_cluster_leads_to_all() {
    let Some(urls) = servers::url(CLUSTER) else { return };
    let prefix = servers::unique();
    for url in urls.split(',') {
        let ledger = connect(url, &prefix);
        ledger.record(&log(100, 50)).unwrap();
        assert_eq!(everything(&ledger), model(&log(100, 50)));
    }
    remove(&urls, &prefix);
}

#[test]
fn scripts_that_a_server_forgot_are_sent_again() {
    on_both(|url, prefix| {
        let ledger = connect(url, prefix);
        for round in 0..3 {
            on_each(url, |connection| redis::cmd("SCRIPT").arg("FLUSH").exec(connection).unwrap());
            ledger.record(&log(300, 100 + round)).unwrap();
            let mailbox = "user1@example.jp".parse().unwrap();
            on_each(url, |connection| redis::cmd("SCRIPT").arg("FLUSH").exec(connection).unwrap());
            ledger.forget(&mailbox).unwrap();
            assert!(ledger.histories(&[mailbox]).unwrap()[0].is_empty());
        }
    });
}

#[test]
fn connections_that_broke_are_replaced() {
    on_both(|url, prefix| {
        // A user of its own, so that no other test loses its connection.
        on_each(url, |connection| {
            let user = ["SETUSER", prefix, "on", "nopass", "~*", "&*", "+@all"];
            redis::cmd("ACL").arg(&user).exec(connection).unwrap();
        });
        let ledger = connect(&url.replace("redis://", &format!("redis://{prefix}:any@")), prefix);
        for i in 0..5 {
            // At least the node that the last record went to has a connection; others may not have been asked since.
            let killed = Cell::new(0);
            on_each(url, |connection| {
                killed.set(
                    killed.get()
                        + redis::cmd("CLIENT").arg(&["KILL", "USER", prefix]).query::<u32>(connection).unwrap(),
                );
            });
            assert!(killed.get() > 0);
            let event = Event::sent("neko@example.jp".parse().unwrap(), Some(&i.to_string()), START);
            ledger.record(&[event]).unwrap();
        }
        assert_eq!(everything(&ledger)[0].events().len(), 5);
    });
}

#[test]
fn keys_of_another_layout_are_refused() {
    on_both(|url, prefix| {
        drop(connect(url, prefix));
        let ledger = connect(url, prefix);
        ledger.record(&log(10, 2)).unwrap();
        remove(url, prefix);
        on_each(url, |connection| {
            // On a cluster only one of the nodes takes it.
            let _ = redis::cmd("SET").arg(format!("{prefix}:layout")).arg(1000).exec(connection);
        });
        let error = runtime().block_on(RedisLedger::connect_with_prefix(url, prefix)).unwrap_err();
        assert!(!error.is_retryable() && error.to_string().contains("newer version"), "{error}");
    });
}

#[test]
fn a_server_that_is_away_may_come_back() {
    let error = runtime().block_on(RedisLedger::connect("redis://127.0.0.1:1")).unwrap_err();
    assert!(error.is_retryable(), "{error:?}");
    for url in ["ftp://127.0.0.1", "", "redis://127.0.0.1:none"] {
        let error = runtime().block_on(RedisLedger::connect(url)).unwrap_err();
        assert!(!error.is_retryable(), "{url}: {error:?}");
    }
    assert!(runtime().block_on(RedisLedger::connect_with_prefix("redis://127.0.0.1:1", "a{b")).is_err());
}
