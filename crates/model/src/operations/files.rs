//! Which file an operation goes to.
//!
//! Operations of one resource share a file: the resource is the longest start of a page's name that is
//! the name of a resource page (`user` for `user-list-messages`), else its first word.

use std::collections::BTreeSet;

use facts::PageFacts;

use crate::names::{area_folder, module_name};

/// The names of all resource pages.
#[derive(Debug)]
pub(super) struct Files {
    resources: BTreeSet<String>,
}

impl Files {
    /// Learns the resources' names.
    pub(super) fn new(pages: &[&PageFacts]) -> Self {
        let resources =
            pages.iter().filter(|page| !page.types.is_empty() || !page.enums.is_empty());
        Self { resources: resources.map(|page| stem(&page.path)).collect() }
    }

    /// `["operations", "users", "user"]` for the page `…/user-list-messages.md` of the area `users`.
    pub(super) fn of(&self, page: &str, area: &str) -> Vec<String> {
        let resource = self.resource(&stem(page));
        vec!["operations".to_owned(), area_folder(area), module_name(&resource)]
    }

    fn resource(&self, stem: &str) -> String {
        let ends = stem.match_indices('-').map(|(at, _)| at).chain([stem.len()]);
        let starts: Vec<&str> = ends.map(|end| &stem[..end]).collect();
        let known = starts.iter().rev().find(|start| self.resources.contains(**start));
        (*known.unwrap_or(&starts[0])).to_owned()
    }
}

/// The name of a page's file, in lower case and without extension.
pub(super) fn stem(path: &str) -> String {
    let file = path.rsplit('/').next().unwrap_or(path);
    file.trim_end_matches(".md").to_ascii_lowercase()
}
