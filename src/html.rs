//! HTML made plain.

use memchr::memchr;
use memchr::memmem::Finder;
use once_cell::sync::Lazy;

use crate::pieces;

const LINE_BREAK: &str = "<br>";

/// A space that HTML keeps.
const NO_BREAK_SPACE: char = '\u{a0}';

/// Whether a text is HTML, whatever it is called.
pub(crate) fn is_html(text: &str) -> bool {
    let start = text.trim_start();
    start.starts_with('<')
        && ["<html", "<!doctype html", "<!DOCTYPE html", "<HTML"].iter().any(|mark| start.starts_with(mark))
}

/// What a person would read, line by line. `plain` makes plain text of HTML in which line breaks are all that there is of form.
pub(crate) fn to_text(html: &str, plain: impl Fn(&str) -> String) -> String {
    // A space at the beginning of a line is none that HTML keeps.
    plain(&with_breaks(html)).replace("\n ", "\n").replace(NO_BREAK_SPACE, " ")
}

/// HTML with a space or a line break where a cell, row, item or block begins or ends, so that their texts don't run into each other, and
/// where lines end in preformatted text.
fn with_breaks(html: &str) -> String {
    let mut out = String::with_capacity(html.len() + html.len() / 8);
    // What begins text of which the lines count, if that has not ended.
    let mut preformatted = None;
    // Whether text stands in the line.
    let mut begun = false;
    // The address behind the name that begins the line.
    let mut linked = None;
    for (at, piece) in html.split('<').enumerate() {
        let end = if at == 0 { 0 } else { memchr(b'>', piece.as_bytes()).map_or(piece.len(), |end| end + 1) };
        let (tag, text) = (pieces::before(piece, end), pieces::from(piece, end));
        if at > 0 {
            let name = pieces::trim_end_matches(tag_name(tag), |c| c == '/');
            let closed = name.strip_prefix('/');
            let separator = match closed {
                Some(closed) => break_after(closed),
                None if begun => break_before(name),
                None => "",
            };
            begun &= separator != LINE_BREAK && !pieces::is_one_of(name, &["br", "/p"]);
            out.push_str(separator);
            if is_preformatted(name, tag) {
                preformatted = Some(name);
            } else if closed.zip(preformatted).is_some_and(|(closed, opened)| closed.eq_ignore_ascii_case(opened)) {
                preformatted = None;
            }
            if name.eq_ignore_ascii_case("a") {
                linked = if begun { None } else { mail_link(tag) };
            } else if name.eq_ignore_ascii_case("/a")
                && let Some(address) = linked.take()
            {
                out.extend([" &lt;", address, "&gt;"]);
            }
            out.push('<');
            // With attributes it would not be known.
            out.push_str(if name.eq_ignore_ascii_case("br") { "br>" } else { tag });
        }
        if text.contains('@') {
            linked = None;
        }
        begun |= !text.trim_ascii().is_empty();
        if preformatted.is_some() { push_preformatted(&mut out, text) } else { out.push_str(text) }
    }
    out
}

/// The name of a tag, with the `/` of one that closes.
fn tag_name(tag: &str) -> &str {
    let length = tag.bytes().take(11).take_while(|b| b.is_ascii_alphanumeric() || *b == b'/').count();
    pieces::before(tag, length)
}

/// Whether a tag begins text of which the lines count, by its name or its style.
fn is_preformatted(name: &str, tag: &str) -> bool {
    static STYLE: Lazy<Finder<'static>> = Lazy::new(|| Finder::new(b"white-space:"));
    let style = || STYLE.find(tag.as_bytes()).map(|at| pieces::from(tag, at + STYLE.needle().len()));
    name.eq_ignore_ascii_case("pre") || style().is_some_and(|style| style.trim_ascii_start().starts_with("pre"))
}

/// The address that a link leads to.
fn mail_link(tag: &str) -> Option<&str> {
    static LINK: Lazy<Finder<'static>> = Lazy::new(|| Finder::new(b"mailto:"));
    let target = pieces::from(tag, LINK.find(tag.as_bytes())? + LINK.needle().len());
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b'+' | b'=' | b'@');
    let address = pieces::before(target, target.bytes().take_while(plain).count());
    address.contains('@').then_some(address)
}

/// Text of which lines and indents count, as HTML in which they need not.
fn push_preformatted(out: &mut String, text: &str) {
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            out.push_str(LINE_BREAK);
        }
        let words = line.trim_start_matches([' ', '\t']);
        out.extend((words.len()..line.len()).map(|_| NO_BREAK_SPACE));
        out.push_str(words);
    }
}

/// What stands for the beginning of an element in text, by the name of its tag.
fn break_before(tag: &str) -> &'static str {
    let blocks = &["p", "div", "table", "tr", "ul", "ol", "li", "h1", "h2", "h3", "h4", "pre", "blockquote", "hr"];
    if pieces::is_one_of(tag, blocks) { LINE_BREAK } else { "" }
}

/// What stands for the end of an element in text, by the name of its end tag.
fn break_after(tag: &str) -> &'static str {
    if pieces::is_one_of(tag, &["td", "th"]) {
        " "
    } else if pieces::is_one_of(tag, &["tr", "div", "li", "h1", "h2", "h3", "table", "title", "pre"]) {
        LINE_BREAK
    } else {
        ""
    }
}
