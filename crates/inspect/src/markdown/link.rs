//! Where links lead.

use std::collections::BTreeSet;

/// The modules that intra-doc links of generated files begin with.
const ROOTS: [&str; 7] = ["Self", "crate", "models", "operations", "operators", "paths", "rt"];

/// An address that a browser opens as a page or a mail, and that hides nothing.
pub(super) fn is_address(target: &str) -> bool {
    let is_plain = |c: char| !c.is_whitespace() && !c.is_control() && !matches!(c, '<' | '>' | '"');
    let rest = ["https://", "http://", "mailto:"].iter().find_map(|it| target.strip_prefix(it));
    rest.is_some_and(|rest| !rest.is_empty() && rest.chars().all(is_plain))
}

/// Whether rustdoc looks for an item of this name. Other bracketed texts stay text.
pub(super) fn is_asked_for(target: &str) -> bool {
    let name = target.trim().trim_matches('`');
    let is_name = |c: char| c.is_alphanumeric() || "_:<>!&*@#()".contains(c);
    !name.is_empty() && name.chars().all(is_name)
}

/// A path to one of our own items: from a module of the crate or the runtime, or an item of the same file.
pub(super) fn is_item(target: &str, items: &BTreeSet<String>) -> bool {
    let path = target.trim_matches('`');
    let path = path.strip_suffix("()").unwrap_or(path);
    let path = path.strip_prefix("field@").unwrap_or(path);
    let segments: Vec<&str> = path.split("::").collect();
    let is_name = |name: &&str| {
        let mut chars = name.strip_prefix("r#").unwrap_or(name).chars();
        chars.next().is_some_and(|c| c.is_alphabetic() || c == '_')
            && chars.all(|c| c.is_alphanumeric() || c == '_')
    };
    let root = segments.first().copied().unwrap_or_default();
    segments.iter().all(is_name)
        && (items.contains(root) || segments.len() > 1 && ROOTS.contains(&root))
}
