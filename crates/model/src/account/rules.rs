//! The rules by which claims are left out, and what each says.

/// Another row of the property speaks.
pub(super) const OTHER_ROW: &str = "other-row";
/// Another note of the row, or that of another row, speaks.
pub(super) const OTHER_NOTE: &str = "other-note";
/// A value of no enumeration.
pub(super) const OTHER_VALUES: &str = "other-values";
/// JSON shows what no row lists.
pub(super) const JSON_ONLY: &str = "json-only";
/// The name is that of another sort of type.
pub(super) const OTHER_SORT: &str = "other-sort";
/// What an annotation grants.
pub(super) const CAPABILITY: &str = "capability";
/// A row of a table of methods.
pub(super) const METHODS: &str = "methods-table";
/// Words of a page that no item is at home on.
pub(super) const NO_ITEM: &str = "page-without-item";
/// Another page speaks for the route.
pub(super) const OTHER_PAGE: &str = "other-page";
/// A request line that leads nowhere.
pub(super) const NO_PATH: &str = "no-path";
/// What else tells what is sent.
pub(super) const OTHER_BODY: &str = "other-body";
/// A header that every request has.
pub(super) const STANDARD_HEADER: &str = "standard-header";
/// A parameter that has no place in a request.
pub(super) const NO_PARAMETER: &str = "no-parameter";
/// A type that nothing documents.
pub(super) const UNDOCUMENTED: &str = "undocumented-type";
/// A base type that cannot be one.
pub(super) const NO_BASE: &str = "no-base";

/// All of them, with the reason.
const RULES: [(&str, &str); 15] = [
    (CAPABILITY, "what the annotation of a type grants or denies is told by the rows"),
    (JSON_ONLY, "a JSON representation shows a member that no row lists"),
    (METHODS, "the page of the operation says all of it"),
    (NO_BASE, "the type would be its own base type, or have too many types above it"),
    (NO_ITEM, "the page describes no type and no operation that is made from it"),
    (NO_PARAMETER, "neither the path nor the query of a request has room for the parameter"),
    (NO_PATH, "the request line leads to no path of the API"),
    (OTHER_BODY, "the type of the body tells what is sent"),
    (OTHER_NOTE, "another note of the row says it, or nothing asks for it"),
    (OTHER_PAGE, "another page speaks for the route"),
    (OTHER_ROW, "another row of the property speaks: on the page of the type, or of its base type"),
    (OTHER_SORT, "another page states a type of the name that is of another sort"),
    (OTHER_VALUES, "the value belongs to no enumeration and to no text"),
    (STANDARD_HEADER, "every request has the header, or a setting of the client sends it"),
    (UNDOCUMENTED, "nothing documents the type that the claim names"),
];

/// Why the rule of this name leaves claims out; empty for an unknown one.
#[must_use]
pub fn why_left_out(rule: &str) -> &'static str {
    RULES.iter().find(|(name, _)| *name == rule).map_or("", |(_, why)| why)
}
