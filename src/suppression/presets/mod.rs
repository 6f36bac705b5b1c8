//! Policies ready to use: the crate's own, the operator's guide, and those of other systems with their published numbers.

mod guide;
mod spent;
mod standard;

pub use guide::Guide;
pub use standard::Standard;

use crate::time::Timestamp;

pub(crate) const MINUTE: i64 = 60;
pub(crate) const HOUR: i64 = Timestamp::HOUR;
pub(crate) const DAY: i64 = Timestamp::DAY;
