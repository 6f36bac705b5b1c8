//! Spanish.

use crate::reason::Reason as R;
use crate::rule::{Row, Table};

/// The rows.
pub(crate) static TABLE: Table = Table::of_phrases(ROWS);

#[rustfmt::skip] // A row is two or three lines.
const ROWS: &[Row] = &[
    Row::new("es/usuario-desconocido", "usuario desconocido", R::UserUnknown,
        "Usuario desconocido", "common localised wording"),
    Row::new("es/usuario-no-existe", "usuario no existe", R::UserUnknown,
        "usuario no existe", "common localised wording"),
    Row::new("es/destinatario-desconocido", "destinatario desconocido", R::UserUnknown,
        "destinatario desconocido", "common localised wording"),
    Row::new("es/user-unknown", "buzón no existe", R::UserUnknown,
        "buzón no existe", "common localised wording"),
    Row::new("es/user-unknown-2", "no se encontró la dirección", R::UserUnknown,
        "no se encontró la dirección", "common localised wording"),
    Row::new("es/user-unknown-3", "dirección incorrecta", R::UserUnknown,
        "dirección incorrecta", "common localised wording"),
    Row::new("es/mailbox-full", "buzón lleno", R::MailboxFull,
        "Buzón lleno", "common localised wording"),
    Row::new("es/mailbox-full-2", "buzón de correo lleno", R::MailboxFull,
        "buzón de correo lleno", "common localised wording"),
    Row::new("es/cuota-excedida", "cuota excedida", R::MailboxFull,
        "cuota excedida", "common localised wording"),
    Row::new("es/ha-superado-su-cuota", "ha superado su cuota", R::MailboxFull,
        "ha superado su cuota", "common localised wording"),
    Row::new("es/casilla-llena", "casilla llena", R::MailboxFull,
        "casilla llena", "common localised wording"),
    Row::new("es/cuenta-suspendida", "cuenta suspendida", R::MailboxDisabled,
        "cuenta suspendida", "common localised wording"),
    Row::new("es/cuenta-deshabilitada", "cuenta deshabilitada", R::MailboxDisabled,
        "cuenta deshabilitada", "common localised wording"),
    Row::new("es/mailbox-disabled", "buzón inactivo", R::MailboxDisabled,
        "buzón inactivo", "common localised wording"),
    Row::new("es/mailbox-disabled-2", "buzón deshabilitado", R::MailboxDisabled,
        "buzón deshabilitado", "common localised wording"),
];
