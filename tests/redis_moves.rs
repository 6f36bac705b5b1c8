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
use std::thread;
use std::time::Duration;

use nodes::{connect, on_each, remove};
use servers::{eight_writers_end_as_one, everything, log, model};

const CLUSTER: &str = "MAILBOUNCE_TEST_REDIS_CLUSTER";
/// Seconds on an idle machine; a busy one may take its time, but not for ever.
const DEADLINE: Duration = Duration::from_secs(180);

/// Slots of a node go to another node and come back, twice, while eight writers write: no writer sees an error.
#[test]
fn slots_that_move_lose_and_double_nothing() {
    let Some(urls) = servers::url(CLUSTER) else { return };
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

fn move_while_eight_write(urls: &str) {
    let prefix = servers::unique();
    let writers: Vec<_> = (0..8).map(|_| connect(urls, &prefix)).collect();
    let events = log(4000, 1000);
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

/// Moves 50 slots, by number of the node.
fn reshard(urls: &str, from: usize, to: usize) {
    let ids = RefCell::new(Vec::<String>::new());
    on_each(urls, |node| ids.borrow_mut().push(redis::cmd("CLUSTER").arg("MYID").query(node).unwrap()));
    let ids = ids.into_inner();
    let first = urls.split(',').next().unwrap().trim_start_matches("redis://");
    let output = Command::new("redis-cli")
        .args(["--cluster", "reshard", first, "--cluster-from", &ids[from], "--cluster-to", &ids[to]])
        .args(["--cluster-slots", "50", "--cluster-yes", "--cluster-pipeline", "100"])
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
