//! The ledger beside sqlx and diesel: all three link the same SQLite.

/// Names one type of each, so that all are linked.
pub fn together() -> usize {
    size_of::<mailbounce::suppression::SqliteLedger>()
        + size_of::<sqlx::SqliteConnection>()
        + size_of::<diesel::SqliteConnection>()
}
