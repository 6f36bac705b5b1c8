//! The page that a reply links to tells the cause in any wording.

use crate::reason::{Fault, Reason as R};
use crate::rule::Row;

#[rustfmt::skip] // A row is two or three lines.
pub(super) const ROWS: &[Row] = &[
    Row::new("google/link-nosuchuser", "p=nosuchuser", R::UserUnknown,
        "550 5.1.1 For more information, go to https://support.google.com/mail/?p=NoSuchUser k3x9 - gsmtp", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/link-disableduser", "p=disableduser", R::MailboxDisabled,
        "550 5.2.1 For more information, go to https://support.google.com/mail/?p=DisabledUser k3x9 - gsmtp", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/link-overquotatemp", "p=overquotatemp", R::MailboxFull,
        "452 4.2.2 For more information, go to https://support.google.com/mail/?p=OverQuotaTemp k3x9 - gsmtp", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/link-overquotaperm", "p=overquotaperm", R::MailboxFull,
        "552 5.2.2 For more information, go to https://support.google.com/mail/?p=OverQuotaPerm k3x9 - gsmtp", "support.google.com/a/answer/3726730")
            .permanent().unmistakable(),
    Row::new("google/link-receivingrateperm", "p=receivingrateperm", R::RateLimited,
        "550 5.2.1 For more information, go to https://support.google.com/mail/?p=ReceivingRatePerm k3x9 - gsmtp", "support.google.com/a/answer/3726730")
            .fault(Fault::Recipient).unmistakable(),
    Row::new("google/link-receivingrate", "p=receivingrate", R::RateLimited,
        "450 4.2.1 For more information, go to https://support.google.com/mail/?p=ReceivingRate k3x9 - gsmtp", "support.google.com/a/answer/3726730")
            .fault(Fault::Recipient).unmistakable(),
    Row::new("google/link-badrcptdomain", "p=badrcptdomain", R::HostUnknown,
        "553 5.1.2 For more information, go to https://support.google.com/mail/?p=BadRcptDomain k3x9 - gsmtp", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/link-maxsizeerror", "p=maxsizeerror", R::MessageTooLarge,
        "552 5.3.4 For more information, go to https://support.google.com/mail/?p=MaxSizeError k3x9 - gsmtp", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/link-mailloop", "p=mailloop", R::MailLoop,
        "554 5.4.6 For more information, go to https://support.google.com/mail/?p=MailLoop k3x9 - gsmtp", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/link-header-limits", "p=header-limits", R::ContentRejected,
        "552 5.3.4 For more information, go to https://support.google.com/mail/?p=header-limits k3x9 - gsmtp", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/link-dmarcrejection", "p=dmarcrejection", R::AuthFailure,
        "550 5.7.1 For more information, go to https://support.google.com/mail/?p=DmarcRejection k3x9 - gsmtp", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("google/link-unsolicitedratelimiterror", "p=unsolicitedratelimiterror", R::RateLimited,
        "421 4.7.28 For more information, go to https://support.google.com/mail/?p=UnsolicitedRateLimitError k3x9 - gsmtp", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/link-unsolicitedmessageerror", "p=unsolicitedmessageerror", R::SpamContent,
        "550 5.7.1 For more information, go to https://support.google.com/mail/?p=UnsolicitedMessageError k3x9 - gsmtp", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/link-unsolicitediperror", "p=unsolicitediperror", R::IpBlocked,
        "550 5.7.1 For more information, go to https://support.google.com/mail/?p=UnsolicitedIPError k3x9 - gsmtp", "support.google.com/a/answer/3726730")
            .permanent().unmistakable(),
    Row::new("google/link-blockedmessage", "p=blockedmessage", R::ContentRejected,
        "552 5.7.0 For more information, go to https://support.google.com/mail/?p=BlockedMessage k3x9 - gsmtp", "smtpfieldmanual.com")
            .unmistakable(),
    Row::new("google/link-rfcmessagenoncompliant", "p=rfcmessagenoncompliant", R::ContentRejected,
        "554 5.6.0 For more information, go to https://support.google.com/mail/?p=RfcMessageNonCompliant k3x9 - gsmtp", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/link-ipv6autherror", "p=ipv6autherror", R::PtrMissing,
        "550 5.7.1 For more information, go to https://support.google.com/mail/?p=IPv6AuthError k3x9 - gsmtp", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/link-notauthorizederror", "p=notauthorizederror", R::IpBlocked,
        "550 5.7.1 For more information, go to https://support.google.com/mail/?p=NotAuthorizedError k3x9 - gsmtp", "support.google.com/a/answer/3726730")
            .permanent().unmistakable(),
    Row::new("google/link-tlsrequirederror", "p=tlsrequirederror", R::TlsFailure,
        "421 4.7.0 For more information, go to https://support.google.com/mail/?p=TlsRequiredError k3x9 - gsmtp", "support.google.com/a/answer/3726730")
            .fault(Fault::Sender).unmistakable(),
    Row::new("google/link-toomanyrecipientserror", "p=toomanyrecipientserror", R::RateLimited,
        "452 4.5.3 For more information, go to https://support.google.com/mail/?p=TooManyRecipientsError k3x9 - gsmtp", "support.google.com/a/answer/3726730")
            .unmistakable(),
    Row::new("google/link-wantautherror", "p=wantautherror", R::RelayDenied,
        "530 5.7.0 For more information, go to https://support.google.com/mail/?p=WantAuthError k3x9 - gsmtp", "support.google.com/a/answer/3726730")
            .fault(Fault::Sender).unmistakable(),
];
