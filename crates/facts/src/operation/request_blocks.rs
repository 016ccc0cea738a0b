//! Which lines of a page are the operations that it documents.
//!
//! Reads code blocks, tables and inline code below an "HTTP request" heading, and where a page has none, the
//! code blocks of its other sections that are no examples. Returns request lines in order; the lines
//! themselves are read by [`request_line`].

use diag::{Diagnostic, Span, codes};
use page::{Block, BlockKind, Fence, Table, Text};

use super::request_line::{self, Reading};
use super::{Context, Role};
use crate::{Column, Dialect};
use crate::{Fact, RequestLine, Rule};

const RULE: Rule = "request-blocks";

/// The documented operations.
pub(super) fn read(context: &mut Context<'_, '_>) -> Vec<Fact<RequestLine>> {
    let stated = under_headings(context);
    let requests = if stated.is_empty() { elsewhere(context) } else { stated };
    let requests = if requests.is_empty() { inline_elsewhere(context) } else { requests };
    leave_out_mentions(context);
    if requests.is_empty() {
        report_none(context);
    }
    requests
}

/// Without a request nothing on the page can be called; the title is where that is said.
fn report_none(context: &mut Context<'_, '_>) {
    if let Some(title) = context.page.sections.iter().find(|section| section.level == 1) {
        context.diagnostics.push(
            Diagnostic::new(codes::NO_REQUEST, title.span, "the page documents no request")
                .help("add an \"HTTP request\" section with a code block of requests"),
        );
    }
}

/// Requests and headers that the prose of other sections shows by the way.
fn leave_out_mentions(context: &mut Context<'_, '_>) {
    let fences: Vec<_> = context.fences().collect();
    for (index, block, fence) in fences {
        let example = matches!(
            context.role(block),
            Role::Example | Role::ExampleRequest | Role::ExampleResponse | Role::Response
        );
        let message = matches!(context.block_type(index), Some("request" | "response"));
        if example || message {
            continue;
        }
        if context.dialect.is_program(&fence.info) {
            context.ledger.leave_out(block.span, "other-language");
        } else if context.dialect.may_hold_requests(&fence.info) && is_mention(fence) {
            context.ledger.leave_out(block.span, "mentioned-request");
        }
    }
}

/// The first line is a request, a path or a header.
fn is_mention(fence: &Fence) -> bool {
    let mut lines =
        fence.lines.iter().map(|line| line.value.trim()).filter(|line| !line.is_empty());
    lines.next().is_some_and(|first| {
        let header = first.split_once(':').is_some_and(|(name, _)| {
            name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') && !name.is_empty()
        });
        header || first.starts_with('/') || request_line::is_request(first)
    })
}

/// Below an "HTTP request" heading: every fence, and paragraphs that begin with a request in ticks.
fn under_headings(context: &mut Context<'_, '_>) -> Vec<Fact<RequestLine>> {
    let mut requests = Vec::new();
    for (index, block) in context.blocks_of(Role::HttpRequest) {
        match &block.kind {
            BlockKind::Fence(fence) if is_response(context, index, fence) => {}
            BlockKind::Fence(fence) if context.dialect.may_hold_requests(&fence.info) => {
                let found = lines(fence, context.dialect, context.diagnostics);
                if !found.is_empty() {
                    context.ledger.read(block.span, RULE);
                }
                requests.extend(found);
            }
            BlockKind::Paragraph(text) | BlockKind::ListItem(text) => {
                requests.extend(inline(text, context.dialect, context.diagnostics));
            }
            BlockKind::Table(table) => requests.extend(tabled(context, block, table)),
            _ => {}
        }
    }
    requests
}

/// The rows of a table with a column of methods and one of addresses.
fn tabled(context: &mut Context<'_, '_>, block: &Block, table: &Table) -> Vec<Fact<RequestLine>> {
    let columns = context.ledger.columns(table);
    let at = |wanted: Column| columns.iter().position(|column| *column == Some(wanted));
    let (Some(method), Some(uri)) = (at(Column::Method), at(Column::RequestUri)) else {
        return Vec::new();
    };
    context.ledger.read(block.span, RULE);
    let mut requests = Vec::new();
    for row in &table.rows {
        let line = format!("{} {}", row.cells[method].plain(), row.cells[uri].plain());
        requests.extend(one(&line, row.span, context.dialect, context.diagnostics));
    }
    requests
}

/// On a page without such a heading: fences below permissions or task headings.
fn elsewhere(context: &mut Context<'_, '_>) -> Vec<Fact<RequestLine>> {
    let mut requests = Vec::new();
    let fences: Vec<_> = context.fences().collect();
    for (index, block, fence) in fences {
        let place = matches!(
            context.role(block),
            Role::Permissions | Role::Title | Role::Unknown | Role::HttpRequest
        );
        let example =
            is_response(context, index, fence) || context.block_type(index) == Some("request");
        if place && !example && context.dialect.may_hold_requests(&fence.info) {
            let found = lines(fence, context.dialect, context.diagnostics);
            if !found.is_empty() {
                context.ledger.read(block.span, RULE);
            }
            requests.extend(found);
        }
    }
    requests
}

/// On such a part of a page without a fence of that sort: code that paragraphs below its heading begin with.
fn inline_elsewhere(context: &mut Context<'_, '_>) -> Vec<Fact<RequestLine>> {
    if !context.page.path.contains(page::PART) {
        return Vec::new();
    }
    let is_below_title = |block: &Block| context.role(block) == Role::Title;
    let texts: Vec<_> = context.blocks().filter(|(_, block)| is_below_title(block)).collect();
    let read = |(_, block): (usize, &Block)| match &block.kind {
        BlockKind::Paragraph(text) => inline(text, context.dialect, context.diagnostics),
        _ => None,
    };
    texts.into_iter().filter_map(read).collect()
}

fn is_response(context: &Context<'_, '_>, index: usize, fence: &Fence) -> bool {
    let first = fence.lines.iter().find(|line| !line.value.trim().is_empty());
    context.block_type(index) == Some("response")
        || first.is_some_and(|line| line.value.trim_start().starts_with("HTTP/"))
}

/// The request lines of a fence. What follows a request line may be headers or a body; a line that
/// begins with `?` or `&` continues the query.
fn lines(
    fence: &Fence,
    dialect: &Dialect,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Fact<RequestLine>> {
    let mut requests: Vec<Fact<RequestLine>> = Vec::new();
    let mut in_body = false;
    let mut rest = fence.lines.iter().peekable();
    while let Some(line) = rest.next() {
        let (mut text, mut span) = (line.value.trim().to_owned(), line.span);
        // A line may be broken within a placeholder: `{machine` and `action id}/…`.
        while is_in_placeholder(&text)
            && let Some(next) = rest.next_if(|next| closes_placeholder(&next.value))
        {
            text = format!("{text} {}", next.value.trim());
            span = span.to(next.span);
        }
        let text = text.as_str();
        match requests.last_mut() {
            Some(last) if text.starts_with(['?', '&']) => {
                continue_query(&mut last.value, text);
                last.span = last.span.to(span);
                continue;
            }
            Some(_) if text.starts_with('/') && !text.starts_with("//") && !in_body => {
                diagnostics.push(
                    Diagnostic::new(codes::REQUEST_LINE, span, "a path without a method")
                        .help("it was left out; write the method before it"),
                );
            }
            _ => {}
        }
        in_body |= text.starts_with(['{', '[']);
        requests.extend(one(text, span, dialect, diagnostics));
    }
    requests
}

/// Whether a request ends within a placeholder.
fn is_in_placeholder(text: &str) -> bool {
    request_line::is_request(text) && text.rfind('{') > text.rfind('}')
}

/// Whether a line begins within a placeholder, and closes it.
fn closes_placeholder(text: &str) -> bool {
    let close = text.find('}');
    close.is_some() && text.find('{').is_none_or(|open| close < Some(open))
}

fn continue_query(request: &mut RequestLine, text: &str) {
    request.raw.push_str(text);
    match &mut request.query {
        Some(query) => query.push_str(text),
        None => request.query = Some(text.trim_start_matches(['?', '&']).to_owned()),
    }
}

/// A paragraph or list item that begins with a request in back-ticks.
fn inline(
    text: &Text,
    dialect: &Dialect,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Fact<RequestLine>> {
    let first = text.runs.iter().find(|run| !run.text.trim().is_empty())?;
    if !first.code {
        return None;
    }
    one(&first.text, first.span, dialect, diagnostics)
}

fn one(
    text: &str,
    span: Span,
    dialect: &Dialect,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Fact<RequestLine>> {
    match request_line::read(text, dialect) {
        Reading::Other | Reading::OtherVersion => None,
        Reading::Unusable(why) => {
            diagnostics.push(Diagnostic::new(
                codes::REQUEST_LINE,
                span,
                format!("the request is left out: {why}"),
            ));
            None
        }
        Reading::Request(request, repairs) => {
            for repair in repairs {
                diagnostics.push(
                    Diagnostic::new(
                        codes::REQUEST_LINE_REPAIRED,
                        span,
                        "the request line was repaired",
                    )
                    .label(repair),
                );
            }
            Some(Fact::new(request, span, RULE))
        }
    }
}
