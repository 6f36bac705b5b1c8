//! Every cap on the work that one mail can cause.

/// Caps on what is read of one mail. Meeting one sets [`Bounce::truncated`](crate::Bounce::truncated) and still gives the best answer.
///
/// A cap is met where something that was asked for goes on beyond it; a long field that nobody asks for meets none. What is cut is cut
/// between words, so that no address is taken for a shorter one.
///
/// The defaults read every real bounce whole; they are there for hostile and broken mail.
///
/// ```
/// use mailbounce::{Classifier, Limits};
///
/// let mut limits = Limits::default();
/// limits.recipients = 50;
/// let classifier = Classifier::builder().limits(limits).build().unwrap();
/// # let _ = classifier;
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// Bytes of the mail that are looked at, from its start. Default 4 MiB: a report comes before the original it returns.
    pub bytes: usize,
    /// Bytes of one header block that are read. Default 256 KiB.
    pub header_bytes: usize,
    /// MIME parts that are looked at. Default 64.
    pub parts: usize,
    /// Nesting of MIME parts and enclosed messages. Default 8.
    pub depth: usize,
    /// Recipients that are kept. Default 1,000.
    pub recipients: usize,
    /// Octets of one field value (a diagnostic, say), of what a text says of one recipient, and of an SMTP reply, that are kept; rules
    /// are asked about the first 4 KiB. Default 8 KiB.
    pub field_bytes: usize,
    /// Octets of readable text that are searched for a notice, in one part; of the octets of the part, where it is encoded. What stands
    /// behind the header of a message that is returned in the text does not count. Default 128 KiB.
    pub text_bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 4 << 20,
            header_bytes: 256 << 10,
            parts: 64,
            depth: 8,
            recipients: 1000,
            field_bytes: 8 << 10,
            text_bytes: 128 << 10,
        }
    }
}
