//! Quoted-printable (RFC 2045 s6.7) as nearly all of it is written, taken run by run and not octet by octet.

/// The decoded octets; `None` where anything is odd: how much of that can be read is another's to say.
pub(crate) fn decode(raw: &[u8]) -> Option<Vec<u8>> {
    let first_return = memchr::memchr(b'\r', raw).unwrap_or(raw.len());
    let mut out = Vec::with_capacity(raw.len());
    // Where what is not written yet begins.
    let mut from = 0;
    // Carriage returns that are part of a line end.
    let mut returns = 0;
    for at in memchr::memchr2_iter(b'=', b'\n', raw) {
        if at < from {
            // The end of a line that goes on in the next.
            continue;
        }
        let run = &raw[from..at];
        if raw[at] == b'\n' {
            let end = if at > first_return { b"\r\n".as_slice() } else { b"\n" };
            returns += usize::from(run.last() == Some(&b'\r'));
            out.extend_from_slice(run.trim_ascii_end());
            out.extend_from_slice(end);
            from = at + 1;
            continue;
        }
        out.extend_from_slice(run);
        let rest = &raw[at + 1..];
        if let [high, low, ..] = rest
            && let (Some(high), Some(low)) = (hex(*high), hex(*low))
        {
            out.push(high << 4 | low);
            from = at + 3;
        } else {
            let end = rest.iter().position(|&b| b == b'\n' || !b.is_ascii_whitespace()).unwrap_or(rest.len());
            if rest.get(end).is_some_and(|&b| b != b'\n') {
                return None;
            }
            returns += usize::from(end > 0 && rest[end - 1] == b'\r');
            from = at + 1 + end + 1;
        }
    }
    out.extend_from_slice(raw.get(from..).unwrap_or_default());
    (memchr::memchr_iter(b'\r', raw).count() == returns).then_some(out)
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn as_it_is_written_and_odd() {
        let decoded = |raw: &str| decode(raw.as_bytes()).map(|text| String::from_utf8(text).unwrap());
        for (raw, text) in [
            ("", ""),
            ("a=3Db=c3=A9", "a=bé"),
            ("a \t\nb=20\nc", "a\nb \nc"),
            ("a =\nb= \t\nc=", "a bc"),
            ("a=\r\nb \r\nc\r\n", "ab\r\nc\r\n"),
            ("a\nb\r\nc\n", "a\nb\r\nc\r\n"),
            ("a  ", "a  "),
        ] {
            assert_eq!(decoded(raw).as_deref(), Some(text), "{raw:?}");
        }
        for odd in ["a=x", "a=4", "a=4\n1", "a==", "a\rb", "a= 41", "a\r\r\nb"] {
            assert_eq!(decoded(odd), None, "{odd:?}");
        }
    }
}
