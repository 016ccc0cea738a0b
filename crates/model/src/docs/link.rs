//! Link targets as absolute addresses.

use text::Address;

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
    /// The address that `target`, a place in the docs, is published at; `None` when it is not.
    pub(super) fn address(self, target: &str) -> Option<Address> {
        let target = target.trim_matches(['<', '>']);
        if target.starts_with('/') {
            let site = self.links.site.trim_end_matches('/');
            return Address::new(&format!("{site}{target}"));
        }
        let (path, fragment) = target.split_once('#').unwrap_or((target, ""));
        let path = if path.is_empty() { self.page } else { path.split('?').next().unwrap_or(path) };
        let mut url = self.links.page_url(path)?;
        if !fragment.is_empty() {
            url.push('#');
            url.push_str(fragment);
        }
        Address::new(&url)
    }
}
