//! What was read already, and what was odd in it: a file of one JSON object a line, only ever appended to.

use std::collections::HashMap;
use std::fs::{File, OpenOptions};
use std::io::{self, BufRead, BufReader, Seek, Write};
use std::path::{Path, PathBuf};

use mailbounce::suppression::{NotBooked, Observed};
use mailbounce::{Bounce, Kind, Reason, Timestamp};
use serde::{Deserialize, Serialize};

/// A mail that was read.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Mail {
    /// Its file, and its place in it where that is an mbox.
    pub(crate) path: String,
    pub(crate) index: usize,
    /// Tells whether it is still the same.
    pub(crate) mark: String,
    pub(crate) received: Timestamp,
    pub(crate) kind: Kind,
    /// What a person should look at.
    pub(crate) odd: Vec<String>,
}

impl Mail {
    pub(crate) fn new(
        path: String,
        index: usize,
        mark: String,
        at: Timestamp,
        bounce: &Bounce,
        seen: &Observed,
    ) -> Self {
        let mut odd: Vec<String> = bounce.anomalies.iter().map(|a| a.kind.to_string()).collect();
        let undetermined =
            |r: &mailbounce::Recipient| r.verdict.as_ref().is_none_or(|v| v.reason == Reason::Undetermined);
        if bounce.failed().any(undetermined) {
            odd.push("undetermined".to_owned());
        }
        if seen.not_booked.iter().any(|(_, why)| *why == NotBooked::NoAddress) {
            odd.push("no-address".to_owned());
        }
        odd.sort();
        odd.dedup();
        Self { path, index, mark, received: at, kind: bounce.kind, odd }
    }
}

/// The file, and what it says.
pub(crate) struct Progress {
    file: File,
    path: PathBuf,
    marks: HashMap<(String, usize), String>,
}

impl Progress {
    /// Opens the file; a new one where the ledger is new. A last line that was cut off when its writer was killed is taken away.
    pub(crate) fn open(path: &Path, fresh: bool) -> io::Result<Self> {
        let mut file = OpenOptions::new().read(true).append(true).create(true).open(path)?;
        if fresh {
            file.set_len(0)?;
        }
        let (mut marks, mut whole) = (HashMap::new(), 0);
        let mut reader = BufReader::new(&mut file);
        let mut line = Vec::new();
        while reader.read_until(b'\n', &mut line)? > 0 && line.ends_with(b"\n") {
            whole += line.len() as u64;
            if let Ok(mail) = serde_json::from_slice::<Mail>(&line) {
                marks.insert((mail.path, mail.index), mail.mark);
            }
            line.clear();
        }
        file.set_len(whole)?;
        file.seek(io::SeekFrom::End(0))?;
        Ok(Self { file, path: path.to_owned(), marks })
    }

    /// Whether this very mail was read.
    pub(crate) fn knows(&self, path: &str, index: usize, mark: &str) -> bool {
        self.marks.get(&(path.to_owned(), index)).is_some_and(|known| known == mark)
    }

    /// Notes that mails were read.
    pub(crate) fn note(&mut self, mails: &[Mail]) -> io::Result<()> {
        let mut lines = Vec::new();
        for mail in mails {
            serde_json::to_writer(&mut lines, mail)?;
            lines.push(b'\n');
            self.marks.insert((mail.path.clone(), mail.index), mail.mark.clone());
        }
        self.file.write_all(&lines)
    }

    /// All mails that were read, each once, as last read.
    pub(crate) fn mails(&self) -> io::Result<Vec<Mail>> {
        let mut mails: HashMap<(String, usize), Mail> = HashMap::new();
        for line in BufReader::new(File::open(&self.path)?).split(b'\n') {
            if let Ok(mail) = serde_json::from_slice::<Mail>(&line?) {
                mails.insert((mail.path.clone(), mail.index), mail);
            }
        }
        let mut mails: Vec<Mail> = mails.into_values().collect();
        mails.sort_by(|a, b| (a.received, &a.path, a.index).cmp(&(b.received, &b.path, b.index)));
        Ok(mails)
    }
}
