//! Titles of resource pages: "user resource type".

use diag::{Diagnostic, codes};
use facts::PageKind;

use crate::near::near;
use crate::{Read, meant};

pub(crate) fn check(read: &Read<'_>, reports: &mut Vec<Diagnostic>) {
    let Some(title) = &read.facts.title else { return };
    let Some((_, end)) = title.value.split_once(' ') else { return };
    if read.facts.kind != PageKind::Operation
        && let Some(known) = near(end, read.dialect.heading_ends())
    {
        let message = format!("`{end}` is not how a title says what is described");
        reports.push(Diagnostic::new(codes::NEAR_TITLE, title.span, message).help(meant(known)));
    }
}
