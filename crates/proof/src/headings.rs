//! Headings that are near to known ones. What stands below them is read otherwise, or not at all.

use diag::{Diagnostic, codes};
use facts::{PageKind, Role};

use crate::near::{near, near_name};
use crate::{Read, meant};

pub(crate) fn check(read: &Read<'_>, reports: &mut Vec<Diagnostic>) {
    if read.facts.kind == PageKind::Concept {
        return;
    }
    let roles = facts::roles(read.page, read.dialect);
    for (section, role) in read.page.sections.iter().zip(roles) {
        let title = section.title.plain();
        // Definitions are called as they please.
        let is_free = section.level < 2 || role == Role::Definitions;
        if is_free || read.dialect.heading(&title) != Role::Unknown {
            continue;
        }
        let (short, long): (Vec<&str>, Vec<&str>) =
            read.dialect.headings().partition(|known| !known.contains(' ') && known.len() < 5);
        let title_only = title.trim_end_matches(':');
        // Of four letters, one other makes another word, which may be the name of a type.
        if let Some(word) = near(title_only, long).or_else(|| near_name(title_only, short)) {
            let message = format!("the heading `{title}` is not known");
            let report = Diagnostic::new(codes::NEAR_HEADING, section.span, message);
            reports.push(report.help(meant(word)));
        }
    }
}
