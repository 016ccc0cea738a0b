//! What sentences give: phrases compiled and applied.
//!
//! A sentence is taken clause by clause. A clause that a phrase covers gives what the phrase says, unless
//! words of a condition stand outside of such clauses: then the sentence holds only sometimes, and is left
//! to people.

use std::ops::Range;

use dialects::{EnglishFile, Gives, Phrase, Spanned, Turns};

use super::lexicon::{Lexicon, WordSet};
use super::pattern::Classes;
use super::placed::{Placed, Scope};
use super::wrong::Wrong;
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
    says: Placed,
}

/// What a sentence gives, and the tokens that say so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stated {
    pub(crate) gives: Gives,
    pub(crate) range: Range<usize>,
}

impl Phrases {
    pub(super) fn new(source: &EnglishFile, lexicon: &mut Lexicon) -> Result<Self, Wrong> {
        let mut list = Vec::new();
        for (name, phrase) in &source.phrases {
            let mut maker = Maker { source, lexicon, phrase, list: &mut list };
            maker.all().map_err(|wrong| wrong.inside("phrases", name))?;
        }
        let none = Classes::of(source);
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
            let index = match phrase.says.scope {
                Scope::Clause | Scope::Opening => &mut phrases.of_clauses,
                Scope::Sentence | Scope::Beginning | Scope::Anywhere => &mut phrases.of_sentences,
            };
            for word in phrase.says.key.iter() {
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
            if !phrase.says.is_excluded(sentence)
                && let Some(range) = phrase.says.find(sentence)
            {
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
                let range = self.list[at].says.find(tokens)?;
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

struct Maker<'a> {
    source: &'a EnglishFile,
    lexicon: &'a mut Lexicon,
    phrase: &'a Phrase,
    list: &'a mut Vec<Compiled>,
}

impl Maker<'_> {
    fn all(&mut self) -> Result<(), Wrong> {
        for name in &self.phrase.shapes {
            let unknown = || Wrong::new(format!("there is no shape `{}`", name.as_ref())).at(name);
            let shape = self.source.shapes.get(name.as_ref()).ok_or_else(unknown)?;
            let (affirmed, denied) = (self.phrase.affirmed, self.phrase.denied);
            shape.affirmed.iter().try_for_each(|it| self.turns(it, affirmed))?;
            shape.denied.iter().try_for_each(|it| self.turns(it, denied))?;
            for pattern in &shape.opening {
                self.add(pattern, "", (affirmed.plain, affirmed.later), Scope::Opening)?;
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
                self.add(pattern, "", (phrase.gives, None), scope)?;
            }
        }
        Ok(())
    }

    /// A way to say the predicate, alone and with what changes its meaning.
    fn turns(&mut self, pattern: &Spanned<String>, turns: Turns) -> Result<(), Wrong> {
        let tailed = [
            (" <harmless>?", turns.plain),
            (" <on-create>", turns.on_create),
            (" <later>", turns.later),
        ];
        tailed.into_iter().try_for_each(|(tail, gives)| {
            self.add(pattern, tail, (gives, turns.later), Scope::Clause)
        })
    }

    /// Adds what the pattern with its tail gives, and gives once the value is set.
    fn add(
        &mut self,
        pattern: &Spanned<String>,
        tail: &str,
        (gives, once_set): (Option<Gives>, Option<Gives>),
        scope: Scope,
    ) -> Result<(), Wrong> {
        let Some(gives) = gives else { return Ok(()) };
        let predicate = &self.phrase.predicate;
        let classes = Classes { predicate, ..Classes::of(self.source) };
        let text = format!("{}{tail}", pattern.as_ref());
        let says = Placed::new(&text, scope, &self.phrase.unless, &classes, self.lexicon)
            .map_err(|wrong| wrong.at(pattern))?;
        self.list.push(Compiled { gives, once_set: once_set.unwrap_or(gives), says });
        Ok(())
    }
}
