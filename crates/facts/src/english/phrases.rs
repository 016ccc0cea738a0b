//! What sentences give: phrases compiled and applied.
//!
//! A sentence is taken clause by clause. A clause that a phrase covers gives what the phrase says, unless
//! words of a condition stand outside of such clauses: then the sentence holds only sometimes, and is left
//! to people.

use std::ops::Range;

use super::lexicon::{Lexicon, WordSet};
use super::pattern::{Node, Places, compile};
use super::source::{Classes, Gives, Phrase, Source, Turns};
use crate::token::{Kind, Token};

/// All phrases.
#[derive(Clone, Debug)]
pub(super) struct Phrases {
    list: Vec<Compiled>,
    /// By word: phrases of clauses that cannot be there without one of their words.
    of_clauses: Vec<Vec<usize>>,
    /// The same of whole sentences.
    of_sentences: Vec<Vec<usize>>,
    joins: WordSet,
    condition: WordSet,
    restriction: WordSet,
    topic: WordSet,
}

#[derive(Clone, Debug)]
struct Compiled {
    gives: Gives,
    /// What it gives in a sentence that says before that the value is set on creation.
    once_set: Gives,
    scope: Scope,
    node: Node,
    first: WordSet,
    unless: WordSet,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scope {
    Clause,
    Opening,
    Sentence,
    Beginning,
    Anywhere,
}

/// What a sentence gives, and the tokens that say so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stated {
    pub(crate) gives: Gives,
    pub(crate) range: Range<usize>,
}

impl Phrases {
    pub(super) fn new(source: &Source, lexicon: &mut Lexicon) -> Result<Self, String> {
        let mut list = Vec::new();
        for (name, phrase) in &source.phrases {
            let mut maker = Maker { source, lexicon, phrase, list: &mut list };
            maker.all().map_err(|error| format!("phrases.{name}: {error}"))?;
        }
        let none = Classes { words: &source.words, predicate: &[], depth: 0 };
        let mut phrases = Self {
            of_clauses: Vec::new(),
            of_sentences: Vec::new(),
            joins: none.words("joins", lexicon)?,
            condition: none.words("condition", lexicon)?,
            restriction: none.words("restriction", lexicon)?,
            topic: none.words("topic", lexicon)?,
            list,
        };
        for (at, phrase) in phrases.list.iter().enumerate() {
            let index = match phrase.scope {
                Scope::Clause | Scope::Opening => &mut phrases.of_clauses,
                Scope::Sentence | Scope::Beginning | Scope::Anywhere => &mut phrases.of_sentences,
            };
            for word in phrase.node.key().unwrap_or_default().iter() {
                let word = usize::from(word);
                index.resize(index.len().max(word + 1), Vec::new());
                index[word].push(at);
            }
        }
        Ok(phrases)
    }

    /// What a sentence gives, in its order.
    pub(super) fn stated(&self, sentence: &[Token<'_>]) -> Vec<Stated> {
        let mut found = self.in_clauses(sentence);
        for at in candidates(&self.of_sentences, sentence) {
            let phrase = &self.list[at];
            if sentence.iter().any(|token| phrase.unless.has(token.word)) {
                continue;
            }
            if let Some(range) = phrase.find(sentence) {
                found.push(Stated { gives: phrase.gives, range });
            }
        }
        found.sort_by_key(|it| it.range.start);
        found
    }

    fn in_clauses(&self, sentence: &[Token<'_>]) -> Vec<Stated> {
        let mut found: Vec<(Stated, Gives)> = Vec::new();
        let mut follows = false;
        for clause in self.clauses(sentence) {
            let tokens = &sentence[clause.clone()];
            // Whose "and is required" continues a clause that states nothing may be another subject's.
            let hangs = clause.start > 0 && sentence[clause.start - 1].kind == Kind::Word;
            if hangs && !follows && !self.topic.has(tokens[0].word) {
                continue;
            }
            let matched = candidates(&self.of_clauses, tokens).into_iter().find_map(|at| {
                let range = self.list[at].find(tokens)?;
                Some((&self.list[at], clause.start + range.start..clause.start + range.end))
            });
            follows = matched.is_some();
            if let Some((phrase, range)) = matched {
                found.push((Stated { gives: phrase.gives, range }, phrase.once_set));
            }
        }
        if found.is_empty() || self.is_conditional(sentence, &found) {
            return Vec::new();
        }
        if contradicts(&found) {
            return Vec::new();
        }
        let is_set = found[0].0.gives == Gives::SetOnCreate;
        let given = |(it, once_set)| match is_set {
            true => Stated { gives: once_set, ..it },
            false => it,
        };
        found.into_iter().map(given).collect()
    }

    /// Where the clauses lie: between commas, colons, parentheses, dashes and the words that join.
    fn clauses(&self, sentence: &[Token<'_>]) -> Vec<Range<usize>> {
        let parts = |token: &Token<'_>| token.kind == Kind::Mark || self.joins.has(token.word);
        let mut start = 0;
        let mut clauses = Vec::new();
        for (end, token) in sentence.iter().enumerate() {
            if parts(token) {
                clauses.push(start..end);
                start = end + 1;
            }
        }
        clauses.push(start..sentence.len());
        clauses.retain(|clause| !clause.is_empty());
        clauses
    }

    fn is_conditional(&self, sentence: &[Token<'_>], found: &[(Stated, Gives)]) -> bool {
        sentence.iter().enumerate().any(|(at, token)| {
            let limits =
                self.condition.has(token.word) || (at == 0 && self.restriction.has(token.word));
            limits && !found.iter().any(|(it, _)| it.range.contains(&at))
        })
    }
}

/// "Required, optional": a list of such words states neither.
fn contradicts(found: &[(Stated, Gives)]) -> bool {
    let gives = |wanted: Gives| found.iter().any(|(it, _)| it.gives == wanted);
    (gives(Gives::Required) && gives(Gives::Optional))
        || (gives(Gives::Nullable) && gives(Gives::NotNullable))
}

/// The phrases that the words of the tokens can belong to, in order.
fn candidates(index: &[Vec<usize>], tokens: &[Token<'_>]) -> Vec<usize> {
    let words = tokens.iter().filter_map(|token| index.get(usize::from(token.word)));
    let mut all: Vec<usize> = words.flatten().copied().collect();
    all.sort_unstable();
    all.dedup();
    all
}

impl Compiled {
    /// The tokens that say it.
    fn find(&self, tokens: &[Token<'_>]) -> Option<Range<usize>> {
        let first = tokens.first()?;
        if self.scope == Scope::Anywhere {
            return find(&self.node, &self.first, tokens);
        }
        if !self.first.has(first.word) {
            return None;
        }
        let ends = self.node.ends(tokens, 1);
        match self.scope {
            Scope::Opening | Scope::Beginning => (ends != 0).then(|| 0..ends.ilog2() as usize),
            _ => (ends >> tokens.len() & 1 == 1).then_some(0..tokens.len()),
        }
    }
}

/// The first and longest match of a pattern.
pub(super) fn find(node: &Node, first: &WordSet, tokens: &[Token<'_>]) -> Option<Range<usize>> {
    let starts = tokens.iter().take(super::pattern::REACH).enumerate();
    starts.filter(|(_, token)| first.has(token.word)).find_map(|(at, _)| {
        let ends: Places = node.ends(tokens, 1 << at);
        (ends != 0).then(|| at..ends.ilog2() as usize)
    })
}

struct Maker<'a> {
    source: &'a Source,
    lexicon: &'a mut Lexicon,
    phrase: &'a Phrase,
    list: &'a mut Vec<Compiled>,
}

impl Maker<'_> {
    fn all(&mut self) -> Result<(), String> {
        for name in &self.phrase.shapes {
            let shape =
                self.source.shapes.get(name).ok_or(format!("there is no shape `{name}`"))?;
            let (affirmed, denied) = (self.phrase.affirmed, self.phrase.denied);
            shape.affirmed.iter().try_for_each(|it| self.turns(it, affirmed))?;
            shape.denied.iter().try_for_each(|it| self.turns(it, denied))?;
            for pattern in &shape.opening {
                self.add(pattern, affirmed.plain, affirmed.later, Scope::Opening)?;
            }
        }
        let phrase = self.phrase;
        let scopes = [
            (&phrase.clause, Scope::Clause),
            (&phrase.opening, Scope::Opening),
            (&phrase.sentence, Scope::Sentence),
            (&phrase.beginning, Scope::Beginning),
            (&phrase.anywhere, Scope::Anywhere),
        ];
        for (patterns, scope) in scopes {
            for pattern in patterns {
                self.add(pattern, phrase.gives, None, scope)?;
            }
        }
        Ok(())
    }

    /// A way to say the predicate, alone and with what changes its meaning.
    fn turns(&mut self, pattern: &str, turns: Turns) -> Result<(), String> {
        let tailed = [
            ("<harmless>?", turns.plain),
            ("<on-create>", turns.on_create),
            ("<later>", turns.later),
        ];
        tailed.into_iter().try_for_each(|(tail, gives)| {
            self.add(&format!("{pattern} {tail}"), gives, turns.later, Scope::Clause)
        })
    }

    fn add(
        &mut self,
        pattern: &str,
        gives: Option<Gives>,
        once_set: Option<Gives>,
        scope: Scope,
    ) -> Result<(), String> {
        let Some(gives) = gives else { return Ok(()) };
        let predicate = &self.phrase.predicate;
        let classes = Classes { words: &self.source.words, predicate, depth: 0 };
        let node = compile(pattern, &classes, self.lexicon)?;
        let first = node.first().ok_or(format!("`{pattern}` can begin with anything"))?;
        let mut unless = WordSet::default();
        for class in self.phrase.unless.iter().flatten() {
            unless.extend(&classes.words(class, self.lexicon)?);
        }
        let once_set = once_set.unwrap_or(gives);
        self.list.push(Compiled { gives, once_set, scope, node, first, unless });
        Ok(())
    }
}
