//! Link targets as absolute addresses.

use crate::Links;

/// What targets are relative to.
#[derive(Clone, Copy)]
pub(super) struct Targets<'a> {
    /// The page's path.
    pub(super) page: &'a str,
    /// Where pages are published.
    pub(super) links: &'a Links,
}

impl Targets<'_> {
    /// The address that `target` leads to; `None` when it is not published.
    pub(super) fn absolute(self, target: &str) -> Option<String> {
        let lower = target.to_ascii_lowercase();
        if ["https://", "http://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme)) {
            return Some(encode(target));
        }
        if target.starts_with('/') {
            let site = self.links.site.trim_end_matches('/');
            return (!site.is_empty()).then(|| encode(&format!("{site}{target}")));
        }
        let (path, fragment) = target.split_once('#').unwrap_or((target, ""));
        let path = if path.is_empty() { self.page } else { path.split('?').next().unwrap_or(path) };
        let mut url = self.links.page_url(path)?;
        if !fragment.is_empty() {
            url.push('#');
            url.push_str(fragment);
        }
        Some(encode(&url))
    }
}

/// Percent-encodes what would end a link in Markdown.
fn encode(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for c in url.chars() {
        match c {
            ' ' => out.push_str("%20"),
            '(' => out.push_str("%28"),
            ')' => out.push_str("%29"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '\\' => out.push_str("%5C"),
            c => out.push(c),
        }
    }
    out
}
