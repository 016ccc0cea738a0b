//! All pages by their path, for the includes between them.
//!
//! Takes parsed pages, finds them by path relative to the documentation root. It knows no file system.

use std::collections::BTreeMap;

use crate::{Page, Size};

/// Pages that can be included.
#[derive(Clone, Debug, Default)]
pub struct Library {
    pages: BTreeMap<String, Page>,
    /// Exact paths by their lower-case form; of several, the first.
    folded: BTreeMap<String, String>,
    /// How large each page is by itself.
    sizes: BTreeMap<String, Size>,
}

impl Library {
    /// The page at this path. Docs are written on file systems that ignore case, so a path that differs
    /// only in case is found too.
    pub fn get(&self, path: &str) -> Option<&Page> {
        let folded = || self.pages.get(self.folded.get(&path.to_lowercase())?);
        self.pages.get(path).or_else(folded)
    }

    /// How large a page of this library is by itself.
    pub(crate) fn size(&self, page: &Page) -> Size {
        self.sizes.get(&page.path).copied().unwrap_or_default()
    }

    /// Adds a page, or puts it in the place of the one at its path.
    pub fn insert(&mut self, page: Page) {
        let (path, folded) = (page.path.clone(), page.path.to_lowercase());
        let first = self.folded.entry(folded).or_insert_with(|| path.clone());
        if path < *first {
            first.clone_from(&path);
        }
        self.sizes.insert(path.clone(), Size::of(&page));
        self.pages.insert(path, page);
    }

    /// All pages, by path.
    pub fn iter(&self) -> impl Iterator<Item = &Page> {
        self.pages.values()
    }
}

impl FromIterator<Page> for Library {
    fn from_iter<I: IntoIterator<Item = Page>>(pages: I) -> Self {
        let mut library = Self::default();
        pages.into_iter().for_each(|page| library.insert(page));
        library
    }
}
