//! Headings that are near to known ones. What stands below them is read otherwise, or not at all.

use diag::{Diagnostic, codes};
use facts::{PageKind, Role};

use crate::near::near;
use crate::{Read, meant};

pub(crate) fn check(read: &Read<'_>, reports: &mut Vec<Diagnostic>) {
    if read.facts.kind == PageKind::Concept {
        return;
    }
    for section in read.page.sections.iter().filter(|section| section.level > 1) {
        let title = section.title.plain();
        if read.dialect.heading(&title) != Role::Unknown {
            continue;
        }
        let known = read.dialect.headings().filter(|known| known.contains(' ') || known.len() > 4);
        if let Some(word) = near(title.trim_end_matches(':'), known) {
            let message = format!("the heading `{title}` is not known");
            let report = Diagnostic::new(codes::NEAR_HEADING, section.span, message);
            reports.push(report.help(meant(word)));
        }
    }
}
