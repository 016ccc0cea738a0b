//! A cell of permissions: alternatives, each a set that is needed together.
//!
//! Reads `User.Read, User.ReadWrite`, `A.Read and B.Read`, footnote marks, links, notes and
//! "Not supported". Must not know whose cell it is.

mod scopes;

use std::collections::BTreeSet;

use diag::{PageId, Span};
use page::Text;

use crate::english::{English, Says};
use crate::prose::{Prose, unmarked};

/// What a cell says, for everything or for one of several cases.
pub(super) struct Case {
    /// "In teams" of "In teams: `A.Read`"; `None` when the cell knows no cases.
    pub(super) label: Option<String>,
    /// Alternatives from least to most privileged; empty when none will do.
    pub(super) alternatives: Vec<Vec<String>>,
}

/// The cases of a cell; none when it says something else than permissions.
pub(super) fn cases(english: &English, cell: &Text, most_first: bool) -> Vec<Case> {
    let (text, scopes) = (text(cell), scopes::of(cell));
    let parts = labelled(&text, &scopes);
    let case = |(label, text): (Option<String>, String)| {
        Some(Case { label, alternatives: read_text(english, &text, &scopes, most_first)? })
    };
    if parts.iter().filter(|(label, _)| label.is_some()).count() > 1 {
        return parts.into_iter().filter_map(case).collect();
    }
    case((None, text)).into_iter().collect()
}

/// Alternatives of a cell without cases; `most_first` says that it begins with the most privileged.
/// Empty when the cell says that none will do, `None` when it says something else.
pub(super) fn read(english: &English, cell: &Text, most_first: bool) -> Option<Vec<Vec<String>>> {
    read_text(english, &text(cell), &scopes::of(cell), most_first)
}

/// A cell's text.
pub(super) fn text(cell: &Text) -> String {
    cell.runs.iter().map(|run| run.text.as_str()).collect()
}

fn read_text(
    english: &English,
    text: &str,
    scopes: &BTreeSet<String>,
    most_first: bool,
) -> Option<Vec<Vec<String>>> {
    let mut alternatives = alternatives(english, text, scopes)?;
    if most_first {
        alternatives.reverse();
    }
    (!alternatives.is_empty() || is_refusal(english, text)).then_some(alternatives)
}

/// The lines of a cell, gathered below labels such as "For groups:".
fn labelled(text: &str, scopes: &BTreeSet<String>) -> Vec<(Option<String>, String)> {
    let mut parts: Vec<(Option<String>, String)> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let label = label(line, scopes);
        let rest = label.map_or(line, |label| line[label.len() + 1..].trim_start());
        match parts.last_mut() {
            Some((_, last)) if label.is_none() => {
                last.push('\n');
                last.push_str(rest);
            }
            _ => parts.push((label.map(str::to_owned), rest.to_owned())),
        }
    }
    parts
}

/// The words before a colon, if none of them is a permission.
fn label<'l>(line: &'l str, scopes: &BTreeSet<String>) -> Option<&'l str> {
    let (label, rest) = line.split_once(':')?;
    // `looms:read` has one inside.
    if !scopes.is_empty() && !rest.is_empty() && !rest.starts_with(char::is_whitespace) {
        return None;
    }
    let plain = label.split_whitespace().all(|word| permission(word).is_none());
    plain.then_some(label)
}

/// "Not supported", "None", "N/A" and the like.
fn is_refusal(english: &English, text: &str) -> bool {
    let text = text.trim().trim_matches(['.', '*', '-', '–', '—']).trim();
    text.is_empty() || says(english, Says::NoPermission, text)
}

/// How many alternatives a cell may state, and how many permissions one of them. "A plus either B or C"
/// multiplies, so that a few lines could state millions.
pub(super) const MAX_ALTERNATIVES: usize = 256;

/// Whether a cell states more alternatives than can be kept.
pub(super) fn exceeds(english: &English, cell: &Text) -> bool {
    alternatives(english, &text(cell), &scopes::of(cell)).is_none()
}

/// The alternatives that a text states; `None` when there are too many.
fn alternatives(
    english: &English,
    text: &str,
    scopes: &BTreeSet<String>,
) -> Option<Vec<Vec<String>>> {
    let mut alternatives: Vec<Vec<String>> = Vec::new();
    let mut joined = false;
    let mut either: Option<Vec<Vec<String>>> = None;
    for token in tokens(english, text, scopes) {
        match token {
            Token::Permission(name) => match &mut either {
                Some(open) => cross(&mut alternatives, open, name),
                None if joined => {
                    alternatives.last_mut().into_iter().for_each(|set| add(set, name))
                }
                None => push(&mut alternatives, vec![name.to_owned()]),
            },
            Token::And => {}
            Token::Either => either = Some(std::mem::take(&mut alternatives)),
            Token::Break => either = None,
        }
        let longest = alternatives.last().map_or(0, Vec::len);
        if alternatives.len().max(longest) > MAX_ALTERNATIVES {
            return None;
        }
        joined = token == Token::And && !alternatives.is_empty();
    }
    Some(alternatives)
}

/// "A plus either B or C": each of the earlier alternatives with each of the later permissions.
fn cross(alternatives: &mut Vec<Vec<String>>, earlier: &[Vec<String>], name: &str) {
    for set in earlier {
        let mut set = set.clone();
        add(&mut set, name);
        push(alternatives, set);
    }
}

fn add(set: &mut Vec<String>, name: &str) {
    if !set.iter().any(|known| known == name) {
        set.push(name.to_owned());
    }
}

fn push(alternatives: &mut Vec<Vec<String>>, set: Vec<String>) {
    if !alternatives.contains(&set) {
        alternatives.push(set);
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Token<'t> {
    Permission(&'t str),
    /// "and" or "plus" between two permissions without a comma.
    And,
    /// "plus either", "plus one of".
    Either,
    /// A line or sentence ends.
    Break,
}

fn tokens<'t>(english: &English, text: &'t str, scopes: &BTreeSet<String>) -> Vec<Token<'t>> {
    let mut tokens = Vec::new();
    let mut between = Vec::new();
    for line in text.split('\n') {
        for word in words(line, scopes) {
            match scopes::among(word, scopes).or_else(|| permission(word)) {
                Some(name) => {
                    tokens.extend(connector(english, &between, !tokens.is_empty()));
                    tokens.push(Token::Permission(name));
                    between =
                        if word.trim_end().ends_with([',', ';']) { vec![","] } else { Vec::new() };
                }
                None => between.push(word.trim()),
            }
        }
        tokens.push(Token::Break);
        between.clear();
    }
    tokens
}

/// The words of a line, each with what ends it. A slash ends one unless it is part of a scope.
fn words<'t>(line: &'t str, scopes: &BTreeSet<String>) -> impl Iterator<Item = &'t str> {
    let whole = line.split_inclusive(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '|'));
    whole.flat_map(|word| {
        let is_scope = scopes::among(word, scopes).is_some();
        word.split_inclusive(move |c| c == '/' && !is_scope)
    })
}

/// What the words between two permissions mean; `None` for a plain list. "A, B, and C" is a list.
fn connector<'t>(english: &English, words: &[&str], after_permission: bool) -> Option<Token<'t>> {
    let is_list = words.iter().all(|word| matches!(*word, "" | ","));
    if !after_permission || is_list {
        return None;
    }
    let between = words.join(" ");
    let known = [(Says::PermissionAndOneOf, Token::Either), (Says::PermissionAnd, Token::And)];
    known.into_iter().find(|(it, _)| says(english, *it, &between)).map(|(_, token)| token)
}

fn says(english: &English, says: Says, text: &str) -> bool {
    let text = unmarked(text, Span::new(PageId(0), 0, 0));
    english.says(says, &Prose::new(&text, english).tokens)
}

/// The permission that a word is, without footnote marks and punctuation.
fn permission(word: &str) -> Option<&str> {
    let name = word.trim_matches(|c: char| !c.is_alphanumeric());
    let name = name.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
    // Scopes of OpenID Connect.
    const PLAIN: [&str; 4] = ["openid", "profile", "email", "offline_access"];
    let is_large = |part: &str| part.starts_with(|c: char| c.is_ascii_uppercase());
    let (first, rest) = name.split_once('.').unwrap_or((name, ""));
    // `eDiscovery.Read.All`, but not `contoso.com`.
    let named = is_large(first) || rest.split('.').all(is_large);
    let dotted = !rest.is_empty() && named && name.split('.').all(is_part);
    (dotted || PLAIN.contains(&name)).then_some(name)
}

fn is_part(part: &str) -> bool {
    part.starts_with(|c: char| c.is_ascii_alphabetic())
        && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
}

/// The permissions that bear a mark, with it: a star or a dagger; or digits, which may have been raised
/// (`A.Read<sup>1</sup>`), and are taken off the name here.
pub(super) fn marked(text: &str) -> Vec<(String, String)> {
    let words = text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '/' | '|'));
    let marked = words.filter_map(|word| {
        let name = permission(word)?;
        let bare = name.trim_end_matches(|c: char| c.is_ascii_digit());
        let signs = word.split_once(name)?.1.chars().filter(|c| "*†‡§¹²³⁴".contains(*c));
        let mark: String = name[bare.len()..].chars().chain(signs).collect();
        (!mark.is_empty()).then(|| (bare.to_owned(), mark))
    });
    marked.collect()
}
