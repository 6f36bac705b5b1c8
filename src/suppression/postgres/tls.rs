//! What a URL says of encryption, in libpq's words.

use std::sync::Arc;

use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, ring, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{ClientConfig, DigitallySignedStruct, RootCertStore, SignatureScheme};
use tokio_postgres::Config;
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::suppression::LedgerError;

fn bad(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> LedgerError {
    LedgerError::permanent("connecting", error)
}

/// The driver's configuration, and how connections are encrypted.
pub(super) fn read_url(url: &str) -> Result<(Config, MakeRustlsConnect), LedgerError> {
    let (base, query) = url.split_once('?').unwrap_or((url, ""));
    let (mut mode, mut root, mut rest) = (String::from("prefer"), None, Vec::new());
    for pair in query.split('&').filter(|p| !p.is_empty()) {
        match pair.split_once('=') {
            Some(("sslmode", value)) => mode = value.to_owned(),
            Some(("sslrootcert", value)) => root = Some(unescaped(value)?),
            _ => rest.push(pair),
        }
    }
    // The driver knows three modes; whether a certificate is verified is ours to say.
    let (driver_mode, verified) = match mode.as_str() {
        "disable" => ("disable", false),
        "allow" | "prefer" => ("prefer", false),
        // As libpq does, for what was written before `verify-ca` was known.
        "require" => ("require", root.is_some()),
        "verify-ca" | "verify-full" => ("require", true),
        _ => return Err(bad("sslmode is one of disable, allow, prefer, require, verify-ca, verify-full")),
    };
    let driver_mode = format!("sslmode={driver_mode}");
    rest.push(&driver_mode);
    let config: Config = format!("{base}?{}", rest.join("&")).parse().map_err(|e: tokio_postgres::Error| bad(e))?;

    let provider = Arc::new(ring::default_provider());
    let builder = ClientConfig::builder_with_provider(Arc::clone(&provider))
        .with_safe_default_protocol_versions()
        .map_err(bad)?;
    let tls = if verified {
        builder.with_root_certificates(roots(root.as_deref())?).with_no_client_auth()
    } else {
        builder.dangerous().with_custom_certificate_verifier(Arc::new(Anyone(provider))).with_no_client_auth()
    };
    Ok((config, MakeRustlsConnect::new(tls)))
}

fn unescaped(value: &str) -> Result<String, LedgerError> {
    let (mut out, mut bytes) = (Vec::new(), value.bytes());
    while let Some(byte) = bytes.next() {
        if byte != b'%' {
            out.push(byte);
            continue;
        }
        let mut digit = || bytes.next().and_then(|b| char::from(b).to_digit(16));
        let (Some(high), Some(low)) = (digit(), digit()) else { return Err(bad("a % without two hex digits")) };
        out.extend(u8::try_from(high * 16 + low));
    }
    String::from_utf8(out).map_err(bad)
}

fn roots(file: Option<&str>) -> Result<RootCertStore, LedgerError> {
    let mut store = RootCertStore::empty();
    if let Some(file) = file.filter(|f| *f != "system") {
        for certificate in CertificateDer::pem_file_iter(file).map_err(bad)? {
            store.add(certificate.map_err(bad)?).map_err(bad)?;
        }
    } else {
        // Some of a system's many may be unreadable: what counts is whether one fits.
        store.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    }
    if store.is_empty() {
        return Err(bad("no certificate to trust: name a file by sslrootcert"));
    }
    Ok(store)
}

/// Encryption without knowing to whom: what `sslmode=prefer` and `require` mean.
#[derive(Debug)]
struct Anyone(Arc<CryptoProvider>);

impl ServerCertVerifier for Anyone {
    fn verify_server_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls12_signature(message, certificate, signature, &self.0.signature_verification_algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls13_signature(message, certificate, signature, &self.0.signature_verification_algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.0.signature_verification_algorithms.supported_schemes()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{read_url, unescaped};

    #[test]
    fn urls_say_what_is_encrypted() {
        for (url, encrypted) in [
            ("postgres://u@h/d", "Prefer"),
            ("postgres://u@h/d?sslmode=disable", "Disable"),
            ("postgres://u@h/d?application_name=x&sslmode=require", "Require"),
        ] {
            let (config, _) = read_url(url).unwrap();
            assert_eq!(format!("{:?}", config.get_ssl_mode()), encrypted, "{url}");
        }
        for url in
            ["postgres://u@h/d?sslmode=maybe", "postgres://u@h/d?sslmode=verify-full&sslrootcert=/nowhere", "ftp://x"]
        {
            assert!(read_url(url).is_err(), "{url}");
        }
        assert_eq!(unescaped("%2Frun%2fa b").unwrap(), "/run/a b");
        assert!(unescaped("%2").is_err());
    }
}
