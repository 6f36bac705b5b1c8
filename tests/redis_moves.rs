//! A Redis cluster whose slots move while it is written to. In a file of its own: other tests would have to wait for their slots.
#![cfg(feature = "redis")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "servers/nodes.rs"]
mod nodes;
#[allow(dead_code)] // The other tests' part of it.
mod servers;

use std::cell::{Cell, RefCell};
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use mailbounce::Mailbox;
use mailbounce::suppression::{Event, Ledger};
use nodes::{connect, on_each, remove};
use servers::{START, eight_writers_end_as_one, everything, log, model};

const CLUSTER: &str = "MAILBOUNCE_TEST_REDIS_CLUSTER";
/// Seconds on an idle machine; a busy one may take its time, but not for ever.
const DEADLINE: Duration = Duration::from_secs(180);

/// Slots of a node go to another node and come back, twice, while eight writers write: no writer sees an error.
#[test]
fn slots_that_move_lose_and_double_nothing() {
    let Some(urls) = servers::url(CLUSTER) else { return };
    let _alone = alone();
    let (end, ended) = mpsc::channel();
    let test = thread::spawn(move || {
        move_while_eight_write(&urls);
        end.send(()).unwrap();
    });
    match ended.recv_timeout(DEADLINE) {
        Err(RecvTimeoutError::Timeout) => panic!("not done after {DEADLINE:?}"),
        _ => test.join().unwrap(),
    }
}

/// A slot that stays half way: scripts wait until it is whole (TRYAGAIN), reads are sent after the keys (ASK).
#[test]
fn a_slot_half_way_is_waited_for() {
    let Some(urls) = servers::url(CLUSTER) else { return };
    let _alone = alone();
    let prefix = servers::unique();
    let ledger = connect(&urls, &prefix);
    let mailbox: Mailbox = "neko@example.jp".parse().unwrap();
    let sent = |message: &str| [Event::sent(mailbox.clone(), Some(message), START)];
    let known = || ledger.histories(std::slice::from_ref(&mailbox)).unwrap()[0].events().len();
    ledger.record(&sent("one")).unwrap();

    let mut nodes: Vec<redis::Connection> =
        urls.split(',').map(|url| redis::Client::open(url).unwrap().get_connection().unwrap()).collect();
    let ids: Vec<String> = nodes.iter_mut().map(|node| cluster(node, "MYID", &[])).collect();
    let keys: Vec<Vec<String>> =
        nodes.iter_mut().map(|node| redis::cmd("KEYS").arg(format!("{prefix}:{{*")).query(node).unwrap()).collect();
    // The log and the mailboxes of the bucket; its horizon is not there yet, so that the slot can't be whole on either side.
    let from = keys.iter().position(|keys| keys.len() == 2).unwrap();
    let to = (from + 1) % nodes.len();
    let slot = cluster::<u16>(&mut nodes[from], "KEYSLOT", &[&keys[from][0]]).to_string();
    let () = cluster(&mut nodes[to], "SETSLOT", &[&slot, "IMPORTING", &ids[from]]);
    let () = cluster(&mut nodes[from], "SETSLOT", &[&slot, "MIGRATING", &ids[to]]);
    thread::scope(|scope| {
        let writer = scope.spawn(|| ledger.record(&sent("two")));
        thread::sleep(Duration::from_millis(300));
        assert_eq!(known(), 1);
        let (host, port) = urls.split(',').nth(to).unwrap().trim_start_matches("redis://").split_once(':').unwrap();
        let migrate: String = redis::cmd("MIGRATE")
            .arg(&[host, port, "", "0", "5000", "KEYS"])
            .arg(&keys[from])
            .query(&mut nodes[from])
            .unwrap();
        assert_eq!(migrate, "OK");
        assert_eq!(known(), 1);
        assert!(!writer.is_finished());
        for node in &mut nodes {
            let () = cluster(node, "SETSLOT", &[&slot, "NODE", &ids[to]]);
        }
        writer.join().unwrap().unwrap();
    });
    assert_eq!(known(), 2);
    remove(&urls, &prefix);
}

fn cluster<T: redis::FromRedisValue>(node: &mut redis::Connection, command: &str, arguments: &[&str]) -> T {
    redis::cmd("CLUSTER").arg(command).arg(arguments).query(node).unwrap()
}

/// One test at a time moves slots.
fn alone() -> MutexGuard<'static, ()> {
    static ONE: Mutex<()> = Mutex::new(());
    ONE.lock().unwrap_or_else(PoisonError::into_inner)
}

fn move_while_eight_write(urls: &str) {
    let prefix = servers::unique();
    let writers: Vec<_> = (0..8).map(|_| connect(urls, &prefix)).collect();
    let events = log(6000, 2000);
    let redirected = redirects(urls);
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            // So that a failure of the moves ends the writers too.
            struct Done<'a>(&'a AtomicBool);
            impl Drop for Done<'_> {
                fn drop(&mut self) {
                    self.0.store(true, Ordering::Relaxed);
                }
            }
            let _done = Done(&done);
            for (from, to) in [(0, 1), (1, 0), (0, 1), (1, 0)] {
                reshard(urls, from, to);
            }
        });
        // The same log again and again changes nothing.
        while !done.load(Ordering::Relaxed) {
            eight_writers_end_as_one(&writers, &events);
        }
    });
    assert_eq!(everything(&writers[1]), model(&events));
    assert!(redirects(urls) > redirected, "no writer met a slot that moved");
    remove(urls, &prefix);
}

/// Moves 100 slots (of which some ten have mailboxes of ours), by number of the node.
fn reshard(urls: &str, from: usize, to: usize) {
    let ids = RefCell::new(Vec::<String>::new());
    on_each(urls, |node| ids.borrow_mut().push(redis::cmd("CLUSTER").arg("MYID").query(node).unwrap()));
    let ids = ids.into_inner();
    let first = urls.split(',').next().unwrap().trim_start_matches("redis://");
    let output = Command::new("redis-cli")
        .args(["--cluster", "reshard", first, "--cluster-from", &ids[from], "--cluster-to", &ids[to]])
        .args(["--cluster-slots", "100", "--cluster-yes", "--cluster-pipeline", "100"])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

/// How often the nodes said that a slot is elsewhere, or not whole at the moment.
fn redirects(urls: &str) -> u64 {
    let count = Cell::new(0);
    on_each(urls, |node| {
        let stats: String = redis::cmd("INFO").arg("errorstats").query(node).unwrap();
        let errors = ["MOVED", "ASK", "TRYAGAIN"].map(|name| format!("errorstat_{name}:count="));
        let counts = stats.lines().filter_map(|line| errors.iter().find_map(|e| line.strip_prefix(e.as_str())));
        count.set(count.get() + counts.map(|n| n.trim().parse::<u64>().unwrap()).sum::<u64>());
    });
    count.get()
}
