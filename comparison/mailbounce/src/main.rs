//! Times mailbounce over mails: arguments are paths; prints one JSON object.

use std::time::Instant;

fn main() {
    let mails: Vec<Vec<u8>> = std::env::args().skip(1).map(|path| std::fs::read(&path).expect("a mail")).collect();
    let read_all = || mails.iter().filter(|mail| mailbounce::classify(mail).failed().next().is_some()).count();
    read_all();
    let start = Instant::now();
    let answers = read_all();
    let seconds = start.elapsed().as_secs_f64();
    println!(r#"{{"seconds": {seconds}, "answers": {answers}, "version": "this tree"}}"#);
}
