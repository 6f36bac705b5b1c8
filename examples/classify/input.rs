//! Where mails come from: files, folders, Maildirs, mbox files and standard input, as a stream in path order.

use std::collections::VecDeque;
use std::fs::{self, File};
use std::io::{self, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::mbox::{Mbox, is_from_line};

/// Enough of a file to see whether it is an mbox.
const HEAD: u64 = 1024;

/// Files of these kinds stand beside mails in a folder and are none; named as arguments they are read.
const NO_MAILS: [&str; 3] = ["json", "jsonl", "md"];

/// One mail to read, or what could not be read.
pub(crate) enum Job {
    /// A file, read by whoever takes the job; a mail for sure if it was named, or stands in a Maildir.
    File { path: PathBuf, sure: bool },
    /// One mail of an mbox or of standard input.
    Mail { path: Arc<Path>, index: usize, bytes: Vec<u8> },
    /// A path that gave nothing.
    Failed(PathBuf, io::Error),
}

impl Job {
    /// The octets that it holds while it waits.
    pub(crate) fn weight(&self) -> usize {
        if let Self::Mail { bytes, .. } = self { bytes.len() } else { 0 }
    }
}

/// What a file holds.
pub(crate) enum Content {
    /// One mail.
    Mail(Vec<u8>),
    /// An mbox, whole.
    Mbox(Vec<u8>),
    /// An mbox that is too long to be held in memory.
    LongMbox,
    /// A file of another kind.
    NoMail,
}

/// Reads a file, at most `cap` octets of it. Unless it is `sure` that it is a mail, it must look like one.
pub(crate) fn read(path: &Path, cap: usize, sure: bool) -> io::Result<Content> {
    let mut file = File::open(path)?;
    let size = file.metadata().map_or(0, |meta| meta.len());
    let mut bytes = Vec::with_capacity((size as usize + 1).min(cap));
    // One octet beyond what the library looks at, so that it can say that there was more.
    file.by_ref().take(cap as u64).read_to_end(&mut bytes)?;
    if !sure && !begins_as_mail(&bytes[..bytes.len().min(HEAD as usize)]) {
        return Ok(Content::NoMail);
    }
    Ok(match (is_from_line(&bytes[..bytes.len().min(HEAD as usize)]), bytes.len() < cap) {
        (false, _) => Content::Mail(bytes),
        (true, true) => Content::Mbox(bytes),
        (true, false) => Content::LongMbox,
    })
}

/// Whether the first line is a header field (RFC 5322 s2.2) or the From line of an mbox.
fn begins_as_mail(head: &[u8]) -> bool {
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    let name = head.iter().take_while(|c| c.is_ascii_graphic() && **c != b':').count();
    let rest = head[name..].trim_ascii_start();
    name > 0 && rest.first() == Some(&b':') || head.starts_with(b"From ") || head.starts_with(b">From ")
}

/// All mails of the paths that were asked for, in their order.
pub(crate) struct Jobs {
    arguments: VecDeque<PathBuf>,
    /// Paths found in a folder and still to be visited, the next one last.
    found: Vec<PathBuf>,
    open: Option<Open>,
    cap: usize,
    /// Paths known so far.
    pub(crate) known: u64,
}

/// An mbox that is being read.
struct Open {
    path: Arc<Path>,
    mails: std::iter::Enumerate<Mbox<Box<dyn io::BufRead + Send>>>,
}

impl Jobs {
    pub(crate) fn new(paths: Vec<PathBuf>, cap: usize) -> Self {
        Self { known: paths.len() as u64, arguments: paths.into(), found: Vec::new(), open: None, cap }
    }

    /// The mails of one mbox.
    pub(crate) fn of_mbox(path: &Path, cap: usize) -> io::Result<Self> {
        let mut jobs = Self::new(Vec::new(), cap);
        jobs.open(path, BufReader::with_capacity(1 << 18, File::open(path)?));
        Ok(jobs)
    }

    fn open(&mut self, path: &Path, reader: impl io::BufRead + Send + 'static) {
        let reader: Box<dyn io::BufRead + Send> = Box::new(reader);
        self.open = Some(Open { path: path.into(), mails: Mbox::new(reader, self.cap).enumerate() });
    }

    fn next_of_mbox(&mut self) -> Option<Job> {
        let open = self.open.as_mut()?;
        match open.mails.next() {
            Some((index, Ok(bytes))) => Some(Job::Mail { path: open.path.clone(), index, bytes }),
            Some((_, Err(error))) => Some(Job::Failed(open.path.to_path_buf(), error)),
            None => {
                self.open = None;
                None
            }
        }
    }

    /// Standard input: an mbox or one mail.
    fn standard_input(&mut self, path: PathBuf) -> Option<Job> {
        let mut head = Vec::new();
        if let Err(error) = io::stdin().lock().take(HEAD).read_to_end(&mut head) {
            return Some(Job::Failed(path, error));
        }
        let mbox = is_from_line(&head);
        let mut all = Cursor::new(head).chain(io::stdin());
        if mbox {
            self.open(&path, BufReader::new(all));
            return self.next_of_mbox();
        }
        let mut bytes = Vec::new();
        // The rest is read and dropped, so that whoever writes it does not fail.
        let read = all.by_ref().take(self.cap as u64).read_to_end(&mut bytes);
        Some(match read.and_then(|_| io::copy(&mut all, &mut io::sink())) {
            Ok(_) => Job::Mail { path: path.into(), index: 0, bytes },
            Err(error) => Job::Failed(path, error),
        })
    }

    /// Puts what a folder holds on the stack, so that it comes out sorted.
    fn visit(&mut self, folder: &Path) -> io::Result<()> {
        let mut entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
        entries.sort_by_key(fs::DirEntry::file_name);
        let before = self.found.len();
        let maildir = is_maildir(folder);
        for entry in entries.iter().rev() {
            let path = entry.path();
            // A link to a file is a mail; a link to a folder may go round in circles.
            let is_folder = entry.file_type()?.is_dir();
            // What is neither is a socket and the like, or a link to nothing: that is to be reported.
            if (is_folder || path.is_file() || !path.exists()) && is_wanted(&path, is_folder, maildir) {
                self.found.push(path);
            }
        }
        self.known += (self.found.len() - before) as u64;
        self.known -= 1;
        Ok(())
    }
}

impl Iterator for Jobs {
    type Item = Job;

    fn next(&mut self) -> Option<Job> {
        loop {
            if let Some(job) = self.next_of_mbox() {
                return Some(job);
            }
            let (path, argument) = match self.found.pop() {
                Some(path) => (path, false),
                None => (self.arguments.pop_front()?, true),
            };
            if argument && path.as_os_str() == "-" {
                if let Some(job) = self.standard_input(path) {
                    return Some(job);
                }
            } else if !path.is_dir() {
                let sure = argument || path.parent().is_some_and(|p| p.ends_with("cur") || p.ends_with("new"));
                return Some(Job::File { path, sure });
            } else if let Err(error) = self.visit(&path) {
                return Some(Job::Failed(path, error));
            }
        }
    }
}

fn is_maildir(folder: &Path) -> bool {
    folder.join("cur").is_dir() && folder.join("new").is_dir()
}

/// Whether something in a folder is to be visited.
fn is_wanted(path: &Path, folder: bool, in_maildir: bool) -> bool {
    let hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
    match (folder, in_maildir) {
        // The folders of a Maildir++ are hidden Maildirs beside `cur` and `new`; the rest is the server's own.
        (true, true) => path.ends_with("cur") || path.ends_with("new") || is_maildir(path),
        (false, true) => false,
        (true, false) => !hidden || is_maildir(path),
        (false, false) => {
            let extension = path.extension().and_then(|e| e.to_str());
            !hidden && !extension.is_some_and(|e| NO_MAILS.contains(&e))
        }
    }
}
