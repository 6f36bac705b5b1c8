//! Rules: what servers write, and what it means. Rows of const data, the caller's own rules, and the matcher of both.
//!
//! The order is one visible list ([`crate::phrases::ORDER`]): the lowest row whose words stand in the text and whose
//! conditions hold wins. See [`index`] for why it is fast.

mod buckets;
mod fold;
mod head;
mod index;
mod own;
mod row;
mod seen;
mod set;
#[cfg(test)]
mod tests;

pub(crate) use fold::{fold, fold_into};
pub(crate) use index::{Index, PhraseSet};
pub use own::Rule;
pub(crate) use own::is_host_or_under;
pub(crate) use row::{Row, Says, Table};
pub(crate) use set::{Found, Query, RuleSet};
