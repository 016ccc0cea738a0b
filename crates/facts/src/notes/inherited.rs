//! "Inherited from [entity](entity.md)."

use super::Sentence;
use crate::english::{Class, Says};
use crate::link;
use crate::origin::Origin;
use crate::prose::{Kind, Token};
use crate::type_grammar::TypeGrammar;
use crate::{Mention, Note, Rule};

const RULE: Rule = "inherited";

pub(super) fn read(origin: Origin<'_>, sentence: &mut Sentence<'_, '_>) {
    let Some(lead) = origin.english().find(Says::InheritedFrom, sentence.tokens) else { return };
    let after = &sentence.tokens[lead.end..];
    if let Some((mention, length)) = mention_after(origin, after) {
        sentence.add(Note::InheritedFrom(mention), lead.start..lead.end + length, RULE);
    }
}

/// The type that the next words name, and how many words that takes: a link, bold, code, or a word that
/// looks like an identifier. Words such as "the" and "base type" may come first.
pub(crate) fn mention_after(origin: Origin<'_>, tokens: &[Token<'_>]) -> Option<(Mention, usize)> {
    let is_filler = |token: &Token<'_>| {
        origin.english().is(token.word, Class::BeforeType)
            || token.is_mark("[")
            || token.is_mark("*")
    };
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
            Mention { name: words.join(" "), link: link::resolve(origin.path, destination) };
        return Some((mention, skipped + length));
    }
    let marked = first.marked || first.kind == Kind::Code;
    let named = marked || looks_like_type(first.text, origin.grammar());
    let word = first.text.trim_matches(['[', ']']);
    let usable = named && word.starts_with(|c: char| c.is_ascii_alphabetic());
    usable.then(|| (Mention { name: word.to_owned(), link: None }, skipped + 1))
}

/// `mailFolder`, `com.example.user`, or a word that every reader of the docs knows.
fn looks_like_type(word: &str, grammar: &TypeGrammar) -> bool {
    let camel = word.starts_with(|c: char| c.is_ascii_lowercase())
        && word.contains(|c: char| c.is_ascii_uppercase());
    camel || is_qualified(word) || grammar.is_known(word)
}

/// Two names or more with dots between them.
fn is_qualified(word: &str) -> bool {
    let is_name = |name: &str| {
        name.starts_with(|c: char| c.is_ascii_alphabetic())
            && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
    };
    word.contains('.') && word.split('.').all(is_name)
}
