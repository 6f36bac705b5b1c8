//! English words about names, networks and TLS. They come after giving up: an expired message names the last of these as its
//! cause.

use crate::reason::{Fault, Reason as R};
use crate::rule::{Row, Table};

/// The rows.
pub(crate) static TABLE: Table = Table::of_phrases(ROWS);

#[rustfmt::skip] // A row is one or two lines.
const ROWS: &[Row] = &[
    Row::new("en/dns-host-lookup", "host lookup did not complete", R::DnsFailure, "host lookup did not complete", "common"),
    Row::new("en/dns-lookup-deferred", "lowest numbered mx record points to local host", R::DnsFailure, "lowest numbered MX record points to local host", "common"),
    Row::new("en/dns-temporary-lookup", "temporary failure in name resolution", R::DnsFailure, "Temporary failure in name resolution", "common"),
    Row::new("en/dns-servfail", "servfail", R::DnsFailure, "451 DNS: SERVFAIL", "common"),
    Row::new("en/dns-server-failure", "dns server failure", R::DnsFailure, "451 DNS server failure", "common"),
    Row::new("en/dns-query-failed", "dns query failed", R::DnsFailure, "550 5.4.312 DNS query failed", "common"),
    Row::new("en/dns-error", "dns error", R::DnsFailure, "DNS error", "common"),
    Row::new("en/dns-lookup-failure", "dns lookup fail", R::DnsFailure, "451 DNS lookup failure", "common"),
    Row::new("en/dns-resolving", "dns resolving error", R::DnsFailure, "451 DNS resolving error", "common"),
    Row::new("en/dns-cname", "cname lookup failed", R::DnsFailure, "cname lookup failed", "common"),
    Row::new("en/tls-starttls-required", "starttls is required", R::TlsFailure, "550 starttls is required", "common"),
    Row::new("en/tls-must-starttls", "must issue a starttls", R::TlsFailure, "550 must issue a starttls", "common").fault(Fault::Sender),
    Row::new("en/tls-required", "tls required", R::TlsFailure, "530 TLS required", "common"),
    Row::new("en/tls-is-required", "tls is required", R::TlsFailure, "TLS is required, but was not offered", "common"),
    Row::new("en/tls-encryption-required", "encryption required", R::TlsFailure, "523 5.7.10 Encryption required", "common"),
    Row::new("en/tls-encryption-needed", "encryption needed", R::TlsFailure, "523 5.7.10 Encryption needed", "common"),
    Row::new("en/tls-handshake", "tls handshake", R::TlsFailure, "TLS handshake failed", "common"),
    Row::new("en/tls-start", "cannot start tls", R::TlsFailure, "550 cannot start tls", "common"),
    Row::new("en/tls-mta-sts", "mta-sts", R::TlsFailure, "MTA-STS policy could not be met", "common"),
    Row::new("en/tls-negotiation", "tls negotiation", R::TlsFailure, "TLS negotiation failed", "common"),
    Row::new("en/tls-ssl", "ssl_connect", R::TlsFailure, "SSL_connect error", "common"),
    Row::new("en/tls-dane", "dane validation", R::TlsFailure, "DANE validation failed", "common"),
    Row::new("en/net-timed-out-connect", "connection timed out", R::NetworkError, "connection timed out", "common"),
    Row::new("en/net-operation-timed-out", "operation timed out", R::NetworkError, "connect to mx.example.net: Operation timed out", "common"),
    Row::new("en/net-connection-refused-5xx", "connection refused", R::IpBlocked, "550 5.7.1 Connection refused", "common").replies(500, 599),
    Row::new("en/net-connection-refused", "connection refused", R::NetworkError, "connect to mx.example.net[192.0.2.1]:25: Connection refused", "common"),
    Row::new("en/net-connection-reset", "connection reset", R::NetworkError, "Connection reset by peer", "common"),
    Row::new("en/net-connection-dropped", "connection dropped", R::NetworkError, "450 4.4.2 Connection dropped", "common"),
    Row::new("en/net-connection-died", "connection died", R::NetworkError, "connection died", "common"),
    Row::new("en/net-connection-closed", "connection closed", R::NetworkError, "connection closed by remote host", "common"),
    Row::new("en/net-connection-lost", "lost connection", R::NetworkError, "lost connection", "common"),
    Row::new("en/net-connection-was", "connection was closed", R::NetworkError, "connection was closed", "common"),
    Row::new("en/net-connect-failed", "failed to connect", R::NetworkError, "failed to connect to remote server", "common"),
    Row::new("en/net-connect-unable", "unable to connect", R::NetworkError, "unable to connect to host", "common"),
    Row::new("en/net-connect-could-not", "could not connect", R::NetworkError, "could not connect to mx.example.net", "common"),
    Row::new("en/net-connect-cannot", "cannot connect", R::NetworkError, "cannot connect to mx.example.net", "common"),
    Row::new("en/net-connect-can-not", "can not connect", R::NetworkError, "can not connect", "common"),
    Row::new("en/net-connection-expired", "connection expired", R::NetworkError, "connection expired", "common"),
    Row::new("en/net-no-route", "no route to host", R::NetworkError, "No route to host", "common"),
    Row::new("en/net-unreachable", "network is unreachable", R::NetworkError, "Network is unreachable", "common"),
    Row::new("en/net-unreachable-2", "network unreachable", R::NetworkError, "Network unreachable", "common"),
    Row::new("en/net-no-answer", "no answer from host", R::NetworkError, "441 4.4.1 No answer from host", "common"),
    Row::new("en/net-not-responding", "not responding", R::NetworkError, "the remote server is not responding", "common"),
    Row::new("en/net-did-not-respond", "did not respond", R::NetworkError, "the recipient's server did not respond", "common"),
    Row::new("en/net-broken-pipe", "broken pipe", R::NetworkError, "Broken pipe", "common"),
    Row::new("en/net-socket", "socket error", R::NetworkError, "450 4.4.316 Socket error code 10061", "common"),
    Row::new("en/net-host-unreachable", "host is unreachable", R::NetworkError, "Host is unreachable", "common"),
    Row::new("en/net-host-down", "host is down", R::NetworkError, "Host is down", "common"),
    Row::new("en/net-timeout-while", "timed out while", R::NetworkError, "timed out while", "common"),
    Row::new("en/net-timeout-exceeded", "timeout exceeded", R::NetworkError, "timeout exceeded", "common"),
    Row::new("en/net-bad-connection", "bad connection", R::NetworkError, "421 4.4.2 Bad connection", "common"),
    Row::new("en/net-remote-host-closed", "closed the connection", R::NetworkError, "the remote host closed the connection", "common"),
];
