//! Answers of another form than the one that is decided: a file behind a redirect, or JSON where the request asks for it.
//!
//! Reads what the sentences of a page about one operation say: an example of another form is rather one of its type. Two types for one form contradict one another, which `response` settles.

use super::response::{Returned, said};
use super::stated::Stated;
use crate::ResponseContent;
use crate::types::Types;
use facts::Fact;

/// An answer that may come instead, with its success codes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Alternative {
    /// The codes.
    pub(crate) statuses: Vec<u16>,
    /// What it holds.
    pub(crate) content: Fact<Returned>,
}

/// The forms of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Nothing,
    Bytes,
    Json,
}

/// What the page says besides `decided`, one answer for each other form.
pub(super) fn alternatives(
    decided: &Returned,
    stated: &Stated,
    types: &Types<'_>,
) -> Vec<Alternative> {
    let mut known = vec![form(decided)];
    let mut found = Vec::new();
    for it in stated.all().iter().filter(|it| !it.statuses.is_empty()) {
        let content = said(&it.content, types);
        let form = form(&content);
        if form == Form::Nothing || known[0] == Form::Nothing || known.contains(&form) {
            continue;
        }
        known.push(form);
        let content = Fact::new(content, it.span, it.rule);
        found.push(Alternative { statuses: it.statuses.clone(), content });
    }
    found
}

fn form(returned: &Returned) -> Form {
    match returned {
        ResponseContent::Empty => Form::Nothing,
        ResponseContent::Stream => Form::Bytes,
        _ => Form::Json,
    }
}
