//! Names that tell an operation.
//!
//! Reads titles of pages and names of segments only.

use facts::PageFacts;

/// `user: sendMail`, `sendMail action` and `sendMail` are titles of an operation of that name.
pub(super) fn names_operation(page: &PageFacts, name: &str) -> bool {
    let Some(title) = &page.title else { return false };
    let title = title.value.trim();
    let last = title.rsplit_once(':').map_or(title, |(_, last)| last).trim();
    let words: Vec<&str> = last.split_whitespace().collect();
    match words.as_slice() {
        [word] => word.eq_ignore_ascii_case(name),
        [word, kind] => {
            let is_kind = ["action", "function"].iter().any(|it| kind.eq_ignore_ascii_case(it));
            is_kind && word.eq_ignore_ascii_case(name)
        }
        _ => false,
    }
}

/// The function that returns what changed since it was last called has this name everywhere.
pub(super) fn is_delta(name: &str) -> bool {
    name.eq_ignore_ascii_case("delta")
}

/// The type that a title such as `user: sendMail` names before its operation.
pub(super) fn named_owner(page: &PageFacts) -> Option<&str> {
    let (owner, _) = page.title.as_ref()?.value.rsplit_once(':')?;
    Some(owner.trim()).filter(|owner| !owner.contains(char::is_whitespace))
}
