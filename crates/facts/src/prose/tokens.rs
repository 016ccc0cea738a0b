//! Cuts runs into tokens.

use page::{Run, Text};

use super::{Kind, Token};

/// The longest quotation that is taken as a value; longer ones are ordinary text.
const MAX_QUOTED: usize = 80;

pub(super) fn tokens(text: &Text) -> Vec<Token<'_>> {
    let length: usize = text.runs.iter().map(|run| run.text.len()).sum();
    let mut out = Vec::with_capacity(length / 5 + 1);
    let mut apart = false;
    for run in &text.runs {
        if run.code {
            let first = out.len();
            push(&mut out, run, Kind::Code, run.text.trim());
            apart |= run.text.starts_with(char::is_whitespace);
            set_apart(&mut out, first, &mut apart);
            apart |= run.text.ends_with(char::is_whitespace);
        } else {
            words(&mut out, run, &mut apart);
        }
    }
    out
}

fn push<'a>(out: &mut Vec<Token<'a>>, run: &'a Run, kind: Kind, text: &'a str) {
    if !text.is_empty() {
        let link = run.link.as_deref();
        let marked = run.strong || run.emphasis;
        out.push(Token { kind, text, marked, apart: false, link, span: run.span });
    }
}

/// Notes at the token `first`, if there is one, whether white space stood before it.
fn set_apart(out: &mut [Token<'_>], first: usize, apart: &mut bool) {
    if let Some(token) = out.get_mut(first) {
        token.apart = std::mem::take(apart);
    }
}

fn words<'a>(out: &mut Vec<Token<'a>>, run: &'a Run, apart: &mut bool) {
    let mut rest = run.text.as_str();
    while let Some(c) = rest.chars().next() {
        let first = out.len();
        let length = match c {
            '\n' => {
                push(out, run, Kind::Break, &rest[..1]);
                1
            }
            _ if c.is_whitespace() => c.len_utf8(),
            '"' | '\'' | '“' | '‘' if rest[c.len_utf8()..].starts_with(char::is_alphanumeric) => {
                quoted(out, run, rest, c)
            }
            '"' | '\'' | '“' | '”' | '‘' | '’' => c.len_utf8(),
            _ if starts_word(c) => {
                let length = word_length(rest);
                word(out, run, &rest[..length]);
                length
            }
            _ => {
                push(out, run, Kind::Mark, &rest[..c.len_utf8()]);
                c.len_utf8()
            }
        };
        set_apart(out, first, apart);
        *apart |= c.is_whitespace();
        rest = &rest[length..];
    }
}

/// A quotation, or a lone quotation mark, which is passed over.
fn quoted<'a>(out: &mut Vec<Token<'a>>, run: &'a Run, rest: &'a str, open: char) -> usize {
    let close = match open {
        '“' => '”',
        '‘' => '’',
        same => same,
    };
    let inside = &rest[open.len_utf8()..];
    let window: usize = inside.chars().take(MAX_QUOTED).map(char::len_utf8).sum();
    match inside[..window].find(close) {
        Some(end) if !inside[..end].contains('\n') => {
            push(out, run, Kind::Quoted, inside[..end].trim());
            open.len_utf8() + end + close.len_utf8()
        }
        _ => open.len_utf8(),
    }
}

/// A word; one that swallowed a full stop (`set.Default`) is cut there.
fn word<'a>(out: &mut Vec<Token<'a>>, run: &'a Run, text: &'a str) {
    if let Some((before, after)) = text.rsplit_once('.')
        && super::STARTERS.contains(&after)
        && !before.is_empty()
    {
        push(out, run, Kind::Word, before);
        push(out, run, Kind::Mark, &text[before.len()..=before.len()]);
        push(out, run, Kind::Word, after);
        return;
    }
    push(out, run, Kind::Word, text);
}

fn starts_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '$' | '@' | '#')
}

/// Inner dots, hyphens and apostrophes belong to a word when a letter or digit follows.
fn word_length(rest: &str) -> usize {
    let mut chars = rest.char_indices().peekable();
    chars.next();
    while let Some((at, c)) = chars.next() {
        let joins = matches!(c, '.' | '-' | '\'' | '’')
            && chars.peek().is_some_and(|(_, next)| next.is_alphanumeric() || *next == '_');
        if !(c.is_alphanumeric() || c == '_' || joins) {
            return at;
        }
    }
    rest.len()
}
