//! A request line whose method the rest of its page contradicts.
//!
//! "Delete pen" with the block `GET /pens/{id}` and the example `DELETE …/pens/1`: title and examples together outweigh the
//! block, which was copied from another page. One of them alone is only reported.

use diag::{Diagnostic, Span, codes};
use page::Text;

use crate::english::{English, Says};
use crate::prose::Prose;
use crate::{Method, OperationFacts};

/// Corrects the methods of request lines, and reports what contradicts what.
pub(super) fn settle(
    facts: &mut OperationFacts,
    title: Option<&Text>,
    english: &English,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let [first, rest @ ..] = &facts.requests[..] else { return };
    let method = first.value.method;
    let Some(title) = title.filter(|_| rest.iter().all(|line| line.value.method == method)) else {
        return;
    };
    let meant = meant(title, english).filter(|meant| contradicts(method, *meant));
    let Some(meant) = meant else { return };
    let shown: Vec<Method> =
        facts.examples.iter().filter_map(|it| Some(it.line.as_ref()?.value.method)).collect();
    let is_shown = !shown.is_empty() && shown.iter().all(|it| *it == meant);
    if !is_shown {
        diagnostics.push(contradicted(title, method, meant, first.span));
        return;
    }
    for line in &mut facts.requests {
        diagnostics.push(corrected(line.span, line.value.method, meant));
        line.value.method = meant;
    }
}

/// The method that a title speaks of, if there is just one for its verb.
fn meant(title: &Text, english: &English) -> Option<Method> {
    let tokens = Prose::new(title, english).tokens;
    let of_verbs = [(Says::TitleDeletes, Method::Delete), (Says::TitleReads, Method::Get)];
    let said = of_verbs.into_iter().find(|(says, _)| english.says(*says, &tokens));
    said.map(|(_, method)| method)
}

/// Reading may be a `POST` and removing as well, but neither is the other.
fn contradicts(method: Method, meant: Method) -> bool {
    matches!(
        (method, meant),
        (Method::Get, Method::Delete) | (Method::Delete | Method::Patch, Method::Get)
    )
}

fn contradicted(title: &Text, method: Method, meant: Method, line: Span) -> Diagnostic {
    let (method, meant) = (method.as_str(), meant.as_str());
    let message =
        format!("the title of this page speaks of `{meant}`, its request is a `{method}`");
    Diagnostic::new(codes::TITLE_METHOD, line, message).help(format!(
        "`{method}` is used, because no example says `{meant}`: correct “{}” or the request",
        title.plain()
    ))
}

fn corrected(span: Span, method: Method, meant: Method) -> Diagnostic {
    let (method, meant) = (method.as_str(), meant.as_str());
    let message =
        format!("title and examples of this page say `{meant}`, and this line `{method}`");
    Diagnostic::new(codes::TITLE_METHOD, span, message).help(format!("`{meant}` is used"))
}
