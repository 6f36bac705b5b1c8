//! Mails made to cost: each is answered in bounded time and memory, on a thread with a small stack, in any line ends.
//!
//! `cargo test --release --test hostile -- --nocapture` prints what each costs.

#[path = "../benches/support/mod.rs"]
mod support;

use std::thread;
use std::time::{Duration, Instant};

use mailbounce::{Bounce, classify};
use peak_alloc::PeakAlloc;
use support::hostile;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// Beyond the mail itself, what a call may hold at its peak.
const MEMORY_CAP: usize = 16 << 20;

/// What one answer may take: 50 ms in an optimised build. The others run on busy machines too; they catch what is not linear.
const TIME_CAP: Duration = if cfg!(debug_assertions) { Duration::from_secs(5) } else { Duration::from_millis(50) };

/// The whole list in one test: the memory counter is one for the process.
#[test]
fn each_is_answered_within_bounds() {
    let mut wrong = Vec::new();
    println!("{:<40} {:>10} {:>12} {:>12}", "mail", "bytes", "time", "memory");
    for hostile in hostile::ALL {
        let mail = (hostile.make)();
        let (elapsed, memory) = measure(&mail);
        println!(
            "{:<40} {:>10} {:>9.2} ms {:>9.2} MB",
            hostile.name,
            mail.len(),
            elapsed.as_secs_f64() * 1e3,
            memory as f64 / 1e6
        );
        if elapsed > TIME_CAP {
            wrong.push(format!("{}: {elapsed:?}", hostile.name));
        }
        if memory > MEMORY_CAP {
            wrong.push(format!("{}: {memory} bytes beyond the mail", hostile.name));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The best time of three, on a thread of 2 MB; and the memory that was held at the peak, beyond the mail.
fn measure(mail: &[u8]) -> (Duration, usize) {
    thread::scope(|scope| {
        let work = || {
            let before = MEMORY.current_usage();
            MEMORY.reset_peak_usage();
            let best = (0..3)
                .map(|_| {
                    let start = Instant::now();
                    let bounce = classify(mail);
                    let elapsed = start.elapsed();
                    drop(bounce);
                    elapsed
                })
                .min()
                .unwrap_or_default();
            (best, MEMORY.peak_usage().saturating_sub(before))
        };
        let thread = thread::Builder::new().stack_size(2 << 20).spawn_scoped(scope, work).expect("a thread");
        thread.join().expect("no panic")
    })
}

/// Mails as they are made, with every line end made CRLF, and with every one made CR: the same answer.
#[test]
fn line_ends_make_no_difference() {
    for hostile in hostile::ALL
        .iter()
        .filter(|h| !h.name.starts_with("random") && !h.name.starts_with("line-ends") && !h.name.starts_with("cr-only"))
    {
        let mut lf = (hostile.make)();
        // Below the cap on bytes, at which the forms are cut at different places.
        lf.truncate(300_000);
        let in_crlf: Vec<u8> = lf.iter().flat_map(|&b| if b == b'\n' { vec![b'\r', b'\n'] } else { vec![b] }).collect();
        let in_cr: Vec<u8> = lf.iter().map(|&b| if b == b'\n' { b'\r' } else { b }).collect();
        let answer = classify(&lf);
        same(hostile.name, &answer, &classify(&lf));
        if !at_a_cap(&answer) {
            same(hostile.name, &answer, &classify(&in_crlf));
            same(hostile.name, &answer, &classify(&in_cr));
        }
    }
}

/// Caps count octets, so a form with longer line ends meets them earlier.
fn at_a_cap(bounce: &Bounce) -> bool {
    bounce.truncated
}

fn same(name: &str, a: &Bounce, b: &Bounce) {
    assert!(a == b, "{name}:\n{}\n{}", serde_json::to_string(a).unwrap(), serde_json::to_string(b).unwrap());
}
