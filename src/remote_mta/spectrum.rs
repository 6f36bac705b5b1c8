//! Spectrum, Charter, Road Runner: codes `AUP#In-nnnn` and `AUP#Out-nnnn`.

use super::Provider;
use crate::reason::{Fault, Reason as R};
use crate::rule::{Row, Table};

/// Who they are.
pub(crate) static PROVIDERS: &[Provider] = &[Provider {
    name: "spectrum",
    hosts: &["charter.net", "rr.com", "twc.com", "brighthouse.com", "spectrum.net"],
    mail_domains: &["charter.net", "rr.com", "twc.com", "brighthouse.com", "spectrum.net", "roadrunner.com"],
    marks: &["spectrum.net/support"],
}];

/// What they say.
pub(crate) static TABLES: &[Table] = &[Table::of_provider("spectrum", SPECTRUM)];

#[rustfmt::skip] // A row is two or three lines.
const SPECTRUM: &[Row] = &[
    Row::new("spectrum/aup-in-135", "aup#in-135", R::RateLimited,
        "421 AUP#In-1350", "sisimai rhost/for-spectrum")
            .unmistakable(),
    Row::new("spectrum/aup-in-13", "aup#in-13", R::RateLimited,
        "550 5.1.0 a@example.com sender rejected. Please see https://www.spectrum.net/support/internet/understanding-email-error-codes for more information. AUP#In-1310", "seen in samples")
            .unmistakable(),
    Row::new("spectrum/aup-in-1000", "aup#in-1000", R::IpBlocked,
        "554 AUP#In-1000", "sisimai rhost/for-spectrum")
            .unmistakable(),
    Row::new("spectrum/aup-out-1010", "aup#out-1010", R::SenderRejected,
        "554 AUP#Out-1010", "sisimai rhost/for-spectrum")
            .unmistakable(),
    Row::new("spectrum/aup-out-10", "aup#out-10", R::SenderRejected,
        "554 AUP#Out-1020", "sisimai rhost/for-spectrum")
            .unmistakable(),
    Row::new("spectrum/aup-in-1090", "aup#in-1090", R::SystemError,
        "451 AUP#In-1090", "sisimai rhost/for-spectrum")
            .unmistakable(),
    Row::new("spectrum/aup-in-116", "aup#in-116", R::AuthFailure,
        "550 AUP#In-1160", "sisimai rhost/for-spectrum")
            .unmistakable(),
    Row::new("spectrum/aup-in-117", "aup#in-117", R::AuthFailure,
        "550 AUP#In-1170", "sisimai rhost/for-spectrum")
            .unmistakable(),
    Row::new("spectrum/aup-in-118", "aup#in-118", R::AuthFailure,
        "550 AUP#In-1180", "sisimai rhost/for-spectrum")
            .unmistakable(),
    Row::new("spectrum/aup-in-119", "aup#in-119", R::AuthFailure,
        "550 AUP#In-1190", "sisimai rhost/for-spectrum")
            .unmistakable(),
    Row::new("spectrum/aup-in-11", "aup#in-11", R::PtrMissing,
        "554 AUP#In-1100", "sisimai rhost/for-spectrum")
            .unmistakable(),
    Row::new("spectrum/aup-in-120", "aup#in-120", R::IpBlocked,
        "554 AUP#In-1200", "sisimai rhost/for-spectrum")
            .permanent().unmistakable(),
    Row::new("spectrum/aup-in-121", "aup#in-121", R::IpBlocked,
        "554 AUP#In-1210", "sisimai rhost/for-spectrum")
            .permanent().unmistakable(),
    Row::new("spectrum/aup-in-122", "aup#in-122", R::IpBlocked,
        "554 AUP#In-1220", "sisimai rhost/for-spectrum")
            .permanent().unmistakable(),
    Row::new("spectrum/aup-in-123", "aup#in-123", R::IpBlocked,
        "554 AUP#In-1230", "sisimai rhost/for-spectrum")
            .permanent().unmistakable(),
    Row::new("spectrum/aup-in-124", "aup#in-124", R::IpBlocked,
        "554 AUP#In-1240", "sisimai rhost/for-spectrum")
            .permanent().unmistakable(),
    Row::new("spectrum/aup-in-125", "aup#in-125", R::IpBlocked,
        "554 AUP#In-1250", "sisimai rhost/for-spectrum")
            .permanent().unmistakable(),
    Row::new("spectrum/aup-in-126", "aup#in-126", R::NetworkError,
        "554 AUP#In-1260", "sisimai rhost/for-spectrum")
            .fault(Fault::Sender).unmistakable(),
    Row::new("spectrum/aup-in-14", "aup#in-14", R::RateLimited,
        "421 AUP#In-1440", "sisimai rhost/for-spectrum")
            .unmistakable(),
    Row::new("spectrum/aup-out-1530", "aup#out-1530", R::MessageTooLarge,
        "552 AUP#Out-1530", "sisimai rhost/for-spectrum")
            .unmistakable(),
    Row::new("spectrum/aup-out-1540", "aup#out-1540", R::RateLimited,
        "421 AUP#Out-1540", "sisimai rhost/for-spectrum")
            .unmistakable(),
    Row::new("spectrum/aup-out-1550", "aup#out-1550", R::RateLimited,
        "452 AUP#Out-1550", "sisimai rhost/for-spectrum")
            .unmistakable(),
    Row::new("spectrum/aup-out-1560", "aup#out-1560", R::RateLimited,
        "550 AUP#Out-1560", "sisimai rhost/for-spectrum")
            .unmistakable(),
    Row::new("spectrum/aup-out-1580", "aup#out-1580", R::RateLimited,
        "421 AUP#Out-1580", "sisimai rhost/for-spectrum")
            .unmistakable(),
    Row::new("spectrum/aup-out-15", "aup#out-15", R::SenderRejected,
        "550 AUP#Out-1500", "sisimai rhost/for-spectrum")
            .unmistakable(),
];
