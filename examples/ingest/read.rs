//! From files to what their mails say, on all cores.

use std::io;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use mailbounce::{Bounce, Timestamp, classify};
use rayon::prelude::*;
use sha2::{Digest, Sha256};

use crate::input::{self, Content, Job, Jobs};
use crate::mbox::Mbox;
use crate::progress::Progress;
use crate::received::{self, Clock};

/// Mails that are read at once and recorded in one write, and the octets that they may hold.
const CHUNK: usize = 256;
const CHUNK_OCTETS: usize = 16 << 20;

/// What became of a job.
pub(crate) enum Found {
    Mail {
        path: String,
        index: usize,
        mark: String,
        at: Timestamp,
        bounce: Box<Bounce>,
    },
    /// Read by an earlier run.
    Known,
    /// A file in a folder that is no mail.
    NoMail,
    LongMbox(PathBuf),
    Failed(PathBuf, io::Error),
}

/// The next jobs, as many as may be held at once.
pub(crate) fn gather(jobs: &mut Jobs) -> Vec<Job> {
    let (mut octets, mut chunk) = (0, Vec::with_capacity(CHUNK));
    while chunk.len() < CHUNK && octets < CHUNK_OCTETS {
        let Some(job) = jobs.next() else { break };
        octets += job.weight();
        chunk.push(job);
    }
    chunk
}

/// How mails are read.
pub(crate) struct Reader {
    pub(crate) clock: Clock,
    pub(crate) now: Timestamp,
    /// Octets that are read of one mail.
    pub(crate) cap: usize,
}

impl Reader {
    /// Reads the jobs, but what an earlier run has read.
    pub(crate) fn read_all(&self, jobs: Vec<Job>, known: Option<&Progress>) -> Vec<Found> {
        let found: Vec<Vec<Found>> = jobs.into_par_iter().with_max_len(8).map(|job| self.work(job, known)).collect();
        found.into_iter().flatten().collect()
    }

    fn work(&self, job: Job, known: Option<&Progress>) -> Vec<Found> {
        match job {
            Job::Mail { path, index, bytes } if path.as_os_str() == "-" => {
                vec![self.of_many(&path, index, &bytes, None)]
            }
            Job::Mail { path, index, bytes } => vec![self.of_many(&path, index, &bytes, known)],
            Job::Failed(path, error) => vec![Found::Failed(path, error)],
            Job::File { path, sure } => {
                self.of_file(&path, sure, known).unwrap_or_else(|error| vec![Found::Failed(path, error)])
            }
        }
    }

    fn of_file(&self, path: &Path, sure: bool, known: Option<&Progress>) -> io::Result<Vec<Found>> {
        let meta = std::fs::metadata(path)?;
        let written = meta.modified().ok().and_then(|t| t.duration_since(UNIX_EPOCH).ok()).unwrap_or_default();
        let (name, mark) = (name(path), format!("{}-{}", written.as_nanos(), meta.len()));
        if known.is_some_and(|known| known.knows(&name, 0, &mark)) {
            return Ok(vec![Found::Known]);
        }
        let at = received::of_file(path, &meta).unwrap_or(self.now);
        Ok(match input::read(path, self.cap, sure)? {
            Content::NoMail => vec![Found::NoMail],
            Content::Mail(bytes) => {
                let at = self.received(&bytes).unwrap_or(at);
                vec![Found::Mail { path: name, index: 0, mark, at, bounce: Box::new(classify(&bytes)) }]
            }
            Content::Mbox(bytes) => Mbox::new(bytes.as_slice(), self.cap)
                .enumerate()
                .map(|(index, mail)| Ok(self.of_many(path, index, &mail?, known)))
                .collect::<io::Result<_>>()?,
            Content::LongMbox => vec![Found::LongMbox(path.to_owned())],
        })
    }

    /// One mail of an mbox or of standard input. It is told by its content: an mbox may be written anew.
    fn of_many(&self, path: &Path, index: usize, bytes: &[u8], known: Option<&Progress>) -> Found {
        let mark: String = Sha256::digest(bytes).iter().take(12).map(|byte| format!("{byte:02x}")).collect();
        let name = name(path);
        if known.is_some_and(|known| known.knows(&name, index, &mark)) {
            return Found::Known;
        }
        let of_file = || received::of_file(path, &std::fs::metadata(path).ok()?);
        let at = self.received(bytes).or_else(|| received::of_from_line(bytes)).or_else(of_file).unwrap_or(self.now);
        Found::Mail { path: name, index, mark, at, bounce: Box::new(classify(bytes)) }
    }

    fn received(&self, mail: &[u8]) -> Option<Timestamp> {
        if self.clock == Clock::Received { received::of_received_line(mail) } else { None }
    }
}

/// The name of a file that stays the same: absolute, and in a Maildir without the flags and the folder that change when it is read.
fn name(path: &Path) -> String {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let name = absolute.to_string_lossy();
    if path.as_os_str() == "-" {
        return "-".to_owned();
    }
    match absolute.parent().filter(|folder| folder.ends_with("cur") || folder.ends_with("new")) {
        Some(folder) => {
            let file = absolute.file_name().unwrap_or_default().to_string_lossy();
            let file = file.split_once(":2,").map_or(&*file, |(file, _)| file);
            folder.with_file_name(file).to_string_lossy().into_owned()
        }
        None => name.into_owned(),
    }
}
