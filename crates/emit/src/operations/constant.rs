//! The constant that holds what the docs say of an operation beside its types.
//!
//! A call a line and one line per account type, so that a diff shows whose permissions change. It is a
//! `static`: requests refer to it, and a `const` would be copied into each place that does.

use model::{Operation, Permissions};
use text::Words;

use crate::docs::Comment;
use crate::tokens::{ident, string};

/// The item. What the docs do not say is not called.
pub(super) fn item(operation: &Operation) -> String {
    let mut comment = Comment::new(0);
    comment.line(Words::new().text("“").join([super::docs::title(operation)], "").text("”."));
    let (docs, name) = (comment.print(0), ident(&operation.constant));
    let title = string(&super::docs::plain_title(operation));
    let reference = string(operation.docs.url.as_deref().unwrap_or(&operation.page));
    let calls: String = calls(operation).iter().map(|call| format!("\n.{call}")).collect();
    format!(
        "{docs}pub static {name}: rt::Operation = rt::Operation::new(\n    \
         {title},\n    {reference},\n){calls};"
    )
}

fn calls(operation: &Operation) -> Vec<String> {
    let mut calls = match operation.permissions.as_slice() {
        [only] if only.scope.is_none() => permissions(only),
        [] => Vec::new(),
        cases => vec![several(cases)],
    };
    if !operation.clouds.is_empty() {
        let clouds: Vec<String> = operation.clouds.iter().map(|cloud| string(cloud)).collect();
        calls.push(format!("available_in(&[{}])", clouds.join(", ")));
    }
    let marks = [
        (operation.consistency_level, "takes_consistency_level()"),
        (operation.response.statuses.contains(&202), "accepted()"),
        (operation.preview, "preview()"),
    ];
    calls.extend(marks.iter().filter(|(is, _)| *is).map(|(_, call)| (*call).to_owned()));
    let notice = operation.deprecated.as_ref();
    calls.extend(notice.map(|notice| format!("deprecated({})", string(notice.as_str()))));
    calls
}

/// The calls for one case.
fn permissions(case: &Permissions) -> Vec<String> {
    let accounts = [
        ("delegated_work", &case.delegated_work),
        ("delegated_personal", &case.delegated_personal),
        ("application", &case.application),
    ];
    let stated = accounts.iter().filter_map(|(name, sets)| Some((name, sets.as_ref()?)));
    let calls = stated.map(|(name, sets)| format!("{name}({})", string(&alternatives(sets))));
    calls.chain((!case.ordered).then(|| "unordered()".to_owned())).collect()
}

/// `A.Read, A.All + B.Read`, as the runtime reads it.
fn alternatives(sets: &[Vec<String>]) -> String {
    sets.iter().map(|set| set.join(" + ")).collect::<Vec<_>>().join(", ")
}

fn several(cases: &[Permissions]) -> String {
    let cases: String = cases.iter().map(case).collect();
    format!("cases(&[{cases}\n])")
}

fn case(case: &Permissions) -> String {
    let scope = string(case.scope.as_deref().unwrap_or_default());
    let calls: String = permissions(case).iter().map(|call| format!("\n        .{call}")).collect();
    format!("\n    rt::Permissions::within({scope}){calls},")
}
