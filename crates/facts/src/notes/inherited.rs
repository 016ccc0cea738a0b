//! "Inherited from [entity](entity.md)."

use super::add;
use crate::link;
use crate::prose::{Kind, Prose, Token, find};
use crate::{Fact, Mention, Note, Rule};

const RULE: Rule = "inherited";

pub(super) fn read(prose: &Prose<'_>, page_path: &str, notes: &mut Vec<Fact<Note>>) {
    for sentence in prose.sentences() {
        let Some(at) = find(sentence, "inherited from") else { continue };
        if let Some((mention, length)) = mention_after(&sentence[at + 2..], page_path) {
            let stated = &sentence[at..at + 2 + length];
            add(notes, Note::InheritedFrom(mention), stated, RULE);
        }
    }
}

/// The type that the next words name, and how many words that takes: a link, bold, code, or a word that
/// looks like an identifier. Words such as "the" and "base type" may come first.
pub(crate) fn mention_after(tokens: &[Token<'_>], page_path: &str) -> Option<(Mention, usize)> {
    let skipped = tokens
        .iter()
        .take_while(|token| token.link.is_none() && !token.marked && is_filler(token))
        .count();
    let rest = &tokens[skipped..];
    let first = rest.first()?;
    if let Some(destination) = first.link {
        let length = rest.iter().take_while(|token| token.link == Some(destination)).count();
        let words: Vec<&str> = rest[..length].iter().map(|token| token.text).collect();
        let mention =
            Mention { name: words.join(" "), link: link::resolve(page_path, destination) };
        return Some((mention, skipped + length));
    }
    let marked = first.marked || first.kind == Kind::Code;
    let named = marked || looks_like_type(first.text);
    let word = first.text.trim_matches(['[', ']']);
    let usable = named && word.starts_with(|c: char| c.is_ascii_alphabetic());
    usable.then(|| (Mention { name: word.to_owned(), link: None }, skipped + 1))
}

fn is_filler(token: &Token<'_>) -> bool {
    token.is_any(&["the", "a", "an", "base", "abstract", "class", "type", "resource", "parent"])
        || (token.kind == Kind::Mark && matches!(token.text, "[" | "*"))
}

/// `mailFolder`, `microsoft.graph.user`, or `entity`, which every reader of the docs knows.
fn looks_like_type(word: &str) -> bool {
    let camel = word.starts_with(|c: char| c.is_ascii_lowercase())
        && word.contains(|c: char| c.is_ascii_uppercase());
    camel || word.starts_with("microsoft.graph.") || word == "entity"
}
