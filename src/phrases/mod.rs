//! Wording that no single provider owns, and the one order of all rows.

mod auto_reply;
mod challenge;
mod english;

use crate::remote_mta;
use crate::rule::Table;

/// The order of all rows: the first that stands in a text, and whose conditions hold, wins.
///
/// A provider's own words come first (they count only if the provider said them, or are unmistakable), then the words of
/// programs, then the wording of block lists and languages, specific before general. Never grouped by reason.
pub(crate) static ORDER: &[&Table] = &[&remote_mta::google::TABLE, &english::TABLE];

/// What a Subject says of the whole mail.
pub(crate) static SUBJECTS: &[&Table] = &[&challenge::SUBJECTS, &auto_reply::SUBJECTS];

/// What the readable text says of the whole mail.
pub(crate) static BODIES: &[&Table] = &[&challenge::BODIES, &auto_reply::BODIES];
