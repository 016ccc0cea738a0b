//! The constant that holds what the docs say of an operation beside its types.
//!
//! A call a line and one line per account type, so that a diff shows whose permissions change. It is a
//! `static`: requests refer to it, and a `const` would be copied into each place that does.

use model::{Eventual, FurtherPage, Operation, Permissions};
use text::{Notice, Words};

use crate::code::{Code, Module, code};
use crate::docs::Comment;
use crate::tokens::{ident, string};

/// The item. What the docs do not say is not called.
pub(super) fn item(operation: &Operation) -> Code {
    let mut comment = Comment::new(0);
    comment.line(Words::new().text("“").join([super::docs::title(operation)], "").text("”."));
    let title = super::docs::plain_title(operation);
    let reference = operation.docs.url.as_deref().unwrap_or(&operation.page);
    of(&operation.constant, &comment, [&title, reference], &calls(&Said::by(operation)))
}

/// The item of a page that speaks for no operation.
pub(super) fn further_item(page: &FurtherPage) -> Code {
    let title = page.title.split_whitespace().collect::<Vec<_>>().join(" ");
    let title = if title.is_empty() { &page.page } else { &title };
    let reference = page.docs.url.as_deref().unwrap_or(&page.page);
    of(
        &page.constant,
        &super::docs::further_comment(page),
        [title, reference],
        &calls(&Said::by_further(page)),
    )
}

fn of(name: &str, comment: &Comment, [title, reference]: [&str; 2], calls: &[Code]) -> Code {
    code!(
        "{}pub static {}: {}::Operation = {}::Operation::new(\n    {},\n    {},\n){};",
        Code::comment(comment, 0),
        ident(name),
        Module::Rt,
        Module::Rt,
        string(title),
        string(reference),
        calls.iter().map(|call| code!("\n.{}", call)).collect::<Code>()
    )
}

/// What a page says of operations beside their types.
struct Said<'a> {
    permissions: &'a [Permissions],
    clouds: &'a [String],
    eventual: Option<&'a Eventual>,
    statuses: &'a [u16],
    preview: bool,
    deprecated: Option<&'a Notice>,
}

impl<'a> Said<'a> {
    fn by(operation: &'a Operation) -> Self {
        Self {
            permissions: &operation.permissions,
            clouds: &operation.clouds,
            eventual: operation.eventual.as_ref(),
            statuses: &operation.response.statuses,
            preview: operation.preview,
            deprecated: operation.deprecated.as_ref(),
        }
    }

    fn by_further(page: &'a FurtherPage) -> Self {
        Self {
            permissions: &page.permissions,
            clouds: &page.clouds,
            eventual: page.eventual.as_ref(),
            statuses: &page.statuses,
            preview: page.preview,
            deprecated: page.deprecated.as_ref(),
        }
    }
}

fn calls(operation: &Said<'_>) -> Vec<Code> {
    let mut calls = match operation.permissions {
        [only] if only.scope.is_none() => permissions(only),
        [] => Vec::new(),
        cases => vec![several(cases)],
    };
    if !operation.clouds.is_empty() {
        let clouds = operation.clouds.iter().map(|cloud| string(cloud));
        calls.push(code!("available_in(&[{}])", Code::join(clouds, ", ")));
    }
    calls.extend(operation.eventual.into_iter().flat_map(eventual));
    let marks =
        [(operation.statuses.contains(&202), "accepted()"), (operation.preview, "preview()")];
    calls.extend(marks.iter().filter(|(is, _)| *is).map(|(_, call)| Code::fixed(call)));
    calls.extend(
        operation.deprecated.map(|notice| code!("deprecated({})", string(notice.as_str()))),
    );
    calls
}

/// The calls for the header `ConsistencyLevel`.
fn eventual(needed: &Eventual) -> Vec<Code> {
    let cast = needed.cast.then_some("cast");
    let always = needed.always.then_some("always");
    let options = needed.options.iter().map(String::as_str).chain(cast).chain(always);
    let when = options.collect::<Vec<_>>().join(" ");
    let when = (!when.is_empty()).then(|| code!("eventual_for({})", string(&when)));
    [Code::fixed("takes_consistency_level()")].into_iter().chain(when).collect()
}

/// The calls for one case.
fn permissions(case: &Permissions) -> Vec<Code> {
    let accounts = [
        ("delegated_work", &case.delegated_work),
        ("delegated_personal", &case.delegated_personal),
        ("application", &case.application),
    ];
    let stated = accounts.iter().filter_map(|(name, sets)| Some((name, sets.as_ref()?)));
    let call = |(name, sets): (&&'static str, &Vec<Vec<String>>)| {
        code!("{}({})", Code::fixed(name), string(&alternatives(sets)))
    };
    let unordered = (!case.ordered).then(|| Code::fixed("unordered()"));
    stated.map(call).chain(unordered).collect()
}

/// `A.Read, A.All + B.Read`, as the runtime reads it.
fn alternatives(sets: &[Vec<String>]) -> String {
    sets.iter().map(|set| set.join(" + ")).collect::<Vec<_>>().join(", ")
}

fn several(cases: &[Permissions]) -> Code {
    code!("cases(&[{}\n])", cases.iter().map(case).collect::<Code>())
}

fn case(case: &Permissions) -> Code {
    let scope = string(case.scope.as_deref().unwrap_or_default());
    let calls: Code = permissions(case).iter().map(|call| code!("\n        .{}", call)).collect();
    code!("\n    {}::Permissions::within({}){},", Module::Rt, scope, calls)
}
