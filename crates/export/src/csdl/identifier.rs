//! Which names CSDL accepts.

/// The longest name that CSDL allows (OData CSDL, section "SimpleIdentifier").
const LONGEST: usize = 128;

/// Whether the text is a simple identifier: a letter or underscore, then letters, digits and underscores.
/// Marks and letter-like numbers of other scripts, which the standard allows too, are taken for no part of
/// a name.
pub(super) fn is_identifier(text: &str) -> bool {
    let starts = |c: char| c == '_' || c.is_alphabetic();
    let goes_on = |c: char| starts(c) || c.is_ascii_digit();
    text.starts_with(starts) && text.chars().all(goes_on) && text.chars().count() <= LONGEST
}

/// Whether the text is a namespace: identifiers with dots between them.
pub(super) fn is_namespace(text: &str) -> bool {
    text.split('.').all(is_identifier)
}
