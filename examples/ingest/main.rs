//! Reads bounce mails, remembers them, and says whom to write to no more.
//!
//! ```text
//! cargo run --release --features sqlite --example ingest -- corpus --report report.html
//! cargo run --release --features sqlite --example ingest -- --explain kijitora@example.jp
//! cargo run --release --features postgres --example ingest -- ~/Maildir --ledger postgres://mailer@127.0.0.1/mail
//! ```
//!
//! What was read is noted beside the ledger (`.ingested.jsonl`), so that the next run reads what is new. It may be killed at any time: the next
//! run ends in the same state as one that was not, because recording a mail twice is the same as once. No mail is deleted or moved.
//! Only where the ledger itself may lose what it took, as Redis with `appendfsync everysec` may lose a second when its machine
//! fails, is `--again` needed.

#[path = "../classify/input.rs"]
mod input;
mod ledger;
#[path = "../classify/mbox.rs"]
mod mbox;
mod outage;
mod output;
mod progress;
mod read;
mod received;
mod report;

use std::collections::BTreeMap;
use std::error::Error;
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use clap::{Parser, ValueEnum};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use mailbounce::suppression::presets::{
    Discourse, Ezmlm, Listmonk, Mailgun, Mailman2, Mailman3, PhpList, Postal, PowerMta, Ses, Sympa,
};
use mailbounce::suppression::{Answer, Decision, Guide, Ledger, Standard, SuppressionList, SuppressionPolicy};
use mailbounce::{Limits, Mailbox, Timestamp};

use input::Jobs;
use ledger::Gathering;
use progress::{Mail, Progress};
use read::{Found, Reader};
use received::Clock;

type Failed = Box<dyn Error + Send + Sync>;
type List = SuppressionList<Gathering, Box<dyn SuppressionPolicy>>;

/// Reads bounce mails, remembers them, and says whom to write to no more.
#[derive(Debug, Parser)]
#[command(name = "ingest")]
struct Args {
    /// Mail files, folders (walked; files in them that don't begin as a mail does are left out), Maildirs, mbox files, or - for standard input
    #[arg(value_name = "PATH", required_unless_present_any = ["explain", "list_stopped", "report"])]
    paths: Vec<PathBuf>,
    /// An SQLite file, postgres://..., redis://... or rediss://... (nodes of a cluster behind commas)
    #[arg(long, value_name = "WHERE", default_value = "mailbounce.sqlite")]
    ledger: String,
    /// Who decides
    #[arg(long, value_name = "NAME", default_value = "standard")]
    policy: Policy,
    /// When a mail was received: the time of its file (of Maildirs: in its name), or of its topmost Received line, which your own
    /// server wrote: for copies that lost the time of their files. Of an mbox: its From line. Never the Date of the mail
    #[arg(long, value_name = "WHICH", default_value = "file")]
    time: Clock,
    /// What counts as now, such as 2026-03-01T12:00:00Z; the clock, unless it is said
    #[arg(long, value_name = "TIME")]
    now: Option<Timestamp>,
    /// Read again what was read before: does no harm
    #[arg(long)]
    again: bool,
    /// Without looking for outages: hours in which failures were not the addresses' fault
    #[arg(long)]
    no_guard: bool,
    /// Write one page that shows it all
    #[arg(long, value_name = "FILE.html")]
    report: Option<PathBuf>,
    /// Tell the whole story of an address
    #[arg(long, value_name = "ADDRESS")]
    explain: Option<Mailbox>,
    /// List everybody who is stopped or on hold
    #[arg(long)]
    list_stopped: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Policy {
    Standard,
    Guide,
    Mailman2,
    Mailman3,
    Listmonk,
    Postal,
    Discourse,
    Phplist,
    Ses,
    Mailgun,
    Ezmlm,
    Sympa,
    Powermta,
}

impl Policy {
    fn make(self) -> Box<dyn SuppressionPolicy> {
        match self {
            Self::Standard => Box::new(Standard::default()),
            Self::Guide => Box::new(Guide::default()),
            Self::Mailman2 => Box::new(Mailman2::default()),
            Self::Mailman3 => Box::new(Mailman3::default()),
            Self::Listmonk => Box::new(Listmonk::default()),
            Self::Postal => Box::new(Postal::default()),
            Self::Discourse => Box::new(Discourse::default()),
            Self::Phplist => Box::new(PhpList::default()),
            Self::Ses => Box::new(Ses::default()),
            Self::Mailgun => Box::new(Mailgun::default()),
            Self::Ezmlm => Box::new(Ezmlm::default()),
            Self::Sympa => Box::new(Sympa::default()),
            Self::Powermta => Box::new(PowerMta::default()),
        }
    }
}

fn main() -> ExitCode {
    match run(&Args::parse()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        // Whoever read this has read enough.
        Err(error) if error.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe) => {
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("ingest: {error}");
            ExitCode::from(1)
        }
    }
}

fn say(text: &str) -> io::Result<()> {
    io::stdout().write_all(text.as_bytes())
}

/// Whether all could be read.
fn run(args: &Args) -> Result<bool, Failed> {
    let clock = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |d| d.as_secs());
    let now = args.now.unwrap_or(Timestamp(i64::try_from(clock).unwrap_or(i64::MAX)));
    let ledger = ledger::open(&args.ledger)?;
    // A ledger that knows nobody is a new one: then nothing was read into it.
    let fresh = ledger.mailboxes(None, 1)?.is_empty();
    let mut progress = Progress::open(&ledger::progress_of(&args.ledger), fresh)?;
    // Outages are looked for when all is read; while it is read, the order of the mails would have a say.
    let list = SuppressionList::with_policy(Gathering::new(ledger), args.policy.make()).without_guard();

    let mut all_read = true;
    if !args.paths.is_empty() {
        let mut run = Run { args, list: &list, progress: &mut progress, counts: Counts::default(), bar: Bar::new() };
        let reader = Reader { clock: args.time, now, cap: Limits::default().bytes + 1 };
        run.read(&reader, Jobs::new(args.paths.clone(), reader.cap))?;
        run.bar.bar.finish_and_clear();
        let counts = run.counts;
        all_read = counts.unreadable == 0;
        if counts.failed > 0 && !args.no_guard {
            let windows = outage::find(list.ledger())?;
            list.ledger().record(&windows)?;
            list.ledger().flush()?;
        }
        let touched: Vec<Mailbox> = counts.touched.into_values().collect();
        let decisions: Vec<(Mailbox, Decision)> = touched.iter().cloned().zip(list.filter(&touched, now)?).collect();
        say(&output::summary(&counts.kinds, counts.known, counts.left_out, list.policy().name(), &decisions))?;
        let shown = decisions.into_iter().filter(|(_, d)| matches!(d.answer(), Answer::Stop | Answer::Hold)).collect();
        say(&output::table(&list, shown, Some(output::SHOWN), now)?)?;
    }
    if args.list_stopped {
        let mut after = None;
        loop {
            let page = list.stopped(after.as_ref(), 1000, now)?;
            say(&output::table(&list, page.stopped, None, now)?)?;
            after = page.next;
            if after.is_none() {
                break;
            }
        }
    }
    if let Some(mailbox) = &args.explain {
        say(&output::printable(&list.explain(mailbox, now)?.to_string()))?;
    }
    if let Some(file) = &args.report {
        let page = report::page(&list, &progress, &ledger::name(&args.ledger), now)?;
        std::fs::write(file, page).map_err(|e| format!("{}: {e}", file.display()))?;
        say(&format!("\nreport: {}\n", file.display()))?;
    }
    Ok(all_read)
}

/// What one run saw.
#[derive(Default)]
struct Counts {
    kinds: BTreeMap<mailbounce::Kind, u64>,
    /// On whom something was booked.
    touched: BTreeMap<String, Mailbox>,
    failed: u64,
    known: u64,
    /// Files in folders that are no mails.
    left_out: u64,
    unreadable: u64,
}

struct Run<'a> {
    args: &'a Args,
    list: &'a List,
    progress: &'a mut Progress,
    counts: Counts,
    bar: Bar,
}

impl Run<'_> {
    fn read(&mut self, reader: &Reader, mut jobs: Jobs) -> Result<(), Failed> {
        loop {
            let chunk = read::gather(&mut jobs);
            self.bar.expect(jobs.known);
            if chunk.is_empty() {
                return Ok(());
            }
            let known = (!self.args.again).then_some(&*self.progress);
            let found = reader.read_all(chunk, known);
            let mut noted = Vec::new();
            for found in found {
                self.bar.bar.inc(1);
                match found {
                    Found::Mail { path, index, mark, at, bounce } => {
                        let observed = self.list.observe(&bounce, at)?;
                        for booked in &observed.booked {
                            self.counts.touched.insert(booked.mailbox.key(), booked.mailbox.clone());
                        }
                        *self.counts.kinds.entry(bounce.kind).or_default() += 1;
                        self.counts.failed += bounce.failed().count() as u64;
                        noted.push(Mail::new(path, index, mark, at, &bounce, &observed));
                    }
                    Found::Known => self.counts.known += 1,
                    Found::NoMail => self.counts.left_out += 1,
                    Found::LongMbox(path) => {
                        self.flush(std::mem::take(&mut noted))?;
                        self.read(reader, Jobs::of_mbox(&path, reader.cap)?)?;
                    }
                    Found::Failed(path, error) => {
                        self.counts.unreadable += 1;
                        self.bar.bar.suspend(|| eprintln!("ingest: {}: {error}", path.display()));
                    }
                }
            }
            self.flush(noted)?;
        }
    }

    /// First the ledger, then the note that it was done: what is killed between is done again.
    fn flush(&mut self, noted: Vec<Mail>) -> Result<(), Failed> {
        self.list.ledger().flush()?;
        self.progress.note(&noted)?;
        Ok(())
    }
}

/// A bar on standard error, for work that takes more than a second; nothing where that is no terminal.
struct Bar {
    bar: ProgressBar,
    since: Instant,
}

impl Bar {
    fn new() -> Self {
        let style = ProgressStyle::with_template("{bar:40} {pos}/{len} mails, {per_sec}, {eta} left");
        let style = style.unwrap_or_else(|_| ProgressStyle::default_bar());
        Self { bar: ProgressBar::hidden().with_style(style), since: Instant::now() }
    }

    fn expect(&self, known: u64) {
        self.bar.set_length(known.max(self.bar.position()));
        let late = self.since.elapsed() > Duration::from_secs(1);
        if self.bar.is_hidden() && late && io::stderr().is_terminal() {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
    }
}
