//! Response sections and annotated responses.
//!
//! Reads what the prose says about success ([`statement`]) and what response fences show
//! ([`message`](super::message)). Must not decide which of the two is right.

mod statement;
#[cfg(test)]
mod tests;

use page::{Block, BlockKind};

use super::examples::invalid_json;
use super::message::Message;
use super::{Context, Role, json_body};
use crate::annotation::Annotation;
use crate::origin::Origin;
use crate::prose::Prose;
use crate::{Fact, ResponseAnnotation, ResponseFacts, ResponseStatement, Rule};

const ANNOTATIONS: Rule = "response-fence";

/// What the page says about its responses.
pub(super) fn read(context: &mut Context<'_, '_>) -> ResponseFacts {
    ResponseFacts { statements: prose(context), annotations: fences(context) }
}

fn prose(context: &mut Context<'_, '_>) -> Vec<Fact<ResponseStatement>> {
    let mut reader = statement::Reader::new(context.ledger.origin);
    let blocks: Vec<_> =
        context.blocks().filter(|(_, block)| context.role(block) == Role::Response).collect();
    for (index, block) in blocks {
        // Notes are not about success.
        match context.ledger.prose(index).filter(|_| block.quote.is_none()) {
            Some(prose) => reader.read(prose),
            None => leave_out_table(context, block),
        }
    }
    reader.finish()
}

/// What a text says about success, wherever it stands.
pub(super) fn in_prose(prose: &Prose<'_>, origin: Origin<'_>) -> Vec<Fact<ResponseStatement>> {
    let mut reader = statement::Reader::new(origin);
    reader.read(prose);
    reader.finish()
}

/// Tables of a response section explain members or error codes of one answer.
fn leave_out_table(context: &mut Context<'_, '_>, block: &Block) {
    if matches!(block.kind, BlockKind::Table(_)) {
        context.ledger.leave_out(block.span, "response-table");
    }
}

/// Every fence with a response annotation or a status line, wherever it stands, and bare JSON in the
/// response section.
fn fences(context: &mut Context<'_, '_>) -> Vec<Fact<ResponseAnnotation>> {
    let mut annotations = Vec::new();
    let messages = context.messages;
    for (index, message) in messages {
        let block = &context.page.blocks[*index];
        let annotated = context.block_type(*index) == Some("response");
        let labelled = context.ledger.label(block.span) == Some(Role::ExampleResponse);
        let sketch = (labelled || context.role(block) == Role::Response)
            && context.ledger.is_open(block.span)
            && message.start.is_empty()
            && message.body.starts_with(['{', '[']);
        if annotated || message.is_response() || sketch {
            let annotation = context.annotations.get(index).filter(|_| annotated).copied();
            if labelled && sketch {
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
