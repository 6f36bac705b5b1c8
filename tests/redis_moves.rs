//! A Redis cluster whose slots move while it is written to. In a file of its own: other tests would have to wait for their slots.
#![cfg(feature = "redis")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "servers/nodes.rs"]
mod nodes;
#[allow(dead_code)] // The other tests' part of it.
mod servers;

use nodes::{connect, remove};
use servers::{eight_writers_end_as_one, everything, log, model};

const CLUSTER: &str = "MAILBOUNCE_TEST_REDIS_CLUSTER";

/// Slots of a node go to another node and come back while eight writers write.
#[test]
#[ignore = "takes minutes on a busy machine: cargo test --all-features --test redis_moves -- --ignored"]
fn slots_that_move_lose_and_double_nothing() {
    let Some(urls) = servers::url(CLUSTER) else { return };
    let prefix = servers::unique();
    let writers: Vec<_> = (0..8).map(|_| connect(&urls, &prefix)).collect();
    let hosts: Vec<&str> = urls.split(',').map(|url| url.trim_start_matches("redis://")).collect();
    let ids: Vec<String> = urls
        .split(',')
        .map(|url| {
            let mut connection = redis::Client::open(url).unwrap().get_connection().unwrap();
            redis::cmd("CLUSTER").arg("MYID").query(&mut connection).unwrap()
        })
        .collect();
    let reshard = |from: &str, to: &str| {
        let arguments = ["--cluster-slots", "50", "--cluster-yes", "--cluster-pipeline", "100"];
        let output = std::process::Command::new("redis-cli")
            .args(["--cluster", "reshard", hosts[0], "--cluster-from", from, "--cluster-to", to])
            .args(arguments)
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    };
    let events = log(4000, 1000);
    let done = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        let mover = scope.spawn(|| {
            // Three times at most: the writers shall come to their end on a busy machine too.
            for _ in 0..3 {
                reshard(&ids[0], &ids[1]);
                reshard(&ids[1], &ids[0]);
                if done.load(std::sync::atomic::Ordering::Relaxed) {
                    break;
                }
            }
        });
        eight_writers_end_as_one(&writers, &events);
        done.store(true, std::sync::atomic::Ordering::Relaxed);
        mover.join().unwrap();
    });
    assert_eq!(everything(&writers[1]), model(&events));
    remove(&urls, &prefix);
}
