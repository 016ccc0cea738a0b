//! Which part of an API is wanted.
//!
//! Reads patterns; tells which routes and types they name.

mod near;
mod pattern;
#[cfg(test)]
mod tests;

use facts::PageFacts;
use serde::{Deserialize, Serialize};

use self::pattern::{Pattern, Patterns};
use crate::Method;
use crate::names::area_folder;

/// Which part of the API is generated, as the configuration says it. Where no list includes anything, everything is
/// included.
///
/// Types come along that what is included needs: through properties, bases and derived types. Relationships lead
/// from everything to everything, so they are followed `depth` times only; those beyond it are kept as JSON,
/// which the docs of each struct say. `apimark select --explain TYPE` tells why a type is in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Select {
    /// Path globs, each optionally with methods: `/users/**#GET,PATCH`. Placeholders match any
    /// placeholder: `/users/{id}`. `/users/**` is `/users` and all below it.
    pub include_paths: Vec<String>,
    /// As above; wins over all that is included.
    pub exclude_paths: Vec<String>,
    /// Globs on qualified type names.
    pub include_types: Vec<String>,
    /// As above; wins over all that is included, and a property of an excluded type becomes untyped JSON.
    pub exclude_types: Vec<String>,
    /// Globs on areas of the docs, as the pages or the generated folders call them: `outlook`. Both
    /// operations and types of an area are included.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub include_areas: Vec<String>,
    /// As above; wins over all that is included.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub exclude_areas: Vec<String>,
    /// Globs on pages, by file name or the end of the path, without `.md`: `user-list`, `api/message-*`.
    /// What they document is included, operations and types.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub include_pages: Vec<String>,
    /// As above; wins over all that is included.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub exclude_pages: Vec<String>,
    /// How many relationships are followed, one behind the other, from what is included.
    #[serde(skip_serializing_if = "is_zero")]
    pub depth: usize,
}

fn is_zero(depth: &usize) -> bool {
    *depth == 0
}

/// A pattern that cannot match anything, whatever the docs say, or matches nothing of what they say.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WrongPattern {
    /// The list that it stands in, as the configuration calls it.
    pub list: &'static str,
    /// Its place in the list.
    pub index: usize,
    /// What is wrong with it.
    pub message: String,
    /// What may have been meant.
    pub near: Vec<String>,
}

impl Select {
    /// Whether every pattern can match.
    ///
    /// # Errors
    /// The first pattern that is no glob or names something that is no HTTP method.
    pub fn check(&self) -> Result<(), WrongPattern> {
        for (list, patterns) in self.lists() {
            for (index, text) in patterns.iter().enumerate() {
                if let Err(message) = Pattern::new(list, text) {
                    return Err(WrongPattern { list, index, message, near: Vec::new() });
                }
            }
        }
        Ok(())
    }

    /// Whether no part is chosen, so that all is wanted that is not excluded.
    pub fn takes_everything(&self) -> bool {
        let [paths, _, types, _, areas, _, pages, _] = self.lists();
        [paths, types, areas, pages].iter().all(|(_, patterns)| patterns.is_empty())
    }

    /// The lists, as the configuration calls them.
    fn lists(&self) -> [(&'static str, &[String]); 8] {
        [
            ("include-paths", &self.include_paths),
            ("exclude-paths", &self.exclude_paths),
            ("include-types", &self.include_types),
            ("exclude-types", &self.exclude_types),
            ("include-areas", &self.include_areas),
            ("exclude-areas", &self.exclude_areas),
            ("include-pages", &self.include_pages),
            ("exclude-pages", &self.exclude_pages),
        ]
    }
}

/// The patterns of a selection, ready to be matched.
pub(crate) struct Wanted {
    everything: bool,
    /// How many relationships are followed.
    pub(crate) depth: usize,
    include: Lists,
    exclude: Lists,
}

/// Patterns of all kinds.
struct Lists {
    paths: Patterns,
    types: Patterns,
    areas: Patterns,
    pages: Patterns,
}

/// Where the docs describe something, in the words of patterns.
pub(crate) struct Place {
    area: [String; 2],
    pages: Vec<String>,
}

impl Place {
    /// The area of the first page, and all pages.
    pub(crate) fn of<'a>(pages: impl Iterator<Item = &'a PageFacts>) -> Self {
        let mut pages = pages.peekable();
        let area = pages.peek().and_then(|page| page.area.as_ref());
        let title = area.map_or("", |area| area.value.as_str());
        Self {
            area: [title.to_lowercase(), area_folder(title)],
            pages: pages.flat_map(page_names).collect(),
        }
    }
}

/// What a page may be called: its path without `.md`, and each end of it down to the file's name.
fn page_names(page: &PageFacts) -> Vec<String> {
    let path = page.path.strip_suffix(".md").unwrap_or(&page.path).to_lowercase();
    let ends = path.match_indices('/').map(|(at, _)| path[at + 1..].to_owned());
    std::iter::once(path.clone()).chain(ends).collect()
}

impl Wanted {
    /// The patterns of `selection`; those that cannot match are passed over.
    pub(crate) fn new(selection: &Select) -> Self {
        let [p, np, t, nt, a, na, g, ng] = selection.lists();
        let lists = |paths, types, areas, pages| {
            let [paths, types, areas, pages] = [paths, types, areas, pages].map(Patterns::new);
            Lists { paths, types, areas, pages }
        };
        Self {
            everything: selection.takes_everything(),
            depth: selection.depth,
            include: lists(p, t, a, g),
            exclude: lists(np, nt, na, ng),
        }
    }

    /// Whether a route is wanted.
    pub(crate) fn takes_route(&mut self, template: &str, method: Method, place: &Place) -> bool {
        let key = pattern::template_key(template);
        let excluded = self.exclude.name_route(&key, method, place);
        let included = self.include.name_route(&key, method, place);
        (included || self.everything) && !excluded
    }

    /// Whether a type is ruled out.
    pub(crate) fn excludes(&mut self, name: &str, place: &Place) -> bool {
        self.exclude.name_type(name, place).is_some()
    }

    /// The pattern by which a type is wanted whether or not anything reaches it; an empty one for all of them.
    pub(crate) fn names_type(&mut self, name: &str, place: &Place) -> Option<String> {
        let named = self.include.name_type(name, place);
        named.or_else(|| self.everything.then(String::new))
    }

    /// Whether every pattern has matched something.
    pub(crate) fn has_matched(&self) -> bool {
        [&self.include, &self.exclude].into_iter().all(|lists| {
            let Lists { paths, types, areas, pages } = lists;
            [paths, types, areas, pages].into_iter().all(Patterns::all_used)
        })
    }

    /// The patterns that matched nothing, with those of the routes and types that are most like them.
    pub(crate) fn unmatched(
        &self,
        routes: &[(&str, Method)],
        types: &[String],
        places: &[Place],
    ) -> Vec<WrongPattern> {
        let mut wrong = Vec::new();
        for lists in [&self.include, &self.exclude] {
            wrong.extend(lists.paths.unmatched(|pattern| near::paths(pattern, routes)));
            wrong.extend(lists.types.unmatched(|pattern| near::types(pattern, types)));
            wrong.extend(lists.areas.unmatched(|pattern| {
                near::names(pattern, places.iter().map(|place| place.area[1].as_str()))
            }));
            wrong.extend(lists.pages.unmatched(|pattern| {
                near::names(
                    pattern,
                    places.iter().flat_map(|place| &place.pages).map(String::as_str),
                )
            }));
        }
        wrong
    }
}

impl Lists {
    // Each list is asked, so that every pattern which matches counts as used.
    fn name_route(&mut self, key: &str, method: Method, place: &Place) -> bool {
        let by_path = self.paths.matches(&[key], Some(method)).is_some();
        self.name_place(place).is_some() || by_path
    }

    fn name_type(&mut self, name: &str, place: &Place) -> Option<String> {
        let by_name = self.types.matches(&[&name.to_lowercase()], None);
        let by_place = self.name_place(place);
        by_name.or(by_place)
    }

    fn name_place(&mut self, place: &Place) -> Option<String> {
        let area = self.areas.matches(&place.area, None);
        let page = self.pages.matches(&place.pages, None);
        area.or(page)
    }
}
