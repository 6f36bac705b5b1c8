//! Time as a number: the crate reads no clock, so every time is an argument or stands in a mail.

use std::time::Duration;
use std::{fmt, str::FromStr};

use crate::error::ParseError;
use crate::pieces;
use crate::word::serde_as_text;

/// Seconds since 1970-01-01T00:00:00Z, without leap seconds; RFC 3339 in `Display`, `FromStr` and serde.
///
/// Arithmetic saturates. Fractions of a second and offsets are read and dropped: what is shown is UTC.
///
/// ```
/// use mailbounce::Timestamp;
///
/// let at: Timestamp = "2026-03-01T09:30:00+09:00".parse()?;
/// assert_eq!(at, Timestamp(1_772_325_000));
/// assert_eq!(at.to_string(), "2026-03-01T00:30:00Z");
/// # Ok::<(), mailbounce::ParseError>(())
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(
    /// Seconds since the Unix epoch.
    pub i64,
);

/// Days from 1970-01-01 of a date in the proleptic Gregorian calendar (month 1..=12).
const fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let y = if month <= 2 { year - 1 } else { year };
    let era = y.div_euclid(400);
    let yoe = y - era * 400;
    let doy = (153 * (if month > 2 { month - 3 } else { month + 9 }) + 2) / 5 + day - 1;
    era * 146_097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719_468
}

/// Year, month and day of a number of days from 1970-01-01.
const fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let z = days.saturating_add(719_468);
    let era = z.div_euclid(146_097);
    let doe = z - era * 146_097;
    let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let month = if mp < 10 { mp + 3 } else { mp - 9 };
    (yoe + era * 400 + (if month <= 2 { 1 } else { 0 }), month, doy - (153 * mp + 2) / 5 + 1)
}

impl Timestamp {
    /// Seconds in an hour.
    pub const HOUR: i64 = 3600;
    /// Seconds in a day.
    pub const DAY: i64 = 86_400;

    /// The time `seconds` later (earlier when negative), saturating.
    #[must_use]
    pub const fn plus(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds))
    }

    /// Seconds from `earlier` to `self`, saturating; negative when `self` is before it.
    #[must_use]
    pub const fn since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }
}

impl From<Duration> for Timestamp {
    /// The time so long after 1970-01-01T00:00:00Z, in whole seconds, saturating: what a clock or a file's time gives.
    ///
    /// ```
    /// use std::time::{Duration, SystemTime};
    /// use mailbounce::Timestamp;
    ///
    /// let now = Timestamp::from(SystemTime::now().duration_since(SystemTime::UNIX_EPOCH)?);
    /// assert_eq!(Timestamp::from(Duration::from_millis(1_772_325_000_900)), Timestamp(1_772_325_000));
    /// # let _ = now;
    /// # Ok::<(), std::time::SystemTimeError>(())
    /// ```
    fn from(since_1970: Duration) -> Self {
        Self(i64::try_from(since_1970.as_secs()).unwrap_or(i64::MAX))
    }
}

impl Timestamp {
    /// Reads the usual form of a date (RFC 5322 s3.3), `Tue, 24 Nov 2026 20:25:36 +0900` with or without the name of its zone behind
    /// it; `None` for any other.
    pub(crate) fn from_usual(date: &str) -> Option<Self> {
        let date = date.as_bytes();
        let date = match date {
            [a, b, c, b',', b' ', rest @ ..] if [a, b, c].iter().all(|c| c.is_ascii_alphabetic()) => rest,
            _ => date,
        };
        let two = |tens: u8, ones: u8| {
            (tens.is_ascii_digit() && ones.is_ascii_digit())
                .then(|| i64::from(tens - b'0') * 10 + i64::from(ones - b'0'))
        };
        let (day, rest) = match *date {
            [ones, b' ', ref rest @ ..] => (two(b'0', ones)?, rest),
            [tens, ones, b' ', ref rest @ ..] => (two(tens, ones)?, rest),
            _ => return None,
        };
        let &[
            a,
            b,
            c,
            b' ',
            y1,
            y2,
            y3,
            y4,
            b' ',
            h1,
            h2,
            b':',
            m1,
            m2,
            b':',
            s1,
            s2,
            b' ',
            sign,
            z1,
            z2,
            z3,
            z4,
            ref end @ ..,
        ] = rest
        else {
            return None;
        };
        let month = match &[a, b, c] {
            b"Jan" => 1,
            b"Feb" => 2,
            b"Mar" => 3,
            b"Apr" => 4,
            b"May" => 5,
            b"Jun" => 6,
            b"Jul" => 7,
            b"Aug" => 8,
            b"Sep" => 9,
            b"Oct" => 10,
            b"Nov" => 11,
            b"Dec" => 12,
            _ => return None,
        };
        let year = two(y1, y2)? * 100 + two(y3, y4)?;
        let (hour, minute, second) = (two(h1, h2)?, two(m1, m2)?, two(s1, s2)?);
        let zone_minutes = two(z3, z4)?;
        let zone = two(z1, z2)? * Self::HOUR + zone_minutes * 60;
        let zone = match sign {
            b'+' => zone,
            b'-' => -zone,
            _ => return None,
        };
        let name =
            end.is_empty() || end.starts_with(b" (") && end.iter().position(|&b| b == b')') == Some(end.len() - 1);
        let usual = name
            && (1970..2100).contains(&year)
            // The last days of a month are nothing to be quick about.
            && (1..=if month == 2 { 28 } else { 30 }).contains(&day)
            && hour < 24
            && minute < 60
            && second < 60
            && zone_minutes < 60
            && zone.abs() <= 14 * Self::HOUR;
        usual.then(|| {
            Self(days_from_civil(year, month, day) * Self::DAY + hour * Self::HOUR + minute * 60 + second - zone)
        })
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = civil_from_days(self.0.div_euclid(Self::DAY));
        let s = self.0.rem_euclid(Self::DAY);
        write!(f, "{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}Z", s / 3600, s / 60 % 60, s % 60)
    }
}

impl FromStr for Timestamp {
    type Err = ParseError;

    /// Reads RFC 3339 `date-time`, and years of more than four digits as `Display` writes them.
    ///
    /// # Errors
    ///
    /// `2026-3-1T00:00:00Z` (month of one digit), `2026-03-01` (no time), `2026-02-30T00:00:00Z` (no such day),
    /// `2026-03-01T24:00:00Z` (hour), `2026-03-01T00:00:00` (no zone).
    fn from_str(text: &str) -> Result<Self, ParseError> {
        let bad = |why| ParseError::new("timestamp", why, text);
        let (date, rest) = text.split_once(['T', 't', ' ']).ok_or_else(|| bad("no time of day"))?;
        let mut date = date.rsplitn(3, '-');
        let mut number = |digits: Option<usize>| -> Result<i64, ParseError> {
            let part = date.next().ok_or_else(|| bad("not year-month-day"))?;
            if digits.is_some_and(|n| part.len() != n) {
                return Err(bad("not two digits"));
            }
            part.parse::<i64>().map_err(|_| bad("not a number"))
        };
        let (day, month, year) = (number(Some(2))?, number(Some(2))?, number(None)?);
        let zone_at = rest.find(['Z', 'z', '+', '-']).ok_or_else(|| bad("no zone"))?;
        let (clock, zone) = rest.split_at(zone_at);
        let clock = clock.split_once('.').map_or(clock, |(whole, _)| whole);
        let hms = |text: &str, parts: usize| -> Option<i64> {
            let fields: Vec<i64> =
                text.split(':').map(|p| if p.len() == 2 { p.parse().ok() } else { None }).collect::<Option<_>>()?;
            let limits = [23, 59, 60];
            (fields.len() == parts && fields.iter().zip(limits).all(|(v, max)| (0..=max).contains(v)))
                .then(|| fields.iter().zip([3600, 60, 1]).map(|(v, unit)| v * unit).sum())
        };
        let seconds = hms(clock, 3).ok_or_else(|| bad("not hh:mm:ss"))?;
        let offset = match zone.as_bytes() {
            b"Z" | b"z" => 0,
            [sign, ..] => {
                let value = hms(pieces::from(zone, 1), 2).ok_or_else(|| bad("bad zone"))?;
                if *sign == b'-' { -value } else { value }
            }
            [] => return Err(bad("no zone")),
        };
        if year.abs() > 200_000_000_000 || !(1..=12).contains(&month) || day < 1 {
            return Err(bad("no such day"));
        }
        let days = days_from_civil(year, month, day);
        if civil_from_days(days) != (year, month, day) {
            return Err(bad("no such day"));
        }
        Ok(Self(days.saturating_mul(Self::DAY).saturating_add(seconds - offset)))
    }
}

serde_as_text!(Timestamp);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_number_agree() {
        for (text, number) in [
            ("1970-01-01T00:00:00Z", 0),
            ("2000-02-29T12:00:00Z", 951_825_600),
            ("1969-12-31T23:59:59Z", -1),
            ("2026-11-24T20:25:36Z", 1_795_551_936),
        ] {
            assert_eq!(text.parse::<Timestamp>().unwrap(), Timestamp(number), "{text}");
            assert_eq!(Timestamp(number).to_string(), text);
        }
        for number in [i64::MIN, -62_135_596_801, -1, 253_402_300_800, i64::MAX] {
            let _ = Timestamp(number).to_string();
        }
    }

    #[test]
    fn bad_texts_are_refused() {
        for text in [
            "",
            "2026-3-1T00:00:00Z",
            "2026-03-01",
            "2026-02-30T00:00:00Z",
            "2026-03-01T24:00:00Z",
            "2026-03-01T00:00:00",
            "2026-03-01T00:00:00+9",
            "T",
            "--T::Z",
            "2026-03-01T00:00:00é",
        ] {
            assert!(text.parse::<Timestamp>().is_err(), "{text}");
        }
    }
}
