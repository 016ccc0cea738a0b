//! Actions that a resource page states in prose: "… offers a bound action called `post`, which …", with the
//! request in back-ticks.
//!
//! Reads paragraphs of resource pages; returns one operation for each such request, as if it had a page of its
//! own. A request is one of these if its path ends with a qualified name. In place of the method may stand the
//! action's name in capitals, because an action is called with `POST`.

use std::ops::Range;

use diag::{Diagnostic, Span, codes};
use page::{Block, Page, Run};
use text::DocText;

use super::request_line::{self, Reading};
use super::response;
use crate::Dialect;
use crate::Role;
use crate::coverage::Ledger;
use crate::prose::Prose;
use crate::{
    Fact, Method, OperationFacts, PageFacts, PageKind, RequestLine, ResponseFacts, Rule, Segment,
    words,
};

#[cfg(test)]
mod tests;

const RULE: Rule = "bound-actions";

/// What the page states of one action, while it is read.
struct Action {
    request: Fact<RequestLine>,
    /// What is said of it before the request is shown.
    said: DocText,
    response: ResponseFacts,
}

/// The actions of the resource page whose other claims are `of`, each as a page of its own.
pub(crate) fn read(
    page: &Page,
    ledger: &Ledger<'_>,
    of: &PageFacts,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<PageFacts> {
    let mut actions: Vec<Action> = Vec::new();
    let (mut section, mut said) = (None, DocText::default());
    for (block, prose) in page.blocks.iter().enumerate().filter_map(|(index, block)| {
        Some((block, ledger.prose(index).filter(|_| tells(block, ledger))?))
    }) {
        let text = prose.text;
        if section.replace(block.section) != Some(block.section) {
            said = DocText::default();
        }
        let shown = text.runs.iter().find_map(|run| request(run, ledger.dialect(), diagnostics));
        let answer = response::in_prose(prose, ledger.origin);
        match (shown, actions.last_mut()) {
            (Some(request), _) => {
                said.append(&without(prose, request.span, &page.path));
                let said = std::mem::take(&mut said);
                actions.push(Action { request, said, response: ResponseFacts::default() });
            }
            (None, Some(last)) if !answer.is_empty() => last.response.statements.extend(answer),
            (None, _) => said.append(&words::words(text, &page.path)),
        }
    }
    actions.into_iter().map(|action| as_page(action, of)).collect()
}

/// The sentences of a text but the one that shows the request, and one before it that only leads to it.
fn without(prose: &Prose<'_>, request: Span, page_path: &str) -> DocText {
    let shows = |range: &Range<usize>| {
        prose.tokens[range.clone()].iter().any(|token| token.span == request)
    };
    let leads = |range: &Range<usize>| prose.tokens[range.end - 1].is_mark(":");
    let mut others = Vec::new();
    for (at, range) in prose.ranges().iter().enumerate() {
        let next = prose.ranges().get(at + 1);
        let is_lead = leads(range) && next.is_some_and(shows);
        if !is_lead && !shows(range) {
            others.extend(prose.runs(range));
        }
    }
    words::of_runs(&others, page_path)
}

/// Whether it tells of the resource itself, not of examples.
fn tells(block: &Block, ledger: &Ledger<'_>) -> bool {
    let aside = matches!(
        ledger.role(block.section),
        Role::Example | Role::ExampleRequest | Role::ExampleResponse | Role::Prose | Role::Errors
    );
    !aside && block.quote.is_none() && block.tab.is_none()
}

/// The call of an action that the run shows.
fn request(
    run: &Run,
    dialect: &Dialect,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Fact<RequestLine>> {
    let (verb, target) = run.text.trim().split_once(char::is_whitespace)?;
    let is_verb = verb.len() > 2 && verb.bytes().all(|byte| byte.is_ascii_uppercase());
    if !run.code || !is_verb {
        return None;
    }
    let line = format!("POST {target}");
    let Reading::Request(mut request, repairs) = request_line::read(&line, dialect) else {
        return None;
    };
    let Some(Segment::Literal(last)) = request.segments.last() else { return None };
    let name = last.rsplit_once('.').filter(|(namespace, _)| !namespace.is_empty())?.1;
    let calls = verb == "POST" || verb.eq_ignore_ascii_case(name);
    if !calls {
        return None;
    }
    request.method = Method::Post;
    for repair in repairs {
        let report = Diagnostic::new(
            codes::REQUEST_LINE_REPAIRED,
            run.span,
            "the request line was repaired",
        );
        diagnostics.push(report.label(repair));
    }
    Some(Fact::new(request, run.span, RULE))
}

fn as_page(action: Action, of: &PageFacts) -> PageFacts {
    let span = action.request.span;
    let name = name(&action.request.value).to_owned();
    let title = match of.types.first().and_then(|it| it.names.first()) {
        Some(resource) => format!("{}: {name}", resource.value),
        None => name.clone(),
    };
    PageFacts {
        page: of.page,
        path: of.path.clone(),
        kind: PageKind::Operation,
        title: Some(Fact::new(title, span, RULE)),
        titled_operation: Some(name),
        summary: (!action.said.is_empty()).then(|| Fact::new(action.said, span, RULE)),
        area: of.area.clone(),
        namespace: of.namespace.clone(),
        deprecated: of.deprecated.clone(),
        types: Vec::new(),
        enums: Vec::new(),
        methods: Vec::new(),
        operation: Some(OperationFacts {
            requests: vec![action.request],
            response: action.response,
            ..OperationFacts::default()
        }),
        actions: Vec::new(),
        corrections: Vec::new(),
        sections: of.sections.clone(),
        coverage: Vec::new(),
    }
}

/// What the action is called, without its namespace.
fn name(request: &RequestLine) -> &str {
    match request.segments.last() {
        Some(Segment::Literal(name)) => name.rsplit('.').next().unwrap_or(name),
        _ => "",
    }
}
