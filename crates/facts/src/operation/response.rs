//! Response sections and annotated responses.
//!
//! Reads what the prose says about success ([`statement`]) and what response fences show
//! ([`message`](super::message)). Must not decide which of the two is right.

mod statement;
#[cfg(test)]
mod tests;

use page::{Block, BlockKind, Text};

use super::message::Message;
use super::sentences::sentences;
use super::{Context, Role, json_body};
use crate::annotation::Annotation;
use crate::{Fact, ResponseAnnotation, ResponseFacts, Rule};

const STATEMENTS: Rule = "response";
const ANNOTATIONS: Rule = "response-fence";

/// What the page says about its responses.
pub(super) fn read(context: &mut Context<'_, '_>) -> ResponseFacts {
    ResponseFacts { statements: prose(context), annotations: fences(context) }
}

fn prose(context: &mut Context<'_, '_>) -> Vec<Fact<crate::ResponseStatement>> {
    let mut reader = statement::Reader::new(&context.page.path);
    let blocks: Vec<_> =
        context.blocks().filter(|(_, block)| context.role(block) == Role::Response).collect();
    for (_, block) in blocks {
        match text(block) {
            Some(text) => sentences(text).iter().for_each(|sentence| reader.read(sentence)),
            None => leave_out_table(context, block),
        }
    }
    reader
        .finish()
        .into_iter()
        .map(|(statement, span)| Fact::new(statement, span, STATEMENTS))
        .collect()
}

/// What a text says about success, wherever it stands.
pub(super) fn in_prose(text: &Text, page_path: &str) -> Vec<Fact<crate::ResponseStatement>> {
    let mut reader = statement::Reader::new(page_path);
    sentences(text).iter().for_each(|sentence| reader.read(sentence));
    let statements = reader.finish().into_iter();
    statements.map(|(statement, span)| Fact::new(statement, span, STATEMENTS)).collect()
}

/// Prose of the section; notes are not about success.
fn text(block: &Block) -> Option<&Text> {
    match &block.kind {
        BlockKind::Paragraph(text) | BlockKind::ListItem(text) if block.quote.is_none() => {
            Some(text)
        }
        _ => None,
    }
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
        let sketch = context.role(block) == Role::Response
            && context.ledger.is_open(block.span)
            && message.start.is_empty()
            && message.body.starts_with(['{', '[']);
        if annotated || message.is_response() || sketch {
            let annotation = context.annotations.get(index).filter(|_| annotated).copied();
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
