//! What the caller decides about one API version: its names, its addresses, and the texts behind the spans.

use std::collections::BTreeMap;

use diag::{Sources, Span};
use facts::{Plurals, Primitives};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// How one API version is to be built.
#[derive(Clone, Debug)]
pub struct Options<'a> {
    /// As in the URL: `v1.0`.
    pub version: String,
    /// The Rust module: `v1_0`.
    pub module: String,
    /// The service root that the paths are relative to: `https://graph.microsoft.com/v1.0`.
    pub base_url: String,
    /// The namespace of types on pages that state none: `microsoft.graph`.
    pub default_namespace: String,
    /// The words for primitive types.
    pub primitives: Primitives,
    /// How nouns form the plural.
    pub plurals: Plurals,
    /// Where the pages are published.
    pub links: Links,
    /// The texts that the spans point into, to tell lines.
    pub sources: &'a Sources,
    /// Whether to work on two threads. The result is the same either way.
    pub parallel: bool,
}

/// How addresses of published pages are made from paths of source pages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Links {
    /// What site-rooted links (`/graph/overview`) are relative to: `https://learn.microsoft.com`.
    /// Empty: such links become plain text.
    pub site: String,
    /// The address of a reference page, with `{page}` for its path as `folders` has it (`user-get`,
    /// `resources/user`): `https://learn.microsoft.com/graph/api/{page}?view=graph-rest-1.0`. Empty: not published.
    pub reference: String,
    /// Folders of reference pages (`resources/`), and what the path of a page begins with in place of them.
    pub folders: BTreeMap<String, String>,
    /// The address of any other page, with `{page}` for its file name without `.md`:
    /// `https://learn.microsoft.com/graph/{page}`. Empty: not published.
    pub concept: String,
}

impl Options<'_> {
    /// `api-reference/v1.0/resources/user.md#L44`: the line of a statement in its source.
    pub(crate) fn source_of(&self, span: Span) -> String {
        format!("{}#L{}", self.sources.path(span), self.sources.position(span).line)
    }
}

impl Links {
    /// The published address of the source page `path`, without a fragment.
    pub(crate) fn page_url(&self, path: &str) -> Option<String> {
        let stem = path.strip_suffix(".md")?;
        // A part of a page is at the address of the whole.
        let (stem, part) = stem.split_once('~').map_or((stem, ""), |(stem, part)| (stem, part));
        let (template, page) = match self.reference_page(stem) {
            Some(page) => (&self.reference, page),
            None => (&self.concept, stem.rsplit('/').next()?.to_owned()),
        };
        let heading = if part.is_empty() { String::new() } else { format!("#{}", encode(part)) };
        (!template.is_empty())
            .then(|| template.replace("{page}", &encode(&page.to_lowercase())) + &heading)
    }
}

impl Links {
    /// The path of a reference page on the site, by the innermost of its folders that is one of these pages.
    fn reference_page(&self, stem: &str) -> Option<String> {
        let at = |folder: &str| {
            let below = stem.rmatch_indices('/').map(|(slash, _)| slash + 1);
            below.chain([0]).find(|start| stem[*start..].starts_with(folder))
        };
        let found = self.folders.iter().filter_map(|(folder, on_site)| {
            at(folder).map(|start| (start + folder.len(), on_site))
        });
        let (start, on_site) = found.max_by_key(|(start, _)| *start)?;
        Some(format!("{on_site}{}", &stem[start..]))
    }
}

/// What a path does not keep in an address.
const ENCODED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A path as it stands in an address.
fn encode(path: &str) -> String {
    utf8_percent_encode(path, ENCODED).to_string()
}

#[cfg(test)]
mod tests {
    use super::Links;

    #[test]
    fn a_page_of_any_name_has_an_address() {
        let reference = "https://example.com/{page}?v=1".to_owned();
        let folders = [("api/", ""), ("resources/", "resources/")];
        let owned = |(folder, on_site): (&str, &str)| (folder.to_owned(), on_site.to_owned());
        let folders = folders.map(owned).into_iter().collect();
        let links = Links { reference, folders, ..Links::default() };
        let cases = [
            ("v1.0/api/boat-get.md", "https://example.com/boat-get?v=1"),
            ("v1.0/resources/Boat.md", "https://example.com/resources/boat?v=1"),
            ("v1.0/resources/a b)?.md", "https://example.com/resources/a%20b%29%3F?v=1"),
        ];
        for (path, url) in cases {
            assert_eq!(links.page_url(path).as_deref(), Some(url), "{path}");
        }
        assert_eq!(
            links.page_url("v1.0/api/boats~get-a-boat.md").as_deref(),
            Some("https://example.com/boats?v=1#get-a-boat")
        );
        assert_eq!(links.page_url("boats.md"), None);
    }
}
