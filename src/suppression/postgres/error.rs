//! Which failures of the server may pass.

use std::fmt;
use std::io;
use std::time::Duration;

use deadpool_postgres::PoolError;
use tokio_postgres::Error;

use crate::suppression::LedgerError;

/// The driver's error, with what the server said: the driver itself says `db error`.
#[derive(Debug)]
struct Said(Error);

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)?;
        match std::error::Error::source(&self.0) {
            Some(cause) => write!(f, ": {cause}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Said {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.0)
    }
}

/// Tries of one statement. All may be repeated, so that a second try is no harm.
const TRIES: u32 = 5;

pub(super) fn failed(doing: &'static str) -> impl Fn(Error) -> LedgerError {
    move |error| {
        if is_retryable(&error) {
            LedgerError::retryable(doing, Said(error))
        } else {
            LedgerError::permanent(doing, Said(error))
        }
    }
}

pub(super) fn no_client(doing: &'static str, error: PoolError) -> LedgerError {
    match error {
        PoolError::Backend(error) => failed(doing)(error),
        PoolError::Timeout(_) => LedgerError::retryable(doing, error),
        _ => LedgerError::permanent(doing, error),
    }
}

fn is_retryable(error: &Error) -> bool {
    match error.code() {
        Some(state) => is_retryable_state(state.code()),
        None => error.is_closed() || is_network(error),
    }
}

/// Serialization failure and deadlock (40), lost connections (08), a server that starts, stops or fails over (57P), cancelled
/// statements (57014), lack of resources (53), a lock that was not to be had (55P03), and a primary that has just become a replica (25006).
///
/// CockroachDB's "maybe done, maybe not" is 40003: trying again is right there too, since all calls may be repeated.
fn is_retryable_state(state: &str) -> bool {
    let (class, dropped) = (state.get(..2).unwrap_or_default(), state == "57P04");
    matches!(class, "08" | "40" | "53")
        || matches!(state, "57014" | "55P03" | "25006")
        || (state.starts_with("57P") && !dropped)
}

/// Broken on the way; not by what was said (a certificate that is not trusted comes as bad data).
fn is_network(error: &Error) -> bool {
    let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(error);
    while let Some(error) = cause {
        if let Some(io) = error.downcast_ref::<io::Error>() {
            return !matches!(io.kind(), io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput);
        }
        cause = error.source();
    }
    false
}

/// Repeats what was given up for another transaction's sake, or lost with its connection: a few times, and ever slower.
#[derive(Default)]
pub(super) struct Tries(u32);

impl Tries {
    /// Whether to try again; waits before it says so.
    pub(super) async fn again(&mut self, error: &LedgerError) -> bool {
        self.0 += 1;
        let again = self.0 < TRIES && is_momentary(error);
        if again {
            tokio::time::sleep(Duration::from_millis(10 << self.0)).await;
        }
        again
    }
}

fn is_momentary(error: &LedgerError) -> bool {
    let error = std::error::Error::source(error).and_then(|e| e.downcast_ref::<Said>());
    error.is_some_and(|Said(error)| match error.code() {
        Some(state) => is_retryable_state(state.code()) && matches!(state.code().get(..2), Some("08" | "40" | "57")),
        None => error.is_closed(),
    })
}

#[cfg(test)]
mod tests {
    use super::is_retryable_state;

    #[test]
    fn what_may_pass_is_told_from_what_will_not() {
        for state in ["40001", "40P01", "40003", "08006", "08001", "57P01", "57P03", "57014", "53300", "53100", "25006"]
        {
            assert!(is_retryable_state(state), "{state}");
        }
        for state in ["42P01", "42501", "28P01", "23505", "22021", "57P04", "3D000", "XX000", "", "é"] {
            assert!(!is_retryable_state(state), "{state}");
        }
    }
}
