//! What a mail makes the library hold is bounded: at most the mail's own size and 16 MB at any time. The allocator counts, so this
//! test stands alone in its binary.

#[path = "hostile/inputs.rs"]
mod inputs;
#[path = "../benches/support/mod.rs"]
mod support;

use inputs::INPUTS;
use mailbounce::classify;
use peak_alloc::PeakAlloc;

#[global_allocator]
static ALLOCATOR: PeakAlloc = PeakAlloc;

const MORE: usize = 16 << 20;

#[test]
fn each_input_takes_little_memory() {
    // Tables are built when they are first asked.
    for &(_, _, make) in INPUTS.iter().filter(|(name, ..)| name.contains("900 recipients") || name.contains("notice")) {
        let _ = classify(&make());
    }
    let mut problems = Vec::new();
    let mut most = (0, "");
    let benched = support::hostile::ALL.iter().map(|hostile| (hostile.name, hostile.make));
    for (name, make) in INPUTS.iter().map(|&(name, _, make)| (name, make)).chain(benched) {
        let bytes = make();
        let before = ALLOCATOR.current_usage();
        ALLOCATOR.reset_peak_usage();
        let bounce = classify(&bytes);
        let took = ALLOCATOR.peak_usage().saturating_sub(before);
        drop(bounce);
        let kept = ALLOCATOR.current_usage().saturating_sub(before);
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
