//! Standard reports: delivery (RFC 3464), complaint (RFC 5965) and receipt (RFC 8098).

pub(crate) mod arf;
pub(crate) mod dsn;
pub(crate) mod mdn;
pub(crate) mod sns;
