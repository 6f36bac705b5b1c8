//! Links in text.

use std::borrow::Cow;

use memchr::memmem::Finder;
use once_cell::sync::Lazy;

use crate::mailbox::Mailbox;
use crate::pieces;

/// Text without the links of addresses that stand beside them, as programs write HTML in text: `a@example.jp<mailto:a@example.jp>` is
/// `<a@example.jp>`.
pub(super) fn without_repeated(text: Cow<'_, str>) -> Cow<'_, str> {
    static LINK: Lazy<Finder<'static>> = Lazy::new(|| Finder::new(b"mailto:"));
    let mut links = LINK.find_iter(text.as_bytes()).filter_map(|at| link(&text, at)).peekable();
    if links.peek().is_none() {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for link in links {
        if link.address < from {
            continue;
        }
        out.push_str(pieces::between(&text, from, link.address));
        let kept = pieces::between(&text, link.address, link.start);
        if link.brackets {
            out.extend(["<", kept, ">"])
        } else {
            out.push_str(kept)
        }
        from = link.end;
    }
    out.push_str(pieces::from(&text, from));
    Cow::Owned(out)
}

/// A link that repeats the address before it.
struct Link {
    /// Where the address begins.
    address: usize,
    /// Where the link begins, and where it ends.
    start: usize,
    end: usize,
    /// Its brackets are the only ones.
    brackets: bool,
}

/// The link that has `mailto:` here, if it repeats the address before it.
fn link(text: &str, at: usize) -> Option<Link> {
    let open = at.checked_sub(1)?;
    let close = match text.as_bytes().get(open)? {
        b'<' => b'>',
        b'(' => b')',
        b'[' => b']',
        _ => return None,
    };
    let target = text.get(at + "mailto:".len()..)?;
    let length = target.bytes().take(Mailbox::MAX_OCTETS).position(|b| b == close)?;
    let target = pieces::before(target, length);
    let before = pieces::trim_end_matches(pieces::before(text, open), |c| c == ' ');
    let named = pieces::trim_end_matches(before, |c| matches!(c, ' ' | ']' | ')' | '>'));
    let repeats = !target.is_empty() && pieces::ends_with(named, target);
    let address = named.len().checked_sub(target.len())?;
    let bare = named.len() == before.len() && !pieces::before(text, address).ends_with(['<', '(', '[']);
    let end = at + "mailto:".len() + length + 1;
    repeats.then_some(Link { address, start: before.len(), end, brackets: bare && close == b'>' })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_that_repeat_an_address() {
        let read = |text: &'static str| without_repeated(text.into()).into_owned();
        assert_eq!(read("To a@x.example<mailto:A@x.example>, b@x.example."), "To <a@x.example>, b@x.example.");
        assert_eq!(read("[a@x.example](mailto:a@x.example)"), "[a@x.example]");
        assert_eq!(read("Anna (a@x.example)<mailto:a@x.example>"), "Anna (a@x.example)");
        assert_eq!(read("a@x.example<mailto:a@x.example><mailto:a@x.example>"), "<a@x.example><mailto:a@x.example>");
        for other in
            ["write us<mailto:help@x.example>", "mailto:a@x.example", "a@x.example<mailto:a@x.example", "<mailto:>"]
        {
            assert_eq!(read(other), other);
        }
    }
}
