//! How fast mails and replies are read, beside the floor: mail-parser's own full parse of the same bytes in the same run.
//!
//! `cargo bench --bench classify` over the corpus, or over the folder that `MAILBOUNCE_CORPUS` names; then
//! `python3 benches/render.py` for docs/benchmarks.md.

#![allow(clippy::expect_used, clippy::panic)]

mod support;

use std::hint::black_box;
use std::process::Command;
use std::time::{Duration, Instant};

use criterion::{BenchmarkId, Criterion, Throughput};
use mail_parser::MessageParser;
use mailbounce::{Reply, SmtpCommand, classify, classify_reply};

use support::{Work, hostile};

/// Argument that makes this program time one first call and print its nanoseconds.
const COLD: &str = "--cold-call";

fn main() {
    if std::env::args().any(|arg| arg == COLD) {
        return cold_call();
    }
    let mut criterion = Criterion::default()
        .sample_size(20)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
        .configure_from_args();
    mails(&mut criterion);
    own_rules(&mut criterion);
    replies(&mut criterion);
    cold(&mut criterion);
    large(&mut criterion);
    hostile_mails(&mut criterion);
    criterion.final_summary();
}

/// The corpus by kind of work, and the floor.
fn mails(criterion: &mut Criterion) {
    let corpus = support::corpus();
    let mut group = criterion.benchmark_group("mails");
    for work in Work::ALL {
        let mails: Vec<&[u8]> = corpus.iter().filter(|s| s.work == work).map(|s| s.bytes.as_slice()).collect();
        if mails.is_empty() {
            continue;
        }
        throughput(&mut group, &mails);
        group.bench_function(BenchmarkId::new("mailbounce", work.name()), |b| {
            b.iter(|| mails.iter().for_each(|mail| drop(black_box(classify(black_box(mail))))));
        });
        group.bench_function(BenchmarkId::new("mail-parser", work.name()), |b| {
            b.iter(|| mails.iter().for_each(|mail| drop(black_box(MessageParser::default().parse(black_box(*mail))))));
        });
    }
    group.finish();
}

fn throughput(group: &mut criterion::BenchmarkGroup<'_, criterion::measurement::WallTime>, mails: &[&[u8]]) {
    group.throughput(Throughput::ElementsAndBytes {
        elements: mails.len() as u64,
        bytes: mails.iter().map(|mail| mail.len() as u64).sum(),
    });
}

/// What a thousand rules of the caller's own cost, over the whole corpus.
fn own_rules(criterion: &mut Criterion) {
    let corpus = support::corpus();
    let mails: Vec<&[u8]> = corpus.iter().map(|s| s.bytes.as_slice()).collect();
    let mut group = criterion.benchmark_group("own-rules");
    throughput(&mut group, &mails);
    for count in [0, 1_000, 10_000] {
        let classifier = support::own_rules(count);
        group.bench_function(BenchmarkId::from_parameter(count), |b| {
            b.iter(|| mails.iter().for_each(|mail| drop(black_box(classifier.classify(black_box(mail))))));
        });
    }
    group.finish();
}

/// Live replies of three lengths, all different, and the samples of our own rules.
fn replies(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("replies");
    for length in [100, 200, 400] {
        let replies = support::replies(1_000, length);
        let all: Vec<&[u8]> = replies.iter().map(Vec::as_slice).collect();
        throughput(&mut group, &all);
        group.bench_function(BenchmarkId::from_parameter(length), |b| {
            b.iter(|| {
                for reply in &all {
                    let reply = Reply::new(black_box(reply)).remote_mta("mx.example.com").command(SmtpCommand::Rcpt);
                    drop(black_box(classify_reply(&reply)));
                }
            });
        });
    }
    let samples = support::rule_samples();
    let all: Vec<&[u8]> = samples.iter().map(String::as_bytes).collect();
    throughput(&mut group, &all);
    group.bench_function("rule-samples", |b| {
        b.iter(|| all.iter().for_each(|reply| drop(black_box(classify_reply(&Reply::new(black_box(reply)))))));
    });
    group.finish();
}

/// The first call of a process, tables built on the way.
fn cold(criterion: &mut Criterion) {
    let program = std::env::current_exe().expect("a bench is a program");
    let mut group = criterion.benchmark_group("cold");
    group.sample_size(10).measurement_time(Duration::from_secs(1));
    group.bench_function("first-call", |b| {
        b.iter_custom(|iterations| {
            (0..iterations)
                .map(|_| {
                    let output = Command::new(&program).arg(COLD).output().expect("it runs");
                    let printed = String::from_utf8_lossy(&output.stdout);
                    Duration::from_nanos(printed.trim().parse().expect("it prints nanoseconds"))
                })
                .sum()
        });
    });
    group.finish();
}

fn cold_call() {
    let mail = support::large_original(4_000);
    let start = Instant::now();
    drop(black_box(classify(black_box(&mail))));
    println!("{}", start.elapsed().as_nanos());
}

/// Bounces that return large messages: most of their bytes can't matter.
fn large(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("large-original");
    group.sample_size(10);
    let mails = [
        ("100-kb-in-text", support::large_original_in_text(100_000)),
        ("100-kb", support::large_original(100_000)),
        ("1-mb", support::large_original(1_000_000)),
        ("10-mb", support::large_original(10_000_000)),
        ("25-mb", support::large_original(25_000_000)),
    ];
    for (name, mail) in mails {
        throughput(&mut group, &[&mail]);
        group.bench_function(BenchmarkId::new("mailbounce", name), |b| {
            b.iter(|| drop(black_box(classify(black_box(&mail)))))
        });
        group.bench_function(BenchmarkId::new("mail-parser", name), |b| {
            b.iter(|| drop(black_box(MessageParser::default().parse(black_box(&mail[..])))));
        });
    }
    group.finish();
}

/// Mails made to cost. mail-parser is not asked: some of them end it.
fn hostile_mails(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("hostile");
    group.sample_size(10).measurement_time(Duration::from_millis(500)).warm_up_time(Duration::from_millis(100));
    for hostile in hostile::ALL {
        let mail = (hostile.make)();
        throughput(&mut group, &[&mail]);
        group.bench_function(hostile.name, |b| b.iter(|| drop(black_box(classify(black_box(&mail))))));
    }
    group.finish();
}
