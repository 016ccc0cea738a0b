//! Worked examples: requests and the responses that answer them.
//!
//! Reads the fences of example sections, and annotated ones anywhere, in order; pairs each response
//! with the request before it. Must not judge whether an example fits the documentation.

#[cfg(test)]
mod tests;

use diag::{Diagnostic, codes};
use page::Block;

use super::message::Message;
use super::request_line::{self, Reading};
use super::{Context, Role, json_body, shown};
use crate::Dialect;
use crate::dialect::Target;
use crate::{ExampleFacts, Fact, HttpMessage, RequestLine, Rule, json};

const RULE: Rule = "examples";

/// The examples, in order.
pub(super) fn read(context: &mut Context<'_, '_>) -> Vec<ExampleFacts> {
    let mut examples: Vec<ExampleFacts> = Vec::new();
    let messages = context.messages;
    for (index, message) in messages {
        let (index, block) = (*index, &context.page.blocks[*index]);
        match part(context, index, block, message) {
            Some(Part::Request) => {
                let name = name(context, index, block);
                let request = fact(context, message, block);
                let line = line(&request, context.dialect);
                let target = target(&request.value.start, context.dialect);
                let request = Some(request);
                let example = ExampleFacts { name, request, line, target, ..Default::default() };
                examples.push(example);
            }
            Some(Part::Answer) if has_open_response(&examples) => {
                add_body(context, block, message, &mut examples);
            }
            Some(Part::Body) if is_answer(context, block, &examples) => {
                let response = fact(context, message, block);
                if let Some(last) = examples.last_mut() {
                    last.response = Some(response);
                }
            }
            Some(Part::Response | Part::Answer) => {
                let response = Some(fact(context, message, block));
                match examples.last_mut().filter(|last| last.response.is_none()) {
                    Some(last) => last.response = response,
                    None => {
                        let name = name(context, index, block);
                        examples.push(ExampleFacts { name, response, ..ExampleFacts::default() });
                    }
                }
            }
            Some(Part::Body) => add_body(context, block, message, &mut examples),
            None => {}
        }
    }
    for example in &mut examples {
        let sent = example.request.as_ref().map(|request| request.value.body.as_str());
        example.sent = sent.and_then(json_body::read);
    }
    examples
}

enum Part {
    Request,
    Response,
    /// The body of an answer, whose status line may stand in the fence before.
    Answer,
    /// The body of the message in the fence before.
    Body,
}

fn part(context: &Context<'_, '_>, index: usize, block: &Block, message: &Message) -> Option<Part> {
    let in_examples =
        matches!(context.role(block), Role::Example | Role::ExampleRequest | Role::ExampleResponse);
    match context.block_type(index) {
        Some("response") => return Some(Part::Response),
        Some("request") => return Some(Part::Request),
        _ if !in_examples => return None,
        _ => {}
    }
    match message {
        _ if message.is_response() => Some(Part::Response),
        _ if !message.start.is_empty() => Some(Part::Request),
        _ if !message.body.starts_with(['{', '[']) => None,
        _ if is_labelled_answer(context, block) => Some(Part::Answer),
        _ => Some(Part::Body),
    }
}

/// Whether the line before says that it is an answer, else the heading above.
fn is_labelled_answer(context: &Context<'_, '_>, block: &Block) -> bool {
    let label = context.ledger.label(block.span);
    label.unwrap_or_else(|| context.role(block)) == Role::ExampleResponse
}

/// Whether a body without a label answers the last request, as that one sends none.
fn is_answer(context: &Context<'_, '_>, block: &Block, examples: &[ExampleFacts]) -> bool {
    let label = context.ledger.label(block.span);
    let last = examples.last().filter(|last| last.response.is_none());
    let line = last.and_then(|last| last.line.as_ref());
    label.is_none() && line.is_some_and(|line| line.value.method == crate::Method::Get)
}

/// Whether the last answer has no body yet.
fn has_open_response(examples: &[ExampleFacts]) -> bool {
    let last = examples.last().and_then(|last| last.response.as_ref());
    last.is_some_and(|response| response.value.body.is_empty())
}

/// The annotation's name, else the heading that tells this example from the others.
fn name(context: &Context<'_, '_>, index: usize, block: &Block) -> Option<String> {
    let annotated = context.annotations.get(&index).and_then(|annotation| annotation.text("name"));
    let heading = || {
        let sections = context.page.ancestors(block.section).filter(|section| section.level > 1);
        sections
            .map(|section| section.title.plain())
            .find(|title| !context.dialect.is_mere_heading(title))
    };
    annotated.map(str::to_owned).or_else(heading)
}

fn fact(context: &mut Context<'_, '_>, message: &Message, block: &Block) -> Fact<HttpMessage> {
    context.ledger.read(block.span, RULE);
    context.diagnostics.extend(invalid_json(message));
    let message = HttpMessage {
        start: message.start.clone(),
        headers: message.headers.clone(),
        body: message.body.clone(),
        json: shown::read(message),
    };
    Fact::new(message, block.span, RULE)
}

/// What the request asks for.
fn line(request: &Fact<HttpMessage>, dialect: &Dialect) -> Option<Fact<RequestLine>> {
    match request_line::read(&request.value.start, dialect) {
        Reading::Request(line, _) => Some(Fact::new(line, request.span, RULE)),
        Reading::Unusable(_) | Reading::Other | Reading::OtherVersion => None,
    }
}

/// What the request line asks for, below the service root, with what keys are in it.
fn target(start: &str, dialect: &Dialect) -> Option<String> {
    let text: String = start.lines().map(str::trim).collect();
    let (_, target) = text.split_once(char::is_whitespace)?;
    let target = target.split(" HTTP/").next().unwrap_or_default().trim();
    match dialect.addresses.target(target) {
        Target::Ours(below) if below.contains('?') => Some(below.to_owned()),
        Target::Ours(below) => Some(match request_line::split_query(below) {
            (path, Some(query)) => format!("{path}?{query}"),
            (path, None) => path.to_owned(),
        }),
        Target::OtherVersion | Target::Foreign => None,
    }
}

/// A fence with nothing but JSON continues the message before it, if that one has no body yet.
fn add_body(
    context: &mut Context<'_, '_>,
    block: &Block,
    body: &Message,
    examples: &mut [ExampleFacts],
) {
    let of_request = context.ledger.label(block.span) == Some(Role::ExampleRequest);
    let last = examples.last_mut().and_then(|last| match &mut last.response {
        Some(response) if !of_request => Some(response),
        _ => last.request.as_mut(),
    });
    if let Some(open) = last.filter(|message| message.value.body.is_empty()) {
        context.ledger.read(block.span, RULE);
        context.diagnostics.extend(invalid_json(body));
        open.value.body.clone_from(&body.body);
        open.value.json = shown::read(body);
    }
}

/// Reports a body that is meant to be JSON but is not.
pub(super) fn invalid_json(message: &Message) -> Option<Diagnostic> {
    let body = message.body.as_str();
    if !is_meant_as_json(body) {
        return None;
    }
    let error = serde_json::from_str::<serde::de::IgnoredAny>(body).err()?;
    let line = error.line().saturating_sub(1).min(message.body_lines.len().checked_sub(1)?);
    let cut = body.contains("...") || body.contains('…');
    let lenient = cut || json::read(body).is_some_and(|document| document.faults.is_empty());
    let code = if lenient { codes::EXAMPLE_JSON_CUT } else { codes::EXAMPLE_JSON };
    let place = message.body_lines[line];
    let report = Diagnostic::new(code, place, "the example is not valid JSON");
    Some(report.label(reason(&error, body)).help("the example was kept as it is written"))
}

/// An object, or an array of values; `[a zip file]` is a placeholder.
fn is_meant_as_json(body: &str) -> bool {
    match body.strip_prefix('[') {
        Some(rest) => rest
            .trim_start()
            .starts_with(|c: char| matches!(c, '{' | '[' | ']' | '"' | '-') || c.is_ascii_digit()),
        None => body.starts_with('{'),
    }
}

/// What the JSON reader says; it is silent about the comma before a closing bracket.
fn reason(error: &serde_json::Error, body: &str) -> String {
    let line = body.lines().nth(error.line().saturating_sub(1)).unwrap_or_default();
    let at = line.as_bytes().get(error.column().saturating_sub(1));
    if matches!(at, Some(b'}' | b']')) && !error.is_eof() {
        return "there is a comma or nothing before this bracket".to_owned();
    }
    let reason = error.to_string();
    reason.split(" at line ").next().unwrap_or(&reason).to_owned()
}
