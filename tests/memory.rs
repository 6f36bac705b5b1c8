//! What a mail makes the library hold is bounded: at most the mail's own size and 16 MB at any time. The allocator counts, so this
//! test stands alone in its binary.

#[path = "hostile/inputs.rs"]
mod inputs;

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use inputs::INPUTS;
use mailbounce::classify;

struct Counting;

static NOW: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

#[allow(unsafe_code, reason = "an allocator can't be written without; it only counts")]
// SAFETY: all is passed on to the system's allocator as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let now = NOW.fetch_add(layout.size(), Relaxed) + layout.size();
        PEAK.fetch_max(now, Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        NOW.fetch_sub(layout.size(), Relaxed);
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

const MORE: usize = 16 << 20;

#[test]
fn each_input_takes_little_memory() {
    classify(b"");
    let mut problems = Vec::new();
    let mut most = (0, "");
    for &(name, _, make) in INPUTS {
        let bytes = make();
        let before = NOW.load(Relaxed);
        PEAK.store(before, Relaxed);
        let bounce = classify(&bytes);
        let took = PEAK.load(Relaxed).saturating_sub(before);
        drop(bounce);
        let kept = NOW.load(Relaxed).saturating_sub(before);
        most = most.max((took, name));
        if took > bytes.len() + MORE {
            problems.push(format!("{name}: {took} octets for {}", bytes.len()));
        }
        if kept > 64 << 10 {
            problems.push(format!("{name}: {kept} octets are kept"));
        }
    }
    println!("the most: {most:?}");
    assert!(problems.is_empty(), "\n\n{}\n", problems.join("\n"));
}
