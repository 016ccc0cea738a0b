//! Words as small numbers, and sets of them.
//!
//! Knows how words are compared: case makes no difference, nor which apostrophe is used.

use std::borrow::Cow;

use crate::token::{UNKNOWN, WordId};

/// The words that patterns name.
#[derive(Clone, Debug)]
pub(crate) struct Lexicon {
    words: Table,
    /// What may stand as code: `null`, and the names of options such as `$select`, which are words too.
    code: Table,
    next: WordId,
    /// How many parts of patterns may still be compiled.
    parts: u32,
}

/// How many parts all patterns may have, classes counted wherever they are named. Those of `english.toml` have a
/// tenth of it.
const MAX_PARTS: u32 = 500_000;

/// Words in lower case with their numbers, by [`place`].
type Table = Vec<Vec<(String, WordId)>>;

/// Where a word stands in a table: by its first byte and its length, which most other words differ in.
fn place(word: &[u8]) -> Option<usize> {
    let first = usize::from(word.first()?.to_ascii_lowercase());
    Some((first + 37 * word.len()) % 256)
}

impl Default for Lexicon {
    fn default() -> Self {
        let empty = vec![Vec::new(); 256];
        Self { words: empty.clone(), code: empty, next: UNKNOWN + 1, parts: MAX_PARTS }
    }
}

impl Lexicon {
    /// The number of a word, as a text writes it.
    pub(crate) fn word(&self, word: &str) -> WordId {
        find(&self.words, option(word))
    }

    /// The number of what stands in a code span.
    pub(crate) fn code(&self, code: &str) -> WordId {
        find(&self.code, option(code))
    }

    /// Takes note that a part of a pattern is compiled; `None` if there are too many.
    pub(super) fn count_part(&mut self) -> Option<()> {
        self.parts = self.parts.checked_sub(1)?;
        Some(())
    }

    /// The number of a word of a pattern, which is new to the lexicon or not; `None` for no word. What
    /// stands in back-ticks is found only as code.
    pub(super) fn add(&mut self, word: &str) -> Option<WordId> {
        let code = word.strip_prefix('`').and_then(|word| word.strip_suffix('`'));
        let bare = code.unwrap_or(word);
        let known = find(if code.is_some() { &self.code } else { &self.words }, bare);
        if known != UNKNOWN {
            return Some(known);
        }
        let id = self.next;
        self.next = id.checked_add(1)?;
        let entry = (plain_apostrophe(bare).to_ascii_lowercase(), id);
        let place = place(entry.0.as_bytes())?;
        if code.is_some() || bare.starts_with('$') {
            self.code[place].push(entry.clone());
        }
        if code.is_none() {
            self.words[place].push(entry);
        }
        Some(id)
    }
}

/// `$select` of `?$select=name`; other words as they are.
fn option(word: &str) -> &str {
    let bare = word.trim_start_matches(['\\', '/', '?']);
    let Some(name) = bare.strip_prefix('$') else { return word };
    let length = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    &bare[..=length]
}

fn find(table: &Table, word: &str) -> WordId {
    let word = plain_apostrophe(word);
    let bytes = word.as_bytes();
    let Some(place) = place(bytes) else { return UNKNOWN };
    let mut known = table[place].iter();
    known
        .find(|(known, _)| known.as_bytes().eq_ignore_ascii_case(bytes))
        .map_or(UNKNOWN, |(_, id)| *id)
}

fn plain_apostrophe(word: &str) -> Cow<'_, str> {
    match word.is_ascii() {
        true => Cow::Borrowed(word),
        false => Cow::Owned(word.replace('’', "'")),
    }
}

/// A set of words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct WordSet {
    bits: Vec<u64>,
}

impl WordSet {
    /// Whether the word is in the set.
    pub(crate) fn has(&self, word: WordId) -> bool {
        let part = self.bits.get(usize::from(word / 64));
        part.is_some_and(|part| part >> (word % 64) & 1 == 1)
    }

    pub(super) fn insert(&mut self, word: WordId) {
        let part = usize::from(word / 64);
        self.bits.resize(self.bits.len().max(part + 1), 0);
        self.bits[part] |= 1 << (word % 64);
    }

    pub(super) fn extend(&mut self, other: &Self) {
        self.bits.resize(self.bits.len().max(other.bits.len()), 0);
        self.bits.iter_mut().zip(&other.bits).for_each(|(part, more)| *part |= more);
    }

    /// The words in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = WordId> {
        let parts = self.bits.iter().zip(0_u16..);
        parts.flat_map(|(part, at)| {
            (0..64).filter(move |bit| part >> bit & 1 == 1).map(move |bit| at * 64 + bit)
        })
    }
}
