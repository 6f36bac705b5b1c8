//! Czech, Hungarian, Turkish.

use crate::reason::Reason as R;
use crate::rule::{Row, Table};

/// The rows.
pub(crate) static TABLE: Table = Table::of_phrases(ROWS);

#[rustfmt::skip] // A row is two or three lines.
const ROWS: &[Row] = &[
    Row::new("central/user-unknown", "neznámý uživatel", R::UserUnknown,
        "Neznámý uživatel", "common localised wording"),
    Row::new("central/user-unknown-2", "schránka neexistuje", R::UserUnknown,
        "schránka neexistuje", "common localised wording"),
    Row::new("central/user-unknown-3", "ismeretlen felhasználó", R::UserUnknown,
        "ismeretlen felhasználó", "common localised wording"),
    Row::new("central/user-unknown-4", "kullanıcı bulunamadı", R::UserUnknown,
        "kullanıcı bulunamadı", "common localised wording"),
    Row::new("central/user-unknown-5", "alıcı bulunamadı", R::UserUnknown,
        "alıcı bulunamadı", "common localised wording"),
];
