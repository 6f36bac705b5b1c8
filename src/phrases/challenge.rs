//! Systems that want the sender to prove to be a person first: Boxbe, SpamArrest, TMDA, UOL and others.

use crate::bounce::Kind::Challenge;
use crate::rule::{Row, Table};

/// Subjects.
pub(crate) static SUBJECTS: Table = Table::of_phrases(ROWS);

/// Texts.
pub(crate) static BODIES: Table = Table::of_phrases(TEXTS);

#[rustfmt::skip] // A row is one line.
const ROWS: &[Row] = &[
    Row::kind("challenge/en-please-confirm-your-message", "please confirm your message", Challenge, "Please confirm your message", "challenge-response systems").at_start(),
    Row::kind("challenge/en-please-confirm-your-mail", "please confirm your mail", Challenge, "Please confirm your mail", "challenge-response systems").at_start(),
    Row::kind("challenge/en-please-confirm-your", "please confirm your", Challenge, "Please confirm your", "challenge-response systems").at_start(),
    Row::kind("challenge/en-awaits-delivery", "awaits delivery (action required)", Challenge, "Your message to kim@example.com awaits delivery (Action Required)", "Boxbe, from memory"),
    Row::kind("challenge/fr-validez-votre-mail", "validez votre mail", Challenge, "Validez votre email pour anne@example.fr", "Mailinblack, from memory"),
    Row::kind("challenge/fr-authentification", "authentification de votre adresse", Challenge, "Authentification de votre adresse", "Mailinblack, from memory"),
    Row::kind("challenge/en-spamarrest", "spamarrest", Challenge, "SpamArrest", "challenge-response systems").at_start(),
    Row::kind("challenge/en-sender-verification", "sender verification", Challenge, "Sender verification", "challenge-response systems").at_start(),
    Row::kind("challenge/en-sender-address-verification", "sender address verification", Challenge, "Sender address verification", "challenge-response systems").at_start(),
    Row::kind("challenge/en-verify-your-mail", "verify your mail", Challenge, "Verify your mail", "challenge-response systems").at_start(),
    Row::kind("challenge/en-your-mail-requires-verification", "your mail requires verification", Challenge, "Your mail requires verification", "challenge-response systems").at_start(),
    Row::kind("challenge/en-your-message-requires-verification", "your message requires verification", Challenge, "Your message requires verification", "challenge-response systems").at_start(),
    Row::kind("challenge/en-confirm-your-mail", "confirm your mail", Challenge, "Confirm your mail", "challenge-response systems").at_start(),
    Row::kind("challenge/en-confirmation-required", "confirmation required", Challenge, "Confirmation required", "challenge-response systems").at_start(),
    Row::kind("challenge/en-message-verification", "message verification", Challenge, "Message verification", "challenge-response systems").at_start(),
    Row::kind("challenge/en-challenge", "challenge:", Challenge, "Challenge: your invoice", "challenge-response systems").at_start(),
    Row::kind("challenge/en-challenge-2", "[challenge]", Challenge, "[Challenge]", "challenge-response systems").at_start(),
    Row::kind("challenge/en-spamblocker", "spamblocker", Challenge, "SpamBlocker", "challenge-response systems").at_start(),
    Row::kind("challenge/en-mailblocks", "mailblocks", Challenge, "Mailblocks", "challenge-response systems").at_start(),
    Row::kind("challenge/en-your-message-is-awaiting-verification", "your message is awaiting verification", Challenge, "Your message is awaiting verification", "challenge-response systems").at_start(),
    Row::kind("challenge/pt-antispam-uol", "[antispam uol]", Challenge, "[AntiSpam UOL]", "challenge-response systems").at_start(),
    Row::kind("challenge/pt-antispam-uol-2", "antispam uol", Challenge, "AntiSpam UOL", "challenge-response systems").at_start(),
];

#[rustfmt::skip] // A row is one line.
const TEXTS: &[Row] = &[
    Row::kind("challenge-text/en-held-not-recognized", "are being held because your address was not recognized", Challenge, "One or more messages from you are being held because your address was not recognized.", "qconfirm"),
    Row::kind("challenge-text/en-queued-for-confirmation", "your message was queued for confirmation", Challenge, "Your message was queued for confirmation.", "ASK"),
    Row::kind("challenge-text/en-waitlisted", "was waitlisted", Challenge, "Your message about \"Summer sale\" was waitlisted.", "Boxbe"),
    Row::kind("challenge-text/pt-confirm-sending", "para confirmar o envio, acesse o", Challenge, "Para confirmar o envio, acesse o endereço abaixo", "UOL AntiSpam"),
    Row::kind("challenge-text/de-confirm-address", "bitte bestätigen sie einmalig ihre", Challenge, "Bitte bestätigen Sie einmalig Ihre Absenderadresse", "German challenge systems"),
    Row::kind("challenge-text/fr-authenticate-to-deliver", "afin qu'il soit remis, merci de vous authentifier", Challenge, "Afin qu'il soit remis, merci de vous authentifier", "Mailinblack"),
    Row::kind("challenge-text/en-only-from-approved", "incoming messages only from senders i have approved", Challenge, "To control spam, I now allow incoming messages only from senders I have approved beforehand.", "EarthLink spamBlocker, from memory"),
    Row::kind("challenge-text/en-active-spam-killer", "active spam killer", Challenge, "This account is protected by the Active Spam Killer", "ASK"),
    Row::kind("challenge-text/en-comes-from-a-human", "to prove your message comes from a human", Challenge, "To prove your message comes from a human and not a computer, click here", "Mailblocks, from memory"),
    Row::kind("challenge-text/en-protected-by-bluebottle", "protected by bluebottle", Challenge, "This mailbox is protected by BlueBottle", "from memory"),
    Row::kind("challenge-text/en-protected-by-vanquish", "protected by vanquish", Challenge, "This mailbox is protected by Vanquish", "from memory"),
    Row::kind("challenge-text/en-verify-that-you-are-a-person", "verify that you are a person", Challenge, "Hana Suzuki verify that you are a person", "challenge-response systems"),
    Row::kind("challenge-text/en-verify-that-you-are-human", "verify that you are human", Challenge, "Hana Suzuki verify that you are human", "challenge-response systems"),
    Row::kind("challenge-text/en-verify-that-you-are-not", "verify that you are not", Challenge, "Hana Suzuki verify that you are not", "challenge-response systems"),
    Row::kind("challenge-text/en-to-verify-that-your-message", "to verify that your message", Challenge, "Hana Suzuki to verify that your message", "challenge-response systems"),
    Row::kind("challenge-text/en-to-release-your-message", "to release your message", Challenge, "Hana Suzuki to release your message", "challenge-response systems"),
    Row::kind("challenge-text/en-sender-not-pre-approved", "sender not pre-approved", Challenge, "Hana Suzuki Sender not pre-approved", "challenge-response systems"),
    Row::kind("challenge-text/en-is-protected-by-boxbe", "is protected by boxbe", Challenge, "Hana Suzuki is protected by Boxbe", "challenge-response systems"),
    Row::kind("challenge-text/en-spamarrest", "spamarrest", Challenge, "Hana Suzuki spamarrest", "challenge-response systems"),
    Row::kind("challenge-text/en-spam-arrest", "spam arrest", Challenge, "Hana Suzuki spam arrest", "challenge-response systems"),
    Row::kind("challenge-text/en-whitelist-yourself", "whitelist yourself", Challenge, "Hana Suzuki whitelist yourself", "challenge-response systems"),
    Row::kind("challenge-text/en-to-be-added-to-my-list-of-approved-senders", "to be added to my list of approved senders", Challenge, "Hana Suzuki to be added to my list of approved senders", "challenge-response systems"),
    Row::kind("challenge-text/en-added-to-my-approved-senders", "added to my approved senders", Challenge, "Hana Suzuki added to my approved senders", "challenge-response systems"),
    Row::kind("challenge-text/en-approved-senders-list", "approved senders list", Challenge, "Hana Suzuki approved senders list", "challenge-response systems"),
    Row::kind("challenge-text/en-to-confirm-that-you-sent", "to confirm that you sent", Challenge, "Hana Suzuki to confirm that you sent", "challenge-response systems"),
    Row::kind("challenge-text/en-please-reply-to-this-message-to-confirm", "please reply to this message to confirm", Challenge, "Hana Suzuki please reply to this message to confirm", "challenge-response systems"),
    Row::kind("challenge-text/en-one-time-verification", "one-time verification", Challenge, "Hana Suzuki one-time verification", "challenge-response systems"),
    Row::kind("challenge-text/en-one-time-verification-2", "one time verification", Challenge, "Hana Suzuki one time verification", "challenge-response systems"),
    Row::kind("challenge-text/en-just-this-once-click-the-link", "just this once, click the link", Challenge, "Hana Suzuki just this once, click the link", "challenge-response systems"),
    Row::kind("challenge-text/en-prove-that-you-are-a-human", "prove that you are a human", Challenge, "Hana Suzuki prove that you are a human", "challenge-response systems"),
    Row::kind("challenge-text/en-uses-a-challenge-response", "uses a challenge-response", Challenge, "Hana Suzuki uses a challenge-response", "challenge-response systems"),
    Row::kind("challenge-text/en-uses-challenge-response", "uses challenge/response", Challenge, "Hana Suzuki uses challenge/response", "challenge-response systems"),
    Row::kind("challenge-text/en-tmda", "tmda", Challenge, "Hana Suzuki TMDA", "challenge-response systems"),
    Row::kind("challenge-text/en-choicemail", "choicemail", Challenge, "Hana Suzuki choicemail", "challenge-response systems"),
    Row::kind("challenge-text/en-in-order-to-deliver-your-message-please", "in order to deliver your message, please", Challenge, "Hana Suzuki in order to deliver your message, please", "challenge-response systems"),
    Row::kind("challenge-text/en-requires-confirmation-visit", "requires confirmation. visit", Challenge, "Hana Suzuki requires confirmation. visit", "challenge-response systems"),
    Row::kind("challenge-text/en-please-confirm-that-you", "please confirm that you", Challenge, "Hana Suzuki please confirm that you", "challenge-response systems"),
    Row::kind("challenge-text/pt-antispam-uol", "antispam uol", Challenge, "Hana Suzuki AntiSpam UOL", "challenge-response systems"),
    Row::kind("challenge-text/pt-confirme-seu-mail", "confirme seu mail", Challenge, "Hana Suzuki confirme seu mail", "challenge-response systems"),
];
