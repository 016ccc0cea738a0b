//! "Returned only on `$select`.", "Returned by default.", "not returned by default".

use super::add;
use crate::prose::{Prose, Token, find};
use crate::{Fact, Note, Rule};

const RULE: Rule = "returned";

pub(super) fn read(prose: &Prose<'_>, notes: &mut Vec<Fact<Note>>) {
    for sentence in prose.sentences() {
        if select_only(sentence) {
            add(notes, Note::SelectOnly, sentence, RULE);
        } else if sentence.first().is_some_and(|first| first.is("returned"))
            && find(sentence, "by default") == Some(1)
        {
            add(notes, Note::ReturnedByDefault, sentence, RULE);
        }
    }
}

fn select_only(sentence: &[Token<'_>]) -> bool {
    if find(sentence, "not returned by default").is_some() {
        return true;
    }
    let only = find(sentence, "returned only").or_else(|| find(sentence, "only returned"));
    let select = sentence.iter().any(|token| {
        token
            .text
            .trim_start_matches('\\')
            .get(..7)
            .is_some_and(|s| s.eq_ignore_ascii_case("$select"))
    });
    only.is_some() && select
}
