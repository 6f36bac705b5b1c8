//! What stands in an envelope sender: VERP, SRS and BATV undone, from the outside in.

use crate::lanes::{self, is};
use crate::mailbox::Mailbox;
use crate::pieces;

/// A shape of the caller's own variable envelope return paths: `prefix` + `local=domain` + `@domain`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct VerpShape {
    /// What stands before the encoded recipient, lower case.
    pub(crate) prefix: String,
    /// The domain that the bounces go to, lower case; none for any.
    pub(crate) domain: Option<String>,
}

/// Undoes what forwarders and mail systems wrap around an envelope sender: SRS, BATV and their kin.
///
/// The grammar is that of the SRS draft (Mail-SRS), `draft-levine-smtp-batv`, and Exchange Online's `+SRS=`.
pub(crate) fn unwrap(address: &Mailbox) -> Mailbox {
    let mut address = address.clone();
    // Two wrappers are met in practice; the bound keeps hostile nesting out.
    for _ in 0..4 {
        match unwrap_once(&address) {
            Some(inner) => address = inner,
            None => break,
        }
    }
    address
}

fn unwrap_once(address: &Mailbox) -> Option<Mailbox> {
    let local = address.local_part();
    let lower = local.to_ascii_lowercase();
    if lower.starts_with("srs0") {
        // SRS0=HHHH=TT=domain=local
        let rest = local.get(5..).filter(|_| matches!(local.as_bytes().get(4), Some(b'=' | b'-' | b'+')))?;
        return srs_tail(rest);
    }
    if lower.starts_with("srs1") {
        // SRS1=HHHH=first-forwarder==HHHH=TT=domain=local
        let rest = local.get(5..)?;
        let (_, rest) = rest.split_once('=')?;
        let (_, rest) = rest.split_once('=')?;
        return srs_tail(rest.get(1..).filter(|_| rest.starts_with(['=', '-', '+']))?);
    }
    if let Some(at) = lower.find("+srs=") {
        return srs_tail(local.get(at + 5..)?);
    }
    if lower.starts_with("prvs=") {
        let rest = local.get(5..)?;
        let (tag, inner) = rest.split_once(['=', '/'])?;
        let is_tag = |t: &str| t.len() == 10 && t.bytes().all(|b| b.is_ascii_hexdigit());
        let inner = if is_tag(tag) {
            inner
        } else if is_tag(inner) {
            tag
        } else {
            return None;
        };
        return Mailbox::from_parts(inner, address.domain()).ok();
    }
    if lower.starts_with("msprvs1=") {
        let (_, inner) = local.get(8..)?.split_once('=')?;
        return Mailbox::from_parts(inner, address.domain()).ok();
    }
    None
}

/// `HHHH=TT=domain=local`
fn srs_tail(text: &str) -> Option<Mailbox> {
    let mut fields = text.splitn(4, '=');
    let (_, _, domain, local) = (fields.next()?, fields.next()?, fields.next()?, fields.next()?);
    Mailbox::from_parts(local, domain).ok()
}

/// What a variable envelope return path holds. Without a shape of the caller's own, local parts may hold the separators too, so
/// there are several readings, and something else in the mail must confirm one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Verp {
    /// By a shape of the caller's own.
    Sure(Mailbox),
    /// What stands before the last `=`, and the domain behind it.
    Open(String, String),
}

/// Reads a return path; `None` where it holds no recipient.
pub(crate) fn verp(address: &Mailbox, shapes: &[VerpShape]) -> Option<Verp> {
    // Nothing to undo, nothing to read: nearly all addresses.
    if !lanes::any(address.local_part().as_bytes(), |lane| is(lane, b'=')) {
        return None;
    }
    let address = unwrap(address);
    let local = address.local_part();
    for shape in shapes {
        let fits = shape.domain.as_deref().is_none_or(|d| address.domain().eq_ignore_ascii_case(d));
        if fits
            && let Some(head) = local.get(..shape.prefix.len())
            && head.eq_ignore_ascii_case(&shape.prefix)
            && let Some((user, domain)) = pieces::from(local, shape.prefix.len()).rsplit_once('=')
            && let Ok(mailbox) = Mailbox::from_parts(user, domain)
        {
            return Some(Verp::Sure(mailbox));
        }
    }
    // The last `=`: local parts may hold one, domains can't.
    let (head, domain) = local.rsplit_once('=')?;
    // `user=example.com-0`: some list managers append a number.
    let domain = domain
        .trim_end_matches(|c: char| c.is_ascii_digit())
        .strip_suffix('-')
        .filter(|d| d.contains('.'))
        .unwrap_or(domain);
    domain.contains('.').then(|| Verp::Open(head.to_owned(), domain.to_owned()))
}

impl Verp {
    /// Whether the caller told the shape.
    pub(crate) fn is_sure(&self) -> bool {
        matches!(self, Self::Sure(_))
    }

    /// Whether this mailbox is what the path holds, in one of its readings.
    pub(crate) fn may_be(&self, mailbox: &Mailbox) -> bool {
        match self {
            Self::Sure(sure) => sure == mailbox,
            Self::Open(head, domain) => {
                let local = mailbox.local_part();
                let start = head.len().checked_sub(local.len());
                domain.eq_ignore_ascii_case(mailbox.domain())
                    && start.is_some_and(|start| {
                        head.get(start..).is_some_and(|tail| tail.eq_ignore_ascii_case(local))
                            && pieces::before(head, start).ends_with(['+', '-', '_', '.'])
                    })
            }
        }
    }

    /// The mailbox, where there is one reading only: `prefix+user=domain`, the shape that Postfix, Mailman and qmail write, or
    /// `bounce-user=domain` where the user holds no separator.
    pub(crate) fn plain(&self) -> Option<Mailbox> {
        match self {
            Self::Sure(mailbox) => Some(mailbox.clone()),
            Self::Open(head, domain) => {
                let plus = head
                    .split_once('+')
                    .filter(|(prefix, user)| !prefix.is_empty() && !user.contains('+'))
                    .map(|(_, user)| user);
                let worded = || {
                    ["bounce-", "bounces-"]
                        .iter()
                        .find_map(|p| head.strip_prefix(p))
                        .filter(|user| !user.contains(['-', '+']))
                };
                Mailbox::from_parts(plus.or_else(worded)?, domain).ok()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unwrapped(text: &str) -> String {
        unwrap(&text.parse().unwrap()).to_string()
    }

    #[test]
    fn wrappers_are_undone() {
        for (wrapped, inner) in [
            ("SRS0=9aZb=K7=ours.example=b-k3j2@fwd.example", "b-k3j2@ours.example"),
            ("SRS0+1aw3=FD=ours.example=bounce+user=example.com@fwd.example", "bounce+user=example.com@ours.example"),
            ("SRS1=xxxx=fwd1.example==HHHH=TT=ours.example=local@fwd2.example", "local@ours.example"),
            ("user+SRS=aBcDe=FG=ours.example=local@tenant.example", "local@ours.example"),
            ("prvs=46201db6f9=John.Smith@b.example", "John.Smith@b.example"),
            ("prvs=John/46201db6f9@b.example", "John@b.example"),
            ("SRS0=a=b=c@d.example", "SRS0=a=b=c@d.example"),
            ("plain@d.example", "plain@d.example"),
        ] {
            assert_eq!(unwrapped(wrapped), inner);
        }
    }

    #[test]
    fn verp_with_and_without_a_known_shape() {
        let mailbox = |text: &str| text.parse::<Mailbox>().unwrap();
        let shape = VerpShape { prefix: "bounces-".into(), domain: Some("news.example".into()) };
        let path = mailbox("bounces-john-smith=example.com@news.example");
        assert_eq!(verp(&path, &[shape]), Some(Verp::Sure(mailbox("john-smith@example.com"))));
        let open = verp(&path, &[]).unwrap();
        assert!(open.may_be(&mailbox("John-Smith@example.com")) && open.may_be(&mailbox("smith@example.com")));
        assert!(!open.may_be(&mailbox("mith@example.com")) && !open.may_be(&mailbox("john-smith@example.org")));
        assert_eq!(open.plain(), None);
        assert_eq!(
            verp(&mailbox("bounce+a-b=example.com@x.example"), &[]).unwrap().plain(),
            Some(mailbox("a-b@example.com"))
        );
        assert_eq!(verp(&mailbox("news@x.example"), &[]), None);
    }
}
