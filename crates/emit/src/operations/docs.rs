//! The doc comment of an operation: the docs' words, then what a caller needs to know beside the types.

use model::{FurtherPage, Operation, Parameter, Permissions};
use text::{Block, DocText, Marker, Words};

use super::signature;
use crate::docs::{Comment, described};
use crate::gates;
use crate::names::Names;

/// The whole comment. Its first line is the page's title, below which the table's macro writes the
/// request line of each route.
pub(super) fn comment(
    operation: &Operation,
    others: &[(&str, &str)],
    names: &Names<'_>,
) -> Comment {
    let mut comment = Comment::new(4);
    comment.line(title(operation));
    comment.text(&operation.docs.text);
    permissions(&mut comment, &operation.permissions);
    comment.paragraph(query_options(operation.query_options.as_deref()));
    comment.list("Query parameters:", optional(&operation.query));
    comment.paragraph(constants(&operation.query));
    comment.list("Headers:", optional(&operation.headers));
    comment.paragraph(statuses(&operation.response.statuses));
    comment.list("Other answers, where the request asks for them:", alternatives(operation, names));
    comment.paragraph(clouds(&operation.clouds));
    comment.list(ALSO, also(others));
    comment.paragraph(gates::sentence(&operation.gate));
    comment.sources(&operation.docs);
    comment
}

/// What is sent is the same, what is asked for may not be: the runtime names the permissions of the page that a request
/// stands for.
const ALSO: &str = "Also documented as follows; `documented_by` makes a request one of these, with its permissions:";

/// The comment of what a page says that speaks for no operation.
pub(super) fn further_comment(page: &FurtherPage) -> Comment {
    let mut comment = Comment::new(0);
    comment.line(Words::new().text("“").text(&page.title).text("”."));
    comment.text(&page.docs.text);
    let of = page.operations.iter().map(|constant| Words::new().code(constant));
    comment.paragraph(sentence(
        "Documents further what is described at ",
        Words::new().join(of, ", "),
    ));
    permissions(&mut comment, &page.permissions);
    comment.paragraph(statuses(&page.statuses));
    comment.paragraph(clouds(&page.clouds));
    comment.sources(&page.docs);
    comment
}

/// Answers of other forms, and how to read them.
fn alternatives(operation: &Operation, names: &Names<'_>) -> impl Iterator<Item = Block> {
    operation.response.alternatives.iter().filter_map(|it| {
        let read = format!("decode_as::<{}>()", signature::content(&it.content, names));
        let codes = it.statuses.iter().map(|status| Words::new().code(&status.to_string()));
        let words = Words::new().join(codes, " or ").text(", read by ").code(&read);
        Block::item(Marker::Bullet, words, DocText::default())
    })
}

/// The other pages that document the operation: their titles, and the constants that hold what they say.
fn also(others: &[(&str, &str)]) -> impl Iterator<Item = Block> {
    others.iter().filter_map(|(title, constant)| {
        let words = Words::new().text("“").text(title).text("”: ").code(constant);
        Block::item(Marker::Bullet, words, DocText::default())
    })
}

/// The page's title; a page without one is named by its first request line.
pub(super) fn title(operation: &Operation) -> Words {
    match operation.routes.first() {
        Some(route) if operation.title.trim().is_empty() => Words::new().code(&route.template),
        _ => Words::new().text(&operation.title),
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

const HEAD: &[&str] =
    &["Permissions", "Delegated (work or school)", "Delegated (personal)", "Application"];

/// Two rows per documented case: the least that each kind of caller needs, and what else will do.
fn permissions(comment: &mut Comment, cases: &[Permissions]) {
    comment.table(HEAD, cases.iter().flat_map(permission_rows).collect());
}

fn permission_rows(case: &Permissions) -> Vec<Vec<Words>> {
    let [first, others] = match (case.ordered, &case.scope) {
        (true, None) => ["Least privileged", "Higher"],
        (true, Some(_)) => ["least privileged", "higher"],
        (false, None) => ["First listed", "Others"],
        (false, Some(_)) => ["first listed", "others"],
    };
    let head = |words: &'static str| match &case.scope {
        Some(scope) => Words::new().text(scope).text(": ").text(words),
        None => Words::new().text(words),
    };
    let callers = [&case.delegated_work, &case.delegated_personal, &case.application];
    let least = callers.map(|alternatives| least_cell(alternatives.as_deref()));
    let mut rows = vec![[vec![head(first)], least.into()].concat()];
    let higher = callers.map(|alternatives| higher_cell(alternatives.as_deref()));
    if higher.iter().any(|cell| !cell.is_blank()) {
        rows.push([vec![head(others)], higher.into()].concat());
    }
    rows
}

fn least_cell(alternatives: Option<&[Vec<String>]>) -> Words {
    match alternatives {
        None => Words::new().text("not stated"),
        Some([]) => Words::new().text("not supported"),
        Some([least, ..]) => together(least),
    }
}

fn higher_cell(alternatives: Option<&[Vec<String>]>) -> Words {
    let higher = alternatives.unwrap_or_default().iter().skip(1);
    Words::new().join(higher.map(|set| together(set)), ", ")
}

/// Permissions that are needed together.
fn together(set: &[String]) -> Words {
    codes(set.iter().map(String::as_str), " and ")
}

fn codes<'a>(names: impl Iterator<Item = &'a str>, separator: &'static str) -> Words {
    Words::new().join(names.map(|name| Words::new().code(name)), separator)
}

fn query_options(options: Option<&[String]>) -> Words {
    let options = options.unwrap_or_default();
    sentence("Query options: ", codes(options.iter().map(String::as_str), ", "))
}

fn constants(parameters: &[Parameter]) -> Words {
    let sent = parameters.iter().filter_map(|it| {
        Some(Words::new().code(&format!("{}={}", it.wire_name, it.constant.as_ref()?)))
    });
    sentence("Always sends, unless another value is set: ", Words::new().join(sent, ", "))
}

/// The words after an introduction, as a sentence; nothing without words.
fn sentence(introduction: &'static str, words: Words) -> Words {
    if words.is_blank() {
        return words;
    }
    Words::new().text(introduction).join([words], "").text(".")
}

/// Parameters that are not arguments of the method.
fn optional(parameters: &[Parameter]) -> impl Iterator<Item = Block> {
    let optional = parameters.iter().filter(|it| !it.required);
    optional.filter_map(|it| described(&it.wire_name, &it.docs.text))
}

fn statuses(statuses: &[u16]) -> Words {
    let statuses = statuses.iter().map(|it| Words::new().code(&it.to_string()));
    sentence("Success: ", Words::new().join(statuses, " or "))
}

fn clouds(clouds: &[String]) -> Words {
    let clouds = clouds.iter().map(|it| Words::new().text(it));
    sentence("Available in: ", Words::new().join(clouds, ", "))
}
