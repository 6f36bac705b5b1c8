//! One after the other: each mail of the corpus once by one side, then by the next, round by round. What a busy machine does falls on
//! all sides alike, so the ratios tell small differences that criterion, which measures one side and then the other, can't.
//!
//! `MAILBOUNCE_CORPUS=FOLDER MAILBOUNCE_BENCH_ROUNDS=40 cargo bench --bench in_turn`

mod support;

use std::hint::black_box;
use std::time::Instant;

use mail_parser::MessageParser;
use mailbounce::classify;
use support::Sample;

/// How often a mail is read in a row where it is read by itself.
const REPEATED: u32 = 10;

/// A name, and what it does with a mail.
type Side<'s> = (&'static str, &'s dyn Fn(&[u8]));

fn main() {
    let rounds = std::env::var("MAILBOUNCE_BENCH_ROUNDS").ok().and_then(|n| n.parse().ok()).unwrap_or(40);
    let mails = support::corpus();
    let parser = MessageParser::default();
    let parse = |mail: &[u8]| drop(black_box(parser.parse(black_box(mail))));
    let read = |mail: &[u8]| drop(black_box(classify(black_box(mail))));
    let [none, thousand, ten_thousand] = [0, 1_000, 10_000].map(|count| {
        let classifier = support::own_rules(count);
        move |mail: &[u8]| drop(black_box(classifier.classify(black_box(mail))))
    });

    println!("{} mails, {rounds} rounds; microseconds a mail, and how many times the first line's", mails.len());
    let floor: [Side<'_>; 2] = [("mail-parser", &parse), ("mailbounce", &read)];
    print("all mails in turn", mails.len(), &floor, &in_turn(&mails, &floor, rounds));
    print("each mail by itself", mails.len(), &floor, &by_itself(&mails, &floor, rounds));
    let rules: [Side<'_>; 3] =
        [("no own rules", &none), ("1,000 own rules", &thousand), ("10,000 own rules", &ten_thousand)];
    print("own rules, all mails in turn", mails.len(), &rules, &in_turn(&mails, &rules, rounds));
}

/// For each side the times of all rounds, in seconds: a round reads all mails.
fn in_turn(mails: &[Sample], sides: &[Side<'_>], rounds: usize) -> Vec<Vec<f64>> {
    let mut times = vec![Vec::with_capacity(rounds); sides.len()];
    for round in 0..rounds {
        for at in 0..sides.len() {
            // No side is always the one that comes behind another.
            let at = (at + round) % sides.len();
            let start = Instant::now();
            mails.iter().for_each(|mail| sides[at].1(&mail.bytes));
            times[at].push(start.elapsed().as_secs_f64());
        }
    }
    times
}

/// The same, but each mail is read some times in a row.
fn by_itself(mails: &[Sample], sides: &[Side<'_>], rounds: usize) -> Vec<Vec<f64>> {
    let mut times = vec![vec![0.0; rounds]; sides.len()];
    for mail in mails {
        for round in 0..rounds {
            for (side, times) in sides.iter().zip(&mut times) {
                let start = Instant::now();
                (0..REPEATED).for_each(|_| side.1(&mail.bytes));
                times[round] += start.elapsed().as_secs_f64() / f64::from(REPEATED);
            }
        }
    }
    times
}

fn print(title: &str, mails: usize, sides: &[Side<'_>], times: &[Vec<f64>]) {
    let best = |times: &[f64]| times.iter().copied().fold(f64::INFINITY, f64::min);
    println!("\n{title}\n{:20} {:>8} {:>8} {:>8}", "", "best", "ratio", "median");
    for ((name, _), own) in sides.iter().zip(times) {
        let mut ratios: Vec<f64> = own.iter().zip(&times[0]).map(|(own, first)| own / first).collect();
        ratios.sort_by(f64::total_cmp);
        let (ratio, median) = (best(own) / best(&times[0]), ratios[ratios.len() / 2]);
        println!("{name:20} {:8.2} {ratio:8.3} {median:8.3}", best(own) / mails as f64 * 1e6);
    }
}
