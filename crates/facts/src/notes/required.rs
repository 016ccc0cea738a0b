//! "Required.", "Required on create.", "Optional."; not "The required password type".

use super::add;
use crate::prose::{Prose, Token, clauses, has_any, is_phrase, starts_with};
use crate::{Fact, Note, Rule};

const RULE: Rule = "required";

const REQUIRED: &[&str] = &[
    "required",
    "mandatory",
    "is required",
    "it is required",
    "is mandatory",
    "this is required",
    "this property is required",
    "this parameter is required",
    "this field is required",
    "the property is required",
    "this is a required property",
    "it is a required property",
    "this is a required parameter",
    "this is a required value",
    "this is a required field",
    "a required property",
    "required property",
    "required parameter",
    "required field",
    "must be specified",
    "must be provided",
    "this property must be specified",
    "this value must be specified",
    "this parameter must be specified",
];

const OPTIONAL: &[&str] = &[
    "optional",
    "not required",
    "is optional",
    "it is optional",
    "this is optional",
    "this property is optional",
    "this parameter is optional",
    "optional property",
    "optional parameter",
    "this is an optional property",
    "this is an optional parameter",
];

/// "Required …", "This property is required …" when followed by words about creation.
const BEFORE_CREATION: &[&str] = &[
    "required",
    "this property is required",
    "property is required",
    "this is required",
    "it is required",
    "must be specified",
    "must be set",
    "must be provided",
    "this property must be specified",
];

pub(super) fn read(prose: &Prose<'_>, notes: &mut Vec<Fact<Note>>) {
    for sentence in prose.sentences() {
        if let Some(clause) = on_create(sentence) {
            add(notes, Note::RequiredOnCreate, clause, RULE);
            continue;
        }
        if has_any(sentence, &["if", "when", "unless", "indicates", "whether", "only"]) {
            continue;
        }
        for clause in clauses(sentence) {
            if REQUIRED.iter().any(|phrase| is_phrase(clause, phrase)) {
                add(notes, Note::Required, clause, RULE);
            } else if OPTIONAL.iter().any(|phrase| is_phrase(clause, phrase)) {
                add(notes, Note::Optional, clause, RULE);
            }
        }
    }
}

fn on_create<'t, 'a>(sentence: &'t [Token<'a>]) -> Option<&'t [Token<'a>]> {
    clauses(sentence).find(|clause| {
        let Some(start) = BEFORE_CREATION
            .iter()
            .filter(|start| starts_with(clause, start))
            .max_by_key(|start| start.len())
        else {
            return false;
        };
        let after = &clause[start.split(' ').count()..];
        let links = after.first().is_some_and(|next| {
            next.is_any(&["on", "when", "for", "during", "at", "in", "while", "upon", "to"])
        });
        let creates = has_any(after, &["create", "created", "creating", "creation", "post"]);
        links && creates && !has_any(after, &["if", "unless", "update", "updating"])
    })
}
