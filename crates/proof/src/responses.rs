//! Statuses that are none, and answers that examples show otherwise than the prose says.

use diag::{Diagnostic, Span, codes};
use facts::{OperationFacts, Role};
use page::{BlockKind, Text};

use crate::Read;

/// What the statuses of successes are called (RFC 9110, section 15.3).
const REASONS: &[(u16, &str)] = &[
    (200, "OK"),
    (201, "Created"),
    (202, "Accepted"),
    (204, "No Content"),
    (206, "Partial Content"),
    (302, "Found"),
    (304, "Not Modified"),
];

pub(crate) fn check(read: &Read<'_>, reports: &mut Vec<Diagnostic>) {
    for block in &read.page.blocks {
        match &block.kind {
            BlockKind::Paragraph(text) | BlockKind::ListItem(text)
                if read.role(block) == Role::Response =>
            {
                statuses(text, reports);
            }
            BlockKind::Fence(fence) if read.is_example(block) => {
                if let Some(first) = fence.lines.first()
                    && let Some(status) = first.value.strip_prefix("HTTP/1.1 ")
                {
                    status_line(status, first.span, reports);
                }
            }
            _ => {}
        }
    }
    if let Some(operation) = &read.facts.operation {
        contradictions(operation, reports);
    }
}

fn statuses(text: &Text, reports: &mut Vec<Diagnostic>) {
    for run in text.runs.iter().filter(|run| run.code) {
        let status = run.text.trim().trim_start_matches("HTTP/1.1 ");
        let digits = status.split([' ', ',', '-']).next().unwrap_or_default();
        if !digits.is_empty() && digits.bytes().all(|it| it.is_ascii_digit()) {
            status_line(status, run.span, reports);
        }
    }
}

fn status_line(status: &str, span: Span, reports: &mut Vec<Diagnostic>) {
    let (digits, reason) = status.trim().split_once(' ').unwrap_or((status.trim(), ""));
    let number = digits.trim_end_matches(|c: char| !c.is_ascii_digit()).parse::<u16>();
    if !number.as_ref().is_ok_and(|number| (100..600).contains(number)) {
        let message = format!("`{digits}` is no HTTP status");
        reports.push(Diagnostic::new(codes::STATUS, span, message));
        return;
    }
    let of_reason = REASONS.iter().find(|(_, known)| known.eq_ignore_ascii_case(reason.trim()));
    if let (Ok(number), Some((of_reason, known))) = (&number, of_reason)
        && *number != *of_reason
    {
        let message = format!("the status {number} is not called `{known}`");
        let help = format!("`{known}` is {of_reason}");
        reports.push(Diagnostic::new(codes::STATUS, span, message).help(help));
        return;
    }
    // What is in one word and no name at all: `200 KO`.
    let own = REASONS.iter().find(|(known, _)| number.as_ref().is_ok_and(|it| it == known));
    let is_word =
        !reason.trim().is_empty() && reason.trim().bytes().all(|it| it.is_ascii_alphabetic());
    if let Some((number, known)) = own
        && is_word
        && of_reason.is_none()
    {
        let message = format!("the status {number} is not called `{}`", reason.trim());
        let help = format!("it is called `{known}`");
        reports.push(Diagnostic::new(codes::STATUS, span, message).help(help));
    }
}

fn contradictions(operation: &OperationFacts, reports: &mut Vec<Diagnostic>) {
    let response = &operation.response;
    let stated: Vec<u16> =
        response.statements.iter().flat_map(|it| it.value.statuses.iter().copied()).collect();
    if stated.is_empty() {
        return;
    }
    for shown in &response.annotations {
        let Some(status) = shown.value.status.filter(|status| (200..300).contains(status)) else {
            continue;
        };
        if !stated.contains(&status) {
            let stated: Vec<String> = stated.iter().map(u16::to_string).collect();
            let message =
                format!("the page says {}, and this example answers {status}", stated.join(", "));
            reports.push(Diagnostic::new(codes::CONFLICTING_STATUS, shown.span, message));
        }
    }
    let single = response.statements.iter().filter(|it| {
        !it.value.mentions.is_empty()
            && !it.value.collection
            && !it.value.no_content
            && !it.value.stream
    });
    let shows_many =
        |it: &facts::ResponseAnnotation| it.body.as_ref().is_some_and(|body| body.value_array);
    let is_many = !response.annotations.is_empty()
        && response.annotations.iter().all(|it| shows_many(&it.value));
    if let ([statement], true) = (response.statements.as_slice(), is_many)
        && single.count() == 1
    {
        let message = "the page says that one object is answered, and its examples show many";
        reports.push(Diagnostic::new(codes::CONFLICTING_ANSWER, statement.span, message));
    }
}
