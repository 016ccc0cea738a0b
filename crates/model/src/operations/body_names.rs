//! Names of the structs that hold an operation's parameters.
//!
//! `UserSendMailBody`: the type that the operation is bound to, the operation, `Body`.

use diag::Diagnostic;

use super::body::Sent;
use super::draft::Draft;
use super::paths::Paths;
use super::tree::noun;
use crate::names::{Wish, distinct, type_name};
use crate::types::TypeIndex;
use crate::{ItemType, OperationKind};

/// The name of the struct of each of the `drafts` that has parameters, all different.
pub(super) fn body_names(
    drafts: &[Draft<'_>],
    paths: &Paths,
    index: &TypeIndex,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Option<String>> {
    let wish = |draft: &Draft<'_>| Wish {
        rust: wanted(draft, paths, index),
        wire: paths.nodes[draft.node().0].template.clone(),
        span: draft.span(),
    };
    let has_parameters = |draft: &Draft<'_>| {
        matches!(draft.body().map(|body| &body.value), Some(Sent::Parameters(_)))
    };
    let wishes: Vec<Wish> = drafts.iter().filter(|it| has_parameters(it)).map(wish).collect();
    let mut names = distinct(&wishes, diagnostics).into_iter();
    drafts.iter().map(|draft| has_parameters(draft).then(|| names.next()).flatten()).collect()
}

fn wanted(draft: &Draft<'_>, paths: &Paths, index: &TypeIndex) -> String {
    let (node, nodes) = (draft.node(), &paths.nodes);
    let (owner, verb) = match draft.kind() {
        OperationKind::Create => (node, "create".to_owned()),
        OperationKind::Update => (node, "update".to_owned()),
        OperationKind::Replace => (node, "replace".to_owned()),
        _ => (nodes[node.0].parent.unwrap_or(node), noun(node, nodes)),
    };
    let owner = match paths.shapes[owner.0].value.map(|value| value.item) {
        Some(ItemType::Struct(id)) => index.name(id).name.clone(),
        _ => index.plurals().singular(&noun(owner, nodes)),
    };
    let owner = if owner.eq_ignore_ascii_case(&verb) { String::new() } else { owner };
    type_name(&format!("{owner} {verb} body"))
}
