//! Keys of the block at the top of a page.

use diag::{Diagnostic, codes};

use crate::near::near;
use crate::{Read, meant};

/// What the publishing systems of the docs know. Others are no mistake unless they are near to these.
const KEYS: &[&str] = &[
    "title",
    "description",
    "author",
    "doc_type",
    "localization_priority",
    "ms.author",
    "ms.custom",
    "ms.date",
    "ms.localizationpriority",
    "ms.prod",
    "ms.reviewer",
    "ms.service",
    "ms.subservice",
    "ms.technology",
    "ms.topic",
    "toc.title",
];

/// What sort of page it is.
const DOC_TYPES: &[&str] =
    &["apiPageType", "resourcePageType", "enumPageType", "conceptualPageType"];

pub(crate) fn check(read: &Read<'_>, reports: &mut Vec<Diagnostic>) {
    for (key, value) in &read.page.front_matter.entries {
        if let Some(known) = near(key, KEYS.iter().copied()) {
            let message = format!("the front matter has no key `{key}`");
            reports.push(Diagnostic::new(codes::NEAR_KEY, value.span, message).help(meant(known)));
        }
        if key == "doc_type"
            && let Some(known) = near(&value.value, DOC_TYPES.iter().copied())
        {
            let message = format!("there is no sort of page `{}`", value.value);
            reports.push(Diagnostic::new(codes::NEAR_KEY, value.span, message).help(meant(known)));
        }
    }
}
