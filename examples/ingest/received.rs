//! When a mail was received here. Never what it says of its own date.

use std::fs::Metadata;
use std::path::Path;
use std::time::UNIX_EPOCH;

use clap::ValueEnum;
use mailbounce::Timestamp;

/// Which time is believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Clock {
    /// That of the file.
    File,
    /// That of the topmost `Received` line, else that of the file.
    Received,
}

/// The time of a file: in a Maildir the one that its name begins with, else when it was written.
pub(crate) fn of_file(path: &Path, meta: &Metadata) -> Option<Timestamp> {
    let in_maildir = path.parent().is_some_and(|folder| folder.ends_with("cur") || folder.ends_with("new"));
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let named = name.split_once('.').and_then(|(seconds, _)| seconds.parse().ok()).filter(|_| in_maildir);
    let written =
        || meta.modified().ok()?.duration_since(UNIX_EPOCH).ok().and_then(|d| i64::try_from(d.as_secs()).ok());
    named.or_else(written).map(Timestamp)
}

/// The time of a mail that has a `From ` line.
pub(crate) fn of_from_line(mail: &[u8]) -> Option<Timestamp> {
    let line = mail.strip_prefix(b"From ")?;
    read_date(&String::from_utf8_lossy(line.split(|&b| b == b'\n').next()?))
}

/// The time of the topmost `Received` line, folded or not.
pub(crate) fn of_received_line(mail: &[u8]) -> Option<Timestamp> {
    let mail = String::from_utf8_lossy(mail.get(..mail.len().min(64 << 10))?);
    let mut field = String::new();
    for line in mail.lines().skip_while(|line| line.starts_with("From ") || line.starts_with(">From ")) {
        let folded = line.starts_with([' ', '\t']);
        if !field.is_empty() && !folded {
            break;
        }
        if line.is_empty() {
            return None;
        }
        if folded && !field.is_empty() || line.get(..9).is_some_and(|name| name.eq_ignore_ascii_case("received:")) {
            field.push_str(line);
        }
    }
    read_date(field.rsplit_once(';')?.1)
}

/// Reads a date in any of the usual orders: day, month by name, year, time, zone.
fn read_date(text: &str) -> Option<Timestamp> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let (mut day, mut month, mut year, mut time, mut zone) = (None, None, None, None, 0);
    let words = text.split(|c: char| c.is_whitespace() || c == ',').filter(|w| !w.is_empty());
    for word in words {
        let named = word.get(..3).and_then(|w| MONTHS.iter().position(|m| m.eq_ignore_ascii_case(w)));
        let number = word.parse::<i64>().ok().filter(|_| word.bytes().all(|b| b.is_ascii_digit()));
        if let (Some(index), None) = (named, month) {
            month = Some(index as i64 + 1);
        } else if word.contains(':') && time.is_none() {
            let mut parts = word.splitn(3, ':').map(|part| part.parse::<i64>().ok());
            let (hour, minute, second) = (parts.next()??, parts.next()??, parts.next().flatten().unwrap_or(0));
            time = Some(hour * 3600 + minute * 60 + second);
        } else if let (Some(sign @ ('+' | '-')), Some(Ok(hhmm)), None | Some(_)) =
            (word.chars().next(), word.get(1..5).map(str::parse::<i64>), time)
            && word.len() == 5
        {
            let seconds = (hhmm / 100) * 3600 + (hhmm % 100) * 60;
            zone = if sign == '+' { seconds } else { -seconds };
        } else if let Some(number) = number {
            match (number, day, year) {
                (1..=31, None, _) => day = Some(number),
                (1970..=9999, _, None) => year = Some(number),
                _ => {}
            }
        }
    }
    let midnight = format!("{:04}-{:02}-{:02}T00:00:00Z", year?, month?, day?).parse::<Timestamp>().ok()?;
    Some(midnight.plus(time? - zone))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn at(text: &str) -> Option<Timestamp> {
        Some(text.parse().unwrap())
    }

    #[test]
    fn from_lines() {
        let noon = at("2026-03-09T11:59:29Z");
        for line in [
            "From MAILER-DAEMON Mon Mar  9 11:59:29 2026",
            "From ???@??? Mon Mar 09 11:59:29 2026",
            "From a@b.example  Mon, 9 Mar 2026 12:59:29 +0100",
            "From a@b.example Mon Mar  9 12:59:29 +0100 2026\r",
        ] {
            assert_eq!(
                of_from_line(format!("{line}\nDate: Mon, 1 Jan 2001 00:00:00 +0000\n\n").as_bytes()),
                noon,
                "{line}"
            );
        }
        assert_eq!(of_from_line(b"From a Mon Mar 39 11:59:29 2026\n"), None);
        assert_eq!(of_from_line(b"Date: Mon, 9 Mar 2026 11:59:29 +0000\n"), None);
    }

    #[test]
    fn received_lines() {
        let mail = "Return-Path: <>\nReceived: from a; b (c)\n\tby d with SMTP id e; Mon, 9 Mar 2026 20:59:29\n +0900 (JST)\n\
            Received: by f; Tue, 10 Mar 2026 00:00:00 +0000\nDate: Wed, 11 Mar 2026 00:00:00 +0000\n\nx\n";
        assert_eq!(of_received_line(mail.as_bytes()), at("2026-03-09T11:59:29Z"));
        assert_eq!(
            of_received_line(
                b"Date: Wed, 11 Mar 2026 00:00:00 +0000\n\nReceived: by f; Tue, 10 Mar 2026 00:00:00 +0000\n"
            ),
            None
        );
        assert_eq!(of_received_line(b""), None);
    }
}
