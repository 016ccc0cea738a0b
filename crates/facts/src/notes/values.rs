//! "Possible values are: `a`, `b`, or `c`."
//!
//! Finds a lead-in and takes the list after it: code spans, else quotations, else bold words, else a
//! bare list of single words. Ranges ("Valid values 1 to 24") and prose are no lists.

use crate::prose::{Kind, Prose, Token};
use crate::{Fact, Rule};

const RULE: Rule = "values";

/// Words before "values" that promise a list.
const KINDS: &[&str] = &[
    "possible",
    "valid",
    "supported",
    "allowed",
    "acceptable",
    "accepted",
    "available",
    "permitted",
    "expected",
    "following",
    "these",
    "current",
    "known",
    "the",
];

/// The values that a description lists, in order, each once.
pub(crate) fn values(prose: &Prose<'_>) -> Vec<Fact<String>> {
    let tokens = &prose.tokens;
    let mut start = 0;
    while let Some(at) = lead_in(&tokens[start..]) {
        let list = list(&tokens[start + at..]);
        let found = items(list);
        if !found.is_empty() {
            return found;
        }
        start += at;
    }
    Vec::new()
}

/// The index after the first lead-in.
fn lead_in(tokens: &[Token<'_>]) -> Option<usize> {
    (0..tokens.len()).find_map(|at| lead_in_at(tokens, at))
}

fn lead_in_at(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let token = &tokens[at];
    let next = |offset: usize, words: &[&str]| {
        tokens.get(at + offset).is_some_and(|token| token.is_any(words))
    };
    if token.is_any(&["value", "values"]) {
        let promised = tokens[at.saturating_sub(3)..at].iter().any(|before| before.is_any(KINDS));
        let stated = next(1, &["are", "is", "can", "include", "includes", "must", "may"])
            || tokens.get(at + 1).is_some_and(|token| token.is_mark(":"));
        return (promised || (stated && token.is("values"))).then_some(at + 1);
    }
    if token.is("one") && next(1, &["of"]) {
        return Some(at + 2);
    }
    let direct = |offset: usize| {
        tokens.get(at + offset).is_some_and(|token| matches!(token.kind, Kind::Code | Kind::Quoted))
    };
    if token.is_any(&["can", "must", "may"]) && next(1, &["be"]) {
        let offset = if next(2, &["either"]) { 3 } else { 2 };
        let colon = tokens.get(at + 2).is_some_and(|token| token.is_mark(":"));
        return (direct(offset) || colon).then_some(at + 2);
    }
    (token.is("either") && direct(1)).then_some(at + 1)
}

/// The tokens of the list: up to the end of the sentence, and further over lines that go on with an
/// item (`<li>`, `- a`).
fn list<'t, 'a>(tokens: &'t [Token<'a>]) -> &'t [Token<'a>] {
    let mut end = 0;
    let mut on_lines = false;
    while let Some(token) = tokens.get(end) {
        let rest = &tokens[end + 1..];
        match token.kind {
            Kind::Break if goes_on(rest) => on_lines = true,
            Kind::Break => break,
            Kind::Mark if matches!(token.text, "." | ";") => {
                let line_follows = rest.first().is_some_and(|next| next.kind == Kind::Break);
                if !(token.text == ";" && goes_on(rest)) && !(on_lines && line_follows) {
                    let opens = line_follows && goes_on(&rest[1..]);
                    if !opens {
                        break;
                    }
                }
            }
            _ => {}
        }
        end += 1;
    }
    &tokens[..end]
}

/// Whether a line starts with an item: a value, maybe after a bullet.
fn goes_on(tokens: &[Token<'_>]) -> bool {
    let mut rest = tokens.iter().skip_while(|token| {
        token.kind == Kind::Break
            || (token.kind == Kind::Mark && matches!(token.text, "-" | "*" | "•"))
    });
    rest.next().is_some_and(|token| token.kind == Kind::Code || token.strong)
}

fn items(list: &[Token<'_>]) -> Vec<Fact<String>> {
    let open = outside_parentheses(list);
    let marked = |wanted: &dyn Fn(&Token<'_>) -> bool, tokens: &[Token<'_>]| {
        let chosen: Vec<Token<'_>> = tokens.iter().filter(|token| wanted(token)).copied().collect();
        collect(&chosen)
    };
    for tokens in [open.as_slice(), list] {
        let code = marked(&|token| token.kind == Kind::Code, tokens);
        if !code.is_empty() {
            return code;
        }
        let quoted = marked(&|token| token.kind == Kind::Quoted, tokens);
        if !quoted.is_empty() {
            return quoted;
        }
        let strong = marked(&|token| token.strong && token.kind == Kind::Word, tokens);
        if !strong.is_empty() {
            return strong;
        }
    }
    bare(&open)
}

fn outside_parentheses<'a>(list: &[Token<'a>]) -> Vec<Token<'a>> {
    let mut depth = 0_usize;
    let mut out = Vec::new();
    for token in list {
        match token.text {
            "(" if token.kind == Kind::Mark => depth += 1,
            ")" if token.kind == Kind::Mark => depth = depth.saturating_sub(1),
            _ if depth == 0 => out.push(*token),
            _ => {}
        }
    }
    out
}

/// A list without marks: every item is one word, maybe with "= 3" after it, and there are at least two.
fn bare(list: &[Token<'_>]) -> Vec<Fact<String>> {
    let start = list
        .iter()
        .position(|token| token.is_mark(":"))
        .or_else(|| {
            list.iter().position(|token| token.is_any(&["are", "is", "include", "includes"]))
        })
        .map_or(0, |at| at + 1);
    let separator = |token: &Token<'_>| {
        token.is_any(&["or", "and"])
            || matches!(token.text, "," | "|" | "/") && token.kind == Kind::Mark
    };
    let mut words = Vec::new();
    for item in list[start..].split(separator).filter(|item| !item.is_empty()) {
        let numbered = item.len() == 3 && matches!(item[1].text, "=" | "-" | ":" | "–");
        match item {
            [only] if only.kind == Kind::Word => words.push(*only),
            [value, _, _] if numbered && value.kind == Kind::Word => words.push(*value),
            _ => return Vec::new(),
        }
    }
    let found = collect(&words);
    if found.len() < 2 || found.len() < words.len() { Vec::new() } else { found }
}

fn collect(tokens: &[Token<'_>]) -> Vec<Fact<String>> {
    let mut values: Vec<Fact<String>> = Vec::new();
    for token in tokens {
        for part in token.text.split([',', '|']) {
            let value = part.trim().trim_matches(['\'', '"', '.']);
            if is_value(value) && !values.iter().any(|known| known.value == value) {
                values.push(Fact::new(value.to_owned(), token.span, RULE));
            }
        }
    }
    values
}

/// A name, not a number, a literal, a path or an expression.
fn is_value(value: &str) -> bool {
    let starts = value.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    let plain = value
        .chars()
        .all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ' ' | '+' | '/' | '&'));
    let literal = ["null", "true", "false"].iter().any(|word| value.eq_ignore_ascii_case(word));
    starts && plain && !literal && value.len() <= 80
}
