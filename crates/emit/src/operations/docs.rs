//! The doc comment of an operation: the docs' words, then what a caller needs to know beside the types.

use model::{Operation, Parameter, Permissions};

use crate::docs::Comment;
use crate::facts::code;
use crate::gates;

/// The whole comment. Its first line is the page's title, below which the table's macro writes the
/// request line of each route.
pub(super) fn comment(operation: &Operation) -> Comment {
    let mut comment = Comment::new(4);
    comment.line(&title(operation));
    comment.paragraph(&operation.docs.text);
    comment.paragraph(&permissions(&operation.permissions));
    comment.paragraph(&query_options(operation.query_options.as_deref()));
    comment.paragraph(&optional("Query parameters", &operation.query));
    comment.paragraph(&optional("Headers", &operation.headers));
    comment.paragraph(&statuses(&operation.response.statuses));
    comment.paragraph(&clouds(&operation.clouds));
    comment.paragraph(&gates::sentence(&operation.gate));
    comment.sources(&operation.docs);
    comment
}

/// The page's title; a page without one is named by its first request line.
pub(super) fn title(operation: &Operation) -> String {
    let title = plain(&operation.title);
    match operation.routes.first() {
        Some(route) if title.is_empty() => code(&route.template),
        _ => title,
    }
}

/// The same as text without markup.
pub(super) fn plain_title(operation: &Operation) -> String {
    let title = operation.title.split_whitespace().collect::<Vec<_>>().join(" ");
    match operation.routes.first() {
        Some(route) if title.is_empty() => route.template.clone(),
        _ => title,
    }
}

/// Two rows per documented case: the least that each kind of caller needs, and what else will do.
fn permissions(cases: &[Permissions]) -> String {
    if cases.is_empty() {
        return String::new();
    }
    let rows: Vec<String> = cases.iter().flat_map(permission_rows).collect();
    let head = "| Permissions | Delegated (work or school) | Delegated (personal) | Application |";
    format!("{head}\n|---|---|---|---|\n{}", rows.join("\n"))
}

fn permission_rows(case: &Permissions) -> Vec<String> {
    let scope = case.scope.as_deref().map(|scope| format!("{}: ", plain(scope)));
    let [first, others] = match (case.ordered, &scope) {
        (true, None) => ["Least privileged", "Higher"],
        (true, Some(_)) => ["least privileged", "higher"],
        (false, None) => ["First listed", "Others"],
        (false, Some(_)) => ["first listed", "others"],
    };
    let scope = scope.unwrap_or_default();
    let callers = [&case.delegated_work, &case.delegated_personal, &case.application];
    let least = callers.map(|alternatives| least_cell(alternatives.as_deref()));
    let mut rows = vec![format!("| {scope}{first} | {} |", least.join(" | "))];
    let higher = callers.map(|alternatives| higher_cell(alternatives.as_deref()));
    if higher.iter().any(|cell| !cell.is_empty()) {
        rows.push(format!("| {scope}{others} | {} |", higher.join(" | ")));
    }
    rows
}

fn least_cell(alternatives: Option<&[Vec<String>]>) -> String {
    match alternatives {
        None => "not stated".to_owned(),
        Some([]) => "not supported".to_owned(),
        Some([least, ..]) => together(least),
    }
}

fn higher_cell(alternatives: Option<&[Vec<String>]>) -> String {
    let higher = alternatives.unwrap_or_default().iter().skip(1);
    higher.map(|set| together(set)).collect::<Vec<_>>().join(", ")
}

/// Permissions that are needed together.
fn together(set: &[String]) -> String {
    set.iter().map(|it| code(it)).collect::<Vec<_>>().join(" and ")
}

fn query_options(options: Option<&[String]>) -> String {
    match options {
        None | Some([]) => String::new(),
        Some(options) => {
            let options: Vec<String> = options.iter().map(|it| code(it)).collect();
            format!("Query options: {}.", options.join(", "))
        }
    }
}

/// Parameters that are not arguments of the method.
fn optional(what: &str, parameters: &[Parameter]) -> String {
    let items: Vec<String> = parameters.iter().filter(|it| !it.required).map(parameter).collect();
    if items.is_empty() { String::new() } else { format!("{what}:\n\n{}", items.join("\n")) }
}

/// A list item; the lines of its text are indented to stay in it.
fn parameter(parameter: &Parameter) -> String {
    let name = code(&parameter.wire_name);
    let text = parameter.docs.text.trim().replace('\n', "\n  ");
    if text.is_empty() { format!("- {name}") } else { format!("- {name}: {text}") }
}

fn statuses(statuses: &[u16]) -> String {
    if statuses.is_empty() {
        return String::new();
    }
    let statuses: Vec<String> = statuses.iter().map(|it| code(&it.to_string())).collect();
    format!("Success: {}.", statuses.join(" or "))
}

fn clouds(clouds: &[String]) -> String {
    if clouds.is_empty() {
        return String::new();
    }
    let clouds: Vec<String> = clouds.iter().map(|it| plain(it)).collect();
    format!("Available in: {}.", clouds.join(", "))
}

/// Text as Markdown that shows it, on one line and within a table cell.
fn plain(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        if matches!(c, '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '|' | '&') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    // A bare address is no link, and rustdoc asks for one.
    escaped.replace("://", "\\://")
}
