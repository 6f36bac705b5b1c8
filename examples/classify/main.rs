//! Reads mails and prints what they say: who bounced, why, and whose fault it was.
//!
//! ```text
//! cargo run --release --example classify -- corpus/            a table and a summary
//! cargo run --release --example classify -- --json inbox.mbox  one JSON object a line
//! cargo run --release --example classify -- --reply "550 5.1.1 No such user" --remote gmail-smtp-in.l.google.com
//! ```

mod input;
mod mbox;
mod output;

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use clap::Parser;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use mailbounce::{Bounce, Limits, Mailbox, Reply, SmtpCommand, classify, classify_addressed, classify_reply};
use rayon::prelude::*;

use input::{Content, Job, Jobs};
use output::{Row, Table};

/// Mails that are read at once, and the octets that they may hold while they wait.
const CHUNK: usize = 256;
const CHUNK_OCTETS: usize = 16 << 20;

/// Reads bounce mails: who bounced, why, and whose fault it was.
#[derive(Debug, Parser)]
#[command(name = "classify")]
struct Args {
    /// Mail files, folders (walked; files in them that don't begin as a mail does are left out), Maildirs, mbox files, or - for standard input
    #[arg(required_unless_present = "reply", value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Print one JSON object a line, in the order of the paths
    #[arg(long)]
    json: bool,
    /// The envelope recipient of the mails themselves, where the caller knows it
    #[arg(long, value_name = "ADDRESS")]
    envelope: Option<Mailbox>,
    /// Read this SMTP reply instead of mails
    #[arg(long, value_name = "TEXT", conflicts_with_all = ["paths", "envelope"])]
    reply: Option<String>,
    /// The host that gave the reply
    #[arg(long, value_name = "HOST", requires = "reply")]
    remote: Option<String>,
    /// The SMTP command that was answered: connect, helo, starttls, auth, mail, rcpt, data, end-of-data
    #[arg(long, value_name = "COMMAND", requires = "reply")]
    command: Option<SmtpCommand>,
}

fn main() -> ExitCode {
    let args = Args::parse();
    let result = match &args.reply {
        Some(reply) => print_reply(&args, reply),
        None => classify_paths(&args),
    };
    match result {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        // Whoever read this has read enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("classify: can't write: {error}");
            ExitCode::from(1)
        }
    }
}

fn print_reply(args: &Args, text: &str) -> io::Result<bool> {
    #[derive(serde::Serialize)]
    struct Line<'a> {
        reply: &'a str,
        verdict: mailbounce::Verdict,
    }
    let mut reply = Reply::new(text.as_bytes());
    if let Some(host) = &args.remote {
        reply = reply.remote_mta(host);
    }
    if let Some(command) = args.command {
        reply = reply.command(command);
    }
    let verdict = classify_reply(&reply);
    let out = if args.json {
        output::json_line(&Line { reply: text, verdict })
    } else {
        output::reply(&verdict).into_bytes()
    };
    io::stdout().write_all(&out)?;
    Ok(true)
}

fn classify_paths(args: &Args) -> io::Result<bool> {
    let reader = Reader { json: args.json, envelope: args.envelope.as_ref(), cap: Limits::default().bytes + 1 };
    let mut printer = Printer {
        table: Table::default(),
        rows: Vec::new(),
        json: Vec::new(),
        progress: Progress::new(),
        all_read: true,
        left_out: 0,
        to_terminal: console::Term::stdout().is_term(),
    };
    reader.run(Jobs::new(args.paths.clone(), reader.cap), &mut printer)?;
    printer.progress.bar.finish_and_clear();
    if !args.json {
        io::stdout().write_all(printer.table.summary().as_bytes())?;
    }
    io::stdout().flush()?;
    if printer.left_out > 0 {
        eprintln!("classify: files in folders that are no mails, left out: {}", printer.left_out);
    }
    Ok(printer.all_read)
}

/// What became of a job.
enum Done {
    Json(Vec<u8>),
    Rows(Vec<Row>),
    NoMail,
    LongMbox(PathBuf),
    Failed(PathBuf, io::Error),
}

/// How mails are read, by many threads at once.
struct Reader<'a> {
    json: bool,
    envelope: Option<&'a Mailbox>,
    /// Octets that are read of one mail.
    cap: usize,
}

impl Reader<'_> {
    /// Reads all mails and prints them in order: while a chunk is read, the one before it is printed and the next one is gathered.
    fn run(&self, mut jobs: Jobs, printer: &mut Printer) -> io::Result<()> {
        let mut chunk = gather(&mut jobs);
        printer.progress.expect(jobs.known);
        let mut done = Vec::new();
        while !chunk.is_empty() || !done.is_empty() {
            let (now_done, next) = rayon::join(
                || std::mem::take(&mut chunk).into_par_iter().with_max_len(8).map(|job| self.work(job)).collect(),
                || {
                    self.print(std::mem::take(&mut done), printer)?;
                    Ok::<_, io::Error>(gather(&mut jobs))
                },
            );
            done = now_done;
            chunk = next?;
            printer.progress.expect(jobs.known);
        }
        Ok(())
    }

    fn print(&self, done: Vec<Vec<Done>>, printer: &mut Printer) -> io::Result<()> {
        for done in done.into_iter().flatten() {
            match done {
                Done::Json(line) => printer.json.extend_from_slice(&line),
                Done::Rows(rows) => printer.rows.extend(rows),
                Done::NoMail => printer.left_out += 1,
                Done::Failed(path, error) => printer.failed(&path, &error),
                Done::LongMbox(path) => {
                    printer.print()?;
                    match Jobs::of_mbox(&path, self.cap) {
                        Ok(jobs) => self.run(jobs, printer)?,
                        Err(error) => printer.failed(&path, &error),
                    }
                }
            }
            printer.progress.bar.inc(1);
        }
        printer.print()
    }

    fn work(&self, job: Job) -> Vec<Done> {
        let (path, sure) = match job {
            Job::Mail { path, index, bytes } => return vec![self.read(&path, index, &bytes)],
            Job::Failed(path, error) => return vec![Done::Failed(path, error)],
            Job::File { path, sure } => (path, sure),
        };
        match input::read(&path, self.cap, sure) {
            Ok(Content::NoMail) => vec![Done::NoMail],
            Ok(Content::Mail(bytes)) => vec![self.read(&path, 0, &bytes)],
            Ok(Content::Mbox(bytes)) => mbox::Mbox::new(bytes.as_slice(), self.cap)
                .enumerate()
                .map(|(index, mail)| match mail {
                    Ok(mail) => self.read(&path, index, &mail),
                    Err(error) => Done::Failed(path.clone(), error),
                })
                .collect(),
            Ok(Content::LongMbox) => vec![Done::LongMbox(path)],
            Err(error) => vec![Done::Failed(path, error)],
        }
    }

    fn read(&self, path: &Path, index: usize, mail: &[u8]) -> Done {
        let bounce: Bounce = match self.envelope {
            Some(envelope) => classify_addressed(mail, envelope),
            None => classify(mail),
        };
        if self.json {
            Done::Json(output::json(path, index, &bounce))
        } else {
            Done::Rows(output::rows(path, index, &bounce))
        }
    }
}

/// The next jobs, as many as may be held at once.
fn gather(jobs: &mut Jobs) -> Vec<Job> {
    let mut octets = 0;
    let mut chunk = Vec::with_capacity(CHUNK);
    while chunk.len() < CHUNK && octets < CHUNK_OCTETS {
        let Some(job) = jobs.next() else { break };
        octets += job.weight();
        chunk.push(job);
    }
    chunk
}

/// Standard output and standard error, and what is still to be written there.
struct Printer {
    table: Table,
    rows: Vec<Row>,
    json: Vec<u8>,
    progress: Progress,
    all_read: bool,
    /// Files in folders that are no mails.
    left_out: u64,
    to_terminal: bool,
}

impl Printer {
    fn failed(&mut self, path: &Path, error: &io::Error) {
        self.all_read = false;
        self.progress.bar.suspend(|| eprintln!("classify: {}: {error}", path.display()));
    }

    fn print(&mut self) -> io::Result<()> {
        let mut out = std::mem::take(&mut self.json);
        out.extend_from_slice(self.table.lines(&std::mem::take(&mut self.rows)).as_bytes());
        let write = || io::stdout().write_all(&out);
        if self.to_terminal { self.progress.bar.suspend(write) } else { write() }
    }
}

/// A bar on standard error, for work that takes more than a second; nothing where that is no terminal.
struct Progress {
    bar: ProgressBar,
    since: Instant,
}

impl Progress {
    fn new() -> Self {
        let style = ProgressStyle::with_template("{bar:40} {pos}/{len} mails, {per_sec}, {eta} left");
        let style = style.unwrap_or_else(|_| ProgressStyle::default_bar());
        Self { bar: ProgressBar::hidden().with_style(style), since: Instant::now() }
    }

    /// Sets how many mails are known so far, and shows the bar when it is time.
    fn expect(&self, known: u64) {
        self.bar.set_length(known.max(self.bar.position()));
        if self.bar.is_hidden() && self.since.elapsed() > Duration::from_secs(1) {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
    }
}
