//! The wording of "[Deprecated] …", "This property is deprecated …", "Do not use."

use std::ops::Range;

use super::Sentence;
use crate::prose::{Prose, wording};
use crate::{Note, Rule};

const RULE: Rule = "deprecated";

/// Adds the note with the sentence, and with the next one where this one is short.
pub(super) fn read(
    prose: &Prose<'_>,
    range: &Range<usize>,
    stated: Range<usize>,
    sentence: &mut Sentence<'_, '_>,
) {
    let mut text = wording(sentence.tokens);
    let next = prose.ranges().iter().find(|next| next.start >= range.end);
    if let Some(next) = next.filter(|_| sentence.tokens.len() < 4) {
        text = format!("{text}. {}", wording(&prose.tokens[next.clone()]));
    }
    sentence.add_part(Note::Deprecated(text), stated, RULE);
}
