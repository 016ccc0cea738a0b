//! Titles of resource pages ("user resource type"), and the line that tells the namespace.

use diag::{Diagnostic, codes};
use facts::{PageKind, Role};
use page::{Block, BlockKind};

use crate::near::near;
use crate::{Read, meant};

pub(crate) fn check(read: &Read<'_>, reports: &mut Vec<Diagnostic>) {
    namespace(read, reports);
    let Some(title) = &read.facts.title else { return };
    let Some((_, end)) = title.value.split_once(' ') else { return };
    if read.facts.kind != PageKind::Operation
        && !read.dialect.names_types(end)
        && let Some(known) = near(end, read.dialect.heading_ends())
        // A page may be about several.
        && read.dialect.plurals().singular(end) != known
    {
        let message = format!("`{end}` is not how a title says what is described");
        reports.push(Diagnostic::new(codes::NEAR_TITLE, title.span, message).help(meant(known)));
    }
}

/// "Namspace: microsoft.graph"
fn namespace(read: &Read<'_>, reports: &mut Vec<Diagnostic>) {
    let above = |block: &Block| matches!(read.role(block), Role::Title | Role::Preamble);
    for block in read.page.blocks.iter().filter(|block| above(block)) {
        let BlockKind::Paragraph(text) = &block.kind else { continue };
        let plain = text.plain();
        let Some((word, name)) = plain.split_once(':') else { continue };
        let is_name = !name.trim().is_empty() && !name.trim().contains(' ');
        if is_name
            && let Some(known) =
                near(word.trim(), read.dialect.usual().namespaces.iter().map(String::as_str))
        {
            let message = format!("`{}` tells no namespace", word.trim());
            let report = Diagnostic::new(codes::NEAR_NAMESPACE, text.span, message);
            reports.push(report.help(meant(known)));
        }
    }
}
