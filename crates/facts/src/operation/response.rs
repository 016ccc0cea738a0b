//! Response sections and annotated responses.
//!
//! Reads what the prose says about success ([`statement`]) and what response fences show
//! ([`message`](super::message)). Must not decide which of the two is right.

mod statement;
mod status_table;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use page::BlockKind;

use super::examples::invalid_json;
use super::message::Message;
use super::{Context, Role, json_body};
use crate::annotation::Annotation;
use crate::dialect::Target;
use crate::origin::Origin;
use crate::prose::Prose;
use crate::{
    Fact, Method, RequestLine, ResponseAnnotation, ResponseFacts, ResponseStatement, Rule,
};

const ANNOTATIONS: Rule = "response-fence";

/// What the page says about its responses.
pub(super) fn read(context: &mut Context<'_, '_>, requests: &[Fact<RequestLine>]) -> ResponseFacts {
    let others = others(context, requests);
    ResponseFacts { statements: prose(context, &others), annotations: fences(context, &others) }
}

/// Other tables of response sections explain members or error codes of one answer.
pub(super) fn leave_out_tables(context: &mut Context<'_, '_>) {
    for (_, block) in context.blocks_of(Role::Response) {
        if matches!(block.kind, BlockKind::Table(_)) && context.ledger.is_open(block.span) {
            context.ledger.leave_out(block.span, "response-table");
        }
    }
}

/// The blocks where a request begins, each with whether it is another one than the page documents: to an address of
/// another service, such as one that this one gave (`PUT https://…/up/fe69`), or outside of the examples with a method
/// that no request line has.
pub(super) type Others = BTreeMap<usize, bool>;

pub(super) fn others(context: &Context<'_, '_>, requests: &[Fact<RequestLine>]) -> Others {
    let is_known = |method| requests.iter().any(|line| line.value.method == method);
    let is_other = |(index, message): (&usize, &Message)| {
        let mut words = message.start.split_whitespace();
        let method = Method::from_name(words.next()?)?;
        let target = context.dialect.addresses.target(words.next()?);
        let role = context.role(&context.page.blocks[*index]);
        let in_example = matches!(role, Role::Example | Role::ExampleRequest);
        let is_other = matches!(target, Target::Foreign) || !in_example && !is_known(method);
        Some((*index, is_other && !requests.is_empty()))
    };
    context.messages.iter().filter_map(is_other).collect()
}

/// Whether the last request before the block at `index` is another one.
pub(super) fn answers_another(others: &Others, index: usize) -> bool {
    others.range(..=index).next_back().is_some_and(|(_, is_other)| *is_other)
}

fn prose(context: &mut Context<'_, '_>, others: &Others) -> Vec<Fact<ResponseStatement>> {
    let mut reader = statement::Reader::new(context.ledger.origin);
    let mut tabled = Vec::new();
    let mut blocks = context.blocks_of(Role::Response);
    // A part of a page may tell of the answer below its title.
    if blocks.is_empty() && context.page.path.contains(page::PART) {
        blocks = context.blocks_of(Role::Title);
        blocks.retain(|(index, _)| context.ledger.prose(*index).is_some());
    }
    for (index, block) in blocks {
        // Notes are not about success.
        let is_of_page = block.quote.is_none() && !answers_another(others, index);
        if let Some(prose) = context.ledger.prose(index).filter(|_| is_of_page) {
            reader.read(prose);
        }
        if let BlockKind::Table(table) = &block.kind
            && let Some(rows) = status_table::read(table, context.ledger).filter(|_| is_of_page)
        {
            context.ledger.read(block.span, status_table::RULE);
            tabled.extend(rows);
        }
    }
    let mut statements = reader.finish();
    statements.extend(tabled);
    statements
}

/// What a text says about success, wherever it stands.
pub(super) fn in_prose(prose: &Prose<'_>, origin: Origin<'_>) -> Vec<Fact<ResponseStatement>> {
    let mut reader = statement::Reader::new(origin);
    reader.read(prose);
    reader.finish()
}

/// Every fence with a response annotation or a status line, wherever it stands, and bare JSON in the
/// response section.
fn fences(context: &mut Context<'_, '_>, others: &Others) -> Vec<Fact<ResponseAnnotation>> {
    let mut annotations = Vec::new();
    let messages = context.messages;
    for (index, message) in messages {
        let block = &context.page.blocks[*index];
        let annotated = context.block_type(*index) == Some("response");
        let role = context.role(block);
        let labelled = context.ledger.label(block.span) == Some(Role::ExampleResponse);
        // What is labelled or below a heading of its own may have been read as an example.
        let is_open = context.ledger.is_open(block.span);
        let is_answer = labelled || role == Role::ExampleResponse;
        let sketch = (is_answer || is_open && role == Role::Response)
            && message.start.is_empty()
            && message.body.starts_with(['{', '[']);
        if answers_another(others, *index) && message.is_response() {
            context.ledger.leave_out(block.span, "answer-of-another-request");
        } else if annotated || message.is_response() || sketch {
            let annotation = context.annotations.get(index).filter(|_| annotated).copied();
            if labelled && sketch && is_open {
                context.diagnostics.extend(invalid_json(message));
            }
            context.ledger.read(block.span, ANNOTATIONS);
            annotations.push(Fact::new(fact(annotation, message), block.span, ANNOTATIONS));
        }
    }
    annotations
}

fn fact(annotation: Option<&Annotation>, message: &Message) -> ResponseAnnotation {
    ResponseAnnotation {
        status: message.status(),
        odata_type: annotation.and_then(Annotation::element_type).map(str::to_owned),
        collection: annotation.is_some_and(Annotation::is_collection),
        body: json_body::read(&message.body),
    }
}
