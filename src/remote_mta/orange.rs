//! Orange, Wanadoo, La Poste: a code such as `OFR_416` or `LPN007_416` ends each text.

use super::Provider;
use crate::reason::{Fault, Reason as R};
use crate::rule::{Row, Table};

/// Who they are.
pub(crate) static PROVIDERS: &[Provider] = &[Provider {
    name: "orange",
    hosts: &["orange.fr", "wanadoo.fr", "wanadoo.com", "voila.fr", "laposte.net"],
    mail_domains: &["orange.fr", "wanadoo.fr", "voila.fr", "laposte.net"],
    marks: &["postmaster.orange.fr"],
}];

/// What they say.
pub(crate) static TABLES: &[Table] = &[Table::of_provider("orange", ORANGE)];

#[rustfmt::skip] // A row is two or three lines.
const ORANGE: &[Row] = &[
    Row::new("orange/blocked-using-spamhaus", "blocked using spamhaus", R::IpBlocked,
        "550 5.7.1 Service unavailable; client [192.0.2.1] blocked using Spamhaus LPNAAA_101", "sisimai rhost/for-franceptt")
            .permanent(),
    Row::new("orange/client-host-blocked-spamming", "client host blocked for spamming issues", R::IpBlocked,
        "550 5.5.0 Adresse IP source bloquee pour incident de spam. Client host blocked for spamming issues. OFR006_102 Ref http://csi.cloudmark.com/reset-request/?ip=192.0.2.1 [102]", "sisimai rhost/for-franceptt")
            .permanent().unmistakable(),
    Row::new("orange/service-refuse-service-refused", "service refuse. service refused", R::IpBlocked,
        "550 Service refuse. Service refused. OFR006_103 - please visit: https://postmaster.orange.fr/ [103]", "public logs")
            .permanent().unmistakable(),
    Row::new("orange/too-many-connections-slow", "too many connections, slow down", R::RateLimited,
        "421 Trop de connexions, veuillez verifier votre configuration. Too many connections, slow down. OFR005_104 [104]", "sisimai rhost/for-franceptt"),
    Row::new("orange/service-refused-try-later", "service refused, please try later", R::RateLimited,
        "550 5.5.0 Service refuse. Veuillez essayer plus tard. service refused, please try later. LPN001_108", "seen in samples")
            .then(&["_108"]).unmistakable(),
    Row::new("orange/service-refused-try-later-505", "service refused, please try later", R::SystemError,
        "421 4.2.0 Service refuse. Veuillez essayer plus tard. Service refused, please try later. OFR005_505 [505]", "seen in samples")
            .then(&["_505"]).unmistakable(),
    Row::new("orange/service-refused-try-later-510", "service refused, please try later", R::IpBlocked,
        "550 5.5.0 Service refuse. Veuillez essayer plus tard. service refused, please try later. LPN005_510", "sisimai rhost/for-franceptt")
            .then(&["_510"]).permanent().unmistakable(),
    Row::new("orange/service-refused-try-later-2", "service refused, please try later", R::RateLimited,
        "421 Service refuse. Veuillez essayer plus tard. Service refused, please try later. LPN006_107", "sisimai rhost/for-franceptt")
            .unmistakable().medium(),
    Row::new("orange/code-d-authentification-invalide", "code d'authentification invalide ofr_305", R::ProtocolError,
        "550 5.7.0 Code d'authentification invalide OFR_305", "sisimai rhost/for-franceptt")
            .permanent().unmistakable(),
    Row::new("orange/spf-not-allowed-send", "spf:", R::AuthFailure,
        "550 5.5.0 SPF: 192.0.2.1 is not allowed to send mail. LPN004_401", "sisimai rhost/for-franceptt")
            .then(&["is not allowed to send mail"]).unmistakable(),
    Row::new("orange/authentification-requise-authentication-required", "authentification requise. authentication required", R::RelayDenied,
        "550 5.5.0 Authentification requise. Authentication Required. LPN105_402", "sisimai rhost/for-franceptt")
            .fault(Fault::Sender).unmistakable(),
    Row::new("orange/emetteur-invalide-invalid-sender", "emetteur invalide. invalid sender", R::SenderRejected,
        "501 5.1.0 Emetteur invalide. Invalid Sender. OFR004_405 [405]", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("orange/adresse-d-au-moins", "adresse d au moins un destinataire invalide", R::UserUnknown,
        "550 5.1.1 Adresse d au moins un destinataire invalide. Invalid recipient. OFR_416 [416]", "seen in samples")
            .unmistakable(),
    Row::new("orange/adresse-destinataire-invalide", "adresse destinataire invalide", R::UserUnknown,
        "550 5.5.0 Adresse destinataire invalide. Invalid recipient. LPN007_416", "seen in samples")
            .unmistakable(),
    Row::new("orange/boite-du-destinataire-pleine", "boite du destinataire pleine", R::MailboxFull,
        "552 5.1.1 Boite du destinataire pleine. Recipient overquota. OFR_417 [417]", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("orange/boite-du-destinataire-archivee", "boite du destinataire archivee", R::MailboxDisabled,
        "550 5.5.0 Boite du destinataire archivee. Archived recipient. LPN007_420", "sisimai rhost/for-franceptt")
            .unmistakable(),
    Row::new("orange/not-owned-user-lpn105", "mail from not owned by user. lpn105_421", R::SenderRejected,
        "Mail from not owned by user. LPN105_421", "sisimai rhost/for-franceptt")
            .unmistakable(),
    Row::new("orange/le-compte-du-destinataire", "le compte du destinataire est bloque", R::MailboxDisabled,
        "550 5.5.0 Le compte du destinataire est bloque. The recipient account is blocked. LPN007_426", "seen in samples")
            .unmistakable(),
    Row::new("orange/rejete-rejected", "mail rejete. mail rejected", R::SpamContent,
        "550 5.2.0 Mail rejete. Mail rejected. ofr_506 [506]", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("orange/taille-limite-du-atteinte", "taille limite du message atteinte", R::MessageTooLarge,
        "552 Taille limite du message atteinte", "sisimai rhost/for-franceptt")
            .unmistakable(),
    Row::new("orange/dmarc-verification-failed", "dmarc verification failed", R::AuthFailure,
        "571 5.7.1 Message refused, DMARC verification Failed. Message refuse, verification DMARC en echec LPN007_517", "sisimai rhost/for-franceptt"),
    Row::new("orange/client-host-rejected-lpn", "client host rejected", R::PolicyRejected,
        "554 5.7.1 mx.example.net[192.0.2.1]: Client host rejected: #216 lpn LPN000_630", "seen in samples")
            .then(&["lpn"]).permanent(),
    Row::new("orange/invalid-sender-spf-check", "invalid sender. spf check failed", R::AuthFailure,
        "421 Emetteur invalide, Veuillez verifier la configuration SPF/DNS de votre nom de domaine. Invalid Sender. SPF check failed, please verify the SPF/DNS configuration for your domain name.", "sisimai rhost/for-franceptt")
            .transient().unmistakable(),
    Row::new("orange/rejected-dmarc-check-failed", "mail rejected. dmarc check failed", R::AuthFailure,
        "501 5.0.2 Mail rejected. DMARC check failed.", "KumoMTA community rules")
            .unmistakable(),
    Row::new("orange/invalid-sender-domain-blacklisted", "invalid sender. your domain has been blacklisted", R::DomainBlocked,
        "550 5.0.1 Invalid Sender. Your domain has been blacklisted", "KumoMTA community rules")
            .permanent().unmistakable(),
];
