//! The slips that writers make. Each kind finds the places in a page where it can happen, and the wrong text.

use std::ops::Range;

use fastrand::Rng;

use crate::outline::{Line, Place, lines, words};
use crate::typo::typo;

/// A kind of slip.
#[derive(Clone, Copy)]
pub struct Kind {
    /// What goes wrong.
    pub name: &'static str,
    places: fn(&[Line<'_>]) -> Vec<Range<usize>>,
    change: Change,
}

#[derive(Clone, Copy)]
enum Change {
    /// One letter of the text at the place.
    Letter,
    /// The text at the place, replaced.
    By(fn(&str) -> String),
}

impl Kind {
    /// The slip at a random place of `text`, if there is one.
    pub fn make(&self, text: &str, rng: &mut Rng) -> Option<(Range<usize>, String)> {
        let mut places = (self.places)(&lines(text));
        rng.shuffle(&mut places);
        places.into_iter().find_map(|place| {
            let wrong = match self.change {
                Change::Letter => typo(&text[place.clone()], rng)?,
                Change::By(change) => change(&text[place.clone()]),
            };
            (wrong != text[place.clone()]).then_some((place, wrong))
        })
    }
}

const fn letter(name: &'static str, places: fn(&[Line<'_>]) -> Vec<Range<usize>>) -> Kind {
    Kind { name, places, change: Change::Letter }
}

const fn by(
    name: &'static str,
    places: fn(&[Line<'_>]) -> Vec<Range<usize>>,
    change: fn(&str) -> String,
) -> Kind {
    Kind { name, places, change: Change::By(change) }
}

fn nothing(_: &str) -> String {
    String::new()
}

fn twice(text: &str) -> String {
    format!("{text}\n{text}")
}

/// All kinds.
pub const KINDS: &[Kind] = &[
    letter("heading", headings),
    letter("title of a resource page", resource_titles),
    letter("namespace", namespaces),
    letter("word before a namespace", namespace_words),
    by("lost blank of a heading", heading_blanks, nothing),
    by("front matter mark", front_matter_marks, |_| "--".to_owned()),
    letter("caller", callers),
    letter("front matter key", front_matter_keys),
    letter("alert", alerts),
    letter("include", includes),
    letter("column", columns),
    letter("column of permissions", permission_columns),
    letter("scope", scopes),
    letter("method of a request", methods),
    letter("method of an example", example_methods),
    letter("segment of a request", segments),
    letter("segment of an example", example_segments),
    by("lost placeholder", placeholders, nothing),
    by("placeholder without an end", placeholders, |it| it.trim_end_matches('}').to_owned()),
    letter("header", headers),
    letter("type", types),
    by("lost collection", collections, nothing),
    letter("property", property_names),
    by("property row twice", property_rows, twice),
    by("lost cell", property_rows, |row| match row.trim_end().trim_end_matches('|').rfind('|') {
        Some(at) => row[..=at].to_owned(),
        None => row.to_owned(),
    }),
    letter("relationship", relationship_names),
    letter("property of a body", body_names),
    letter("note", notes),
    letter("operator", operators),
    letter("query option", query_options),
    letter("member in prose", members_in_prose),
    letter("member of a table", members_of_tables),
    letter("base", bases),
    letter("link to a type", type_links),
    letter("link to an operation", operation_links),
    letter("annotation key", annotation_keys),
    letter("block type", block_types),
    letter("annotated type", annotated_types),
    by("status", statuses, |it| it[1..].to_owned()),
    by("status of an example", example_statuses, |it| it[1..].to_owned()),
    letter("type of a response", response_types),
    by("one for many in a response", response_collections, |it| {
        let one = it.trim_start_matches("collection of ");
        one.strip_suffix(" objects").map_or(one.to_owned(), |name| format!("{name} object"))
    }),
    letter("member of a representation", representation_members),
    by("number for a string", representation_strings, |_| "1024".to_owned()),
    letter("member of an example", example_members),
    by("lost comma", commas, nothing),
    by("lost separator row", separators, nothing),
    by("lost blank line", blanks, nothing),
    by("lost end of a fence", fence_ends, nothing),
];

/// Whether the section is called like one of `names`, whatever the case.
fn is_in(line: &Line<'_>, names: &[&str]) -> bool {
    names.iter().any(|name| line.section.eq_ignore_ascii_case(name))
}

const PROPERTIES: &[&str] = &["Properties", "Property"];
const RELATIONSHIPS: &[&str] = &["Relationships"];
const REQUEST: &[&str] = &["HTTP request"];
const HEADERS: &[&str] = &["Request headers"];
const BODY: &[&str] = &["Request body"];
const RESPONSE: &[&str] = &["Response"];
const EXAMPLES: &[&str] = &["Example", "Examples"];
const PERMISSIONS: &[&str] = &["Permissions"];
const METHODS: &[&str] = &["Methods"];
const REPRESENTATION: &[&str] = &["JSON representation"];

fn pick<'a>(
    all: &'a [Line<'a>],
    wanted: impl Fn(&Line<'a>) -> bool + 'a,
) -> impl Iterator<Item = &'a Line<'a>> {
    all.iter().filter(move |line| wanted(line))
}

fn headings(all: &[Line<'_>]) -> Vec<Range<usize>> {
    let known = [
        PROPERTIES,
        RELATIONSHIPS,
        REQUEST,
        HEADERS,
        BODY,
        RESPONSE,
        EXAMPLES,
        PERMISSIONS,
        METHODS,
        REPRESENTATION,
    ];
    pick(all, |it| it.place == Place::Heading(2) && known.iter().any(|names| is_in(it, names)))
        .flat_map(Line::words)
        .collect()
}

fn resource_titles(all: &[Line<'_>]) -> Vec<Range<usize>> {
    pick(all, |it| it.place == Place::Heading(1) && it.text.contains(" resource type"))
        .filter_map(|it| it.text.find("resource").map(|at| it.start + at..it.start + at + 8))
        .collect()
}

fn namespaces(all: &[Line<'_>]) -> Vec<Range<usize>> {
    pick(all, |it| it.text.starts_with("Namespace:"))
        .flat_map(|it| it.words().split_off(1))
        .collect()
}

fn namespace_words(all: &[Line<'_>]) -> Vec<Range<usize>> {
    pick(all, |it| it.text.starts_with("Namespace:")).map(|it| it.start..it.start + 9).collect()
}

/// The blank behind the marks of headings that say what stands below.
fn heading_blanks(all: &[Line<'_>]) -> Vec<Range<usize>> {
    let known = [PROPERTIES, RELATIONSHIPS, REQUEST, HEADERS, BODY, RESPONSE, PERMISSIONS, METHODS];
    let is_known = |it: &Line<'_>| known.iter().any(|names| is_in(it, names));
    pick(all, move |it| it.text.starts_with("## ") && is_known(it))
        .map(|it| it.start + 2..it.start + 3)
        .collect()
}

fn front_matter_marks(all: &[Line<'_>]) -> Vec<Range<usize>> {
    all.iter().take(1).filter(|it| it.text == "---").map(Line::range).collect()
}

/// The first word of the rows of permissions.
fn callers(all: &[Line<'_>]) -> Vec<Range<usize>> {
    let rows = cells(all, PERMISSIONS, 0).into_iter();
    let first = rows.filter_map(|cell| {
        let line = all.iter().find(|it| it.range().contains(&cell.start))?;
        words(&line.text[cell.start - line.start..cell.end - line.start], cell.start)
            .into_iter()
            .next()
    });
    first.collect()
}

fn front_matter_keys(all: &[Line<'_>]) -> Vec<Range<usize>> {
    let known = ["title:", "doc_type:", "ms.prod:", "ms.subservice:"];
    pick(all, |it| {
        it.place == Place::FrontMatter && known.iter().any(|key| it.text.starts_with(key))
    })
    .map(|it| it.start..it.start + it.text.find(':').unwrap_or(0))
    .collect()
}

fn alerts(all: &[Line<'_>]) -> Vec<Range<usize>> {
    pick(all, |it| it.text.starts_with("> [!")).flat_map(|it| it.between("[!", "]")).collect()
}

fn includes(all: &[Line<'_>]) -> Vec<Range<usize>> {
    // Snippets of SDKs concern nobody here, and are left out of most copies of the docs.
    pick(all, |it| it.text.contains("[!INCLUDE") && !it.text.contains("/snippets/"))
        .filter_map(|it| {
            let path = it.between("](", ")").pop()?;
            let name = it.text[path.start - it.start..path.end - it.start].rfind('/')? + 1;
            Some(path.start + name..path.end.checked_sub(3)?)
        })
        .collect()
}

/// The header cells of tables in sections that `names` call.
fn header_cells(all: &[Line<'_>], names: &[&str]) -> Vec<Range<usize>> {
    pick(all, |it| it.place == Place::Row(0) && is_in(it, names))
        .flat_map(|it| {
            let cells = it.cells();
            let words = cells.into_iter().flat_map(|cell| {
                words(&it.text[cell.start - it.start..cell.end - it.start], cell.start)
            });
            words.collect::<Vec<_>>()
        })
        .collect()
}

fn columns(all: &[Line<'_>]) -> Vec<Range<usize>> {
    [PROPERTIES, RELATIONSHIPS, HEADERS, BODY, METHODS]
        .iter()
        .flat_map(|names| header_cells(all, names))
        .collect()
}

fn permission_columns(all: &[Line<'_>]) -> Vec<Range<usize>> {
    let mut cells = header_cells(all, PERMISSIONS);
    // The words of "(from least to most privileged)" are no name of a column.
    let is_name = |line: &Line<'_>, cell: &Range<usize>| {
        ["Permission", "Permissions"]
            .contains(&&line.text[cell.start - line.start..cell.end - line.start])
    };
    cells.retain(|cell| {
        pick(all, |it| it.range().contains(&cell.start)).any(|it| is_name(it, cell))
    });
    cells
}

fn scopes(all: &[Line<'_>]) -> Vec<Range<usize>> {
    let is_body = |it: &Line<'_>| {
        matches!(it.place, Place::Row(2..)) && (is_in(it, PERMISSIONS) || it.section.is_empty())
    };
    pick(all, is_body)
        .flat_map(|it| {
            let row = it.words();
            let dotted = |word: &Range<usize>| {
                let at = word.end - it.start;
                it.text[at..].starts_with(".Read") || it.text[at..].starts_with(".Manage")
            };
            row.into_iter().filter(|word| dotted(word)).collect::<Vec<_>>()
        })
        .collect()
}

const VERBS: [&str; 5] = ["GET ", "POST ", "PATCH ", "PUT ", "DELETE "];

fn requests<'a>(all: &'a [Line<'a>], names: &'a [&'a str]) -> impl Iterator<Item = &'a Line<'a>> {
    let is_request = |it: &Line<'_>| {
        matches!(it.place, Place::Fence(..)) && VERBS.iter().any(|verb| it.text.starts_with(verb))
    };
    pick(all, move |it| is_in(it, names) && is_request(it))
}

fn verb(line: &Line<'_>) -> Range<usize> {
    line.start..line.start + line.text.find(' ').unwrap_or(0)
}

/// The literal segments of the path, and its placeholders with their braces.
fn path_parts(line: &Line<'_>) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
    let from = line.text.find(' ').map_or(0, |at| at + 1);
    let path = line.text[from..].split([' ', '?']).next().unwrap_or_default();
    // What stands before the path of an absolute address is no part of it.
    let host = path.find("://").map_or(0, |at| at + 3);
    let root = if host == 0 {
        0
    } else {
        let segments: Vec<_> = path[host..].match_indices('/').map(|(at, _)| host + at).collect();
        segments.get(1).copied().unwrap_or(path.len())
    };
    let (mut literals, mut placeholders) = (Vec::new(), Vec::new());
    let mut at = from + root;
    for segment in path[root..].split('/') {
        let range = line.start + at..line.start + at + segment.len();
        at += segment.len() + 1;
        if segment.starts_with('{') && segment.ends_with('}') {
            placeholders.push(range);
        } else if segment.len() > 3 && segment.bytes().all(|it| it.is_ascii_alphabetic()) {
            literals.push(range);
        }
    }
    (literals, placeholders)
}

fn methods(all: &[Line<'_>]) -> Vec<Range<usize>> {
    requests(all, REQUEST).map(verb).collect()
}

fn example_methods(all: &[Line<'_>]) -> Vec<Range<usize>> {
    requests(all, EXAMPLES).map(verb).collect()
}

fn segments(all: &[Line<'_>]) -> Vec<Range<usize>> {
    requests(all, REQUEST).flat_map(|it| path_parts(it).0).collect()
}

fn example_segments(all: &[Line<'_>]) -> Vec<Range<usize>> {
    requests(all, EXAMPLES).flat_map(|it| path_parts(it).0).collect()
}

fn placeholders(all: &[Line<'_>]) -> Vec<Range<usize>> {
    requests(all, REQUEST).flat_map(|it| path_parts(it).1).collect()
}

/// The cells of this column in the body rows of a section.
fn cells(all: &[Line<'_>], names: &[&str], column: usize) -> Vec<Range<usize>> {
    pick(all, |it| matches!(it.place, Place::Row(2..)) && is_in(it, names))
        .filter_map(|it| it.cells().get(column).cloned())
        .filter(|cell| !cell.is_empty())
        .collect()
}

/// Those of `cells` that are one word.
fn single_words(all: &[Line<'_>], cells: Vec<Range<usize>>) -> Vec<Range<usize>> {
    cells
        .into_iter()
        .filter_map(|cell| {
            let line = all.iter().find(|it| it.range().contains(&cell.start))?;
            let found =
                words(&line.text[cell.start - line.start..cell.end - line.start], cell.start);
            <[Range<usize>; 1]>::try_from(found).ok().map(|[word]| word)
        })
        .collect()
}

fn headers(all: &[Line<'_>]) -> Vec<Range<usize>> {
    cells(all, HEADERS, 0)
        .into_iter()
        .filter_map(|cell| {
            let line = all.iter().find(|it| it.range().contains(&cell.start))?;
            let text = &line.text[cell.start - line.start..cell.end - line.start];
            words(text, cell.start).into_iter().next()
        })
        .collect()
}

fn types(all: &[Line<'_>]) -> Vec<Range<usize>> {
    let primitives = ["String", "Boolean", "Int32", "Int64", "DateTimeOffset", "Double", "Guid"];
    cells(all, PROPERTIES, 1)
        .into_iter()
        .filter_map(|cell| {
            let line = all.iter().find(|it| it.range().contains(&cell.start))?;
            let text = &line.text[cell.start - line.start..cell.end - line.start];
            let mut words = words(text, cell.start).into_iter();
            words.find(|word| {
                primitives.contains(&&line.text[word.start - line.start..word.end - line.start])
            })
        })
        .collect()
}

fn collections(all: &[Line<'_>]) -> Vec<Range<usize>> {
    pick(all, |it| {
        matches!(it.place, Place::Row(2..)) && (is_in(it, PROPERTIES) || is_in(it, RELATIONSHIPS))
    })
    .filter_map(|it| {
        let cell = it.cells().get(1).cloned()?;
        let at = it.text[cell.start - it.start..cell.end - it.start].find(" collection")?;
        Some(cell.start + at..cell.start + at + " collection".len())
    })
    .collect()
}

fn property_names(all: &[Line<'_>]) -> Vec<Range<usize>> {
    single_words(all, cells(all, PROPERTIES, 0))
}

fn relationship_names(all: &[Line<'_>]) -> Vec<Range<usize>> {
    single_words(all, cells(all, RELATIONSHIPS, 0))
}

fn body_names(all: &[Line<'_>]) -> Vec<Range<usize>> {
    single_words(all, cells(all, BODY, 0))
}

fn property_rows(all: &[Line<'_>]) -> Vec<Range<usize>> {
    pick(all, |it| matches!(it.place, Place::Row(2..)) && is_in(it, PROPERTIES))
        .filter(|it| it.heading == it.section && it.cells().len() == 3)
        .map(Line::range)
        .collect()
}

/// Where `words` stand in table rows of these sections.
fn phrases(all: &[Line<'_>], names: &[&str], wanted: &[&str]) -> Vec<Range<usize>> {
    pick(all, |it| matches!(it.place, Place::Row(2..)) && is_in(it, names))
        .flat_map(|it| {
            let found = wanted.iter().flat_map(|phrase| it.text.match_indices(phrase));
            found.map(|(at, text)| it.start + at..it.start + at + text.len()).collect::<Vec<_>>()
        })
        .collect()
}

fn notes(all: &[Line<'_>]) -> Vec<Range<usize>> {
    phrases(all, PROPERTIES, &["Read-only.", "Required.", "Nullable.", "Not nullable.", "Key."])
}

/// The short words in ticks after `$filter`.
fn operators(all: &[Line<'_>]) -> Vec<Range<usize>> {
    pick(all, |it| matches!(it.place, Place::Row(2..)) && is_in(it, PROPERTIES))
        .flat_map(|it| {
            let from =
                it.text.find("`$filter` (").map_or(it.text.len(), |at| at + "`$filter` ".len());
            let until = it.text[from..].find(')').map_or(it.text.len(), |at| from + at);
            let ticked = it.between("`", "`").into_iter().filter(|word| {
                (from..until).contains(&(word.start - it.start))
                    && word.len() > 3
                    && word.len() < 12
            });
            ticked.collect::<Vec<_>>()
        })
        .collect()
}

fn query_options(all: &[Line<'_>]) -> Vec<Range<usize>> {
    let known =
        ["$filter`", "$select`", "$expand`", "$orderby`", "$orderBy`", "$search`", "$count`"];
    all.iter()
        .filter(|it| matches!(it.place, Place::Text | Place::Row(2..)))
        .filter(|it| is_in(it, PROPERTIES) || it.section.starts_with("Optional query"))
        .flat_map(|it| {
            let found = known.iter().flat_map(|name| it.text.match_indices(name));
            let places = found.map(|(at, name)| it.start + at..it.start + at + name.len() - 1);
            places.collect::<Vec<_>>()
        })
        .collect()
}

fn members_in_prose(all: &[Line<'_>]) -> Vec<Range<usize>> {
    pick(all, |it| matches!(it.place, Place::Row(2..)) && is_in(it, PROPERTIES))
        .flat_map(|it| {
            let from = it.text.find("ossible values are").unwrap_or(it.text.len());
            let ticked = it.between("`", "`").into_iter();
            ticked.filter(|word| word.start - it.start > from).collect::<Vec<_>>()
        })
        .collect()
}

fn members_of_tables(all: &[Line<'_>]) -> Vec<Range<usize>> {
    let is_member = |it: &Line<'_>| {
        matches!(it.place, Place::Row(2..)) && it.heading.to_ascii_lowercase().ends_with(" values")
    };
    let cells = pick(all, is_member).filter_map(|it| it.cells().first().cloned()).collect();
    single_words(all, cells)
}

fn bases(all: &[Line<'_>]) -> Vec<Range<usize>> {
    pick(all, |it| it.place == Place::Text && it.text.contains("nherits from ["))
        .flat_map(|it| it.between("nherits from [", "]"))
        .collect()
}

/// The file names in links to `folder`, without `.md`.
fn links(line: &Line<'_>, is_wanted: impl Fn(&str) -> bool) -> Vec<Range<usize>> {
    let targets = line.between("](", ")").into_iter().filter_map(|target| {
        let text = &line.text[target.start - line.start..target.end - line.start];
        let name = text.rfind('/').map_or(0, |at| at + 1);
        let stem = text.find(".md")?;
        (is_wanted(text) && name < stem).then_some(target.start + name..target.start + stem)
    });
    targets.collect()
}

fn type_links(all: &[Line<'_>]) -> Vec<Range<usize>> {
    pick(all, |it| {
        matches!(it.place, Place::Row(2..)) && (is_in(it, PROPERTIES) || is_in(it, RELATIONSHIPS))
    })
    .filter_map(|it| Some((it, it.cells().get(1).cloned()?)))
    .flat_map(|(it, cell)| {
        let all = links(it, |target| !target.starts_with("http") && !target.starts_with('/'));
        all.into_iter().filter(|link| cell.contains(&link.start)).collect::<Vec<_>>()
    })
    .collect()
}

fn operation_links(all: &[Line<'_>]) -> Vec<Range<usize>> {
    pick(all, |it| matches!(it.place, Place::Row(2..)) && is_in(it, METHODS))
        .filter(|it| !it.cells().is_empty())
        .flat_map(|it| {
            let first = it.cells()[0].clone();
            let all = links(it, |target| target.contains("/api/"));
            all.into_iter().filter(|link| first.contains(&link.start)).collect::<Vec<_>>()
        })
        .collect()
}

fn quoted(all: &[Line<'_>], keys: &[&str], values: bool) -> Vec<Range<usize>> {
    pick(all, |it| it.place == Place::Comment)
        .flat_map(|it| {
            let strings = it.between("\"", "\"");
            let text = |at: &Range<usize>| &it.text[at.start - it.start..at.end - it.start];
            let named = strings.iter().enumerate().filter(|(_, at)| keys.contains(&text(at)));
            let wanted = named.filter_map(|(nth, at)| {
                if values { strings.get(nth + 1).cloned() } else { Some(at.clone()) }
            });
            wanted.collect::<Vec<_>>()
        })
        .collect()
}

fn annotation_keys(all: &[Line<'_>]) -> Vec<Range<usize>> {
    quoted(all, &["blockType", "@odata.type", "baseType", "keyProperty", "isCollection"], false)
}

fn block_types(all: &[Line<'_>]) -> Vec<Range<usize>> {
    quoted(all, &["blockType"], true)
}

fn annotated_types(all: &[Line<'_>]) -> Vec<Range<usize>> {
    let whole = quoted(all, &["@odata.type"], true);
    let mut names = Vec::new();
    for range in whole {
        let line = all.iter().find(|it| it.range().contains(&range.start));
        let Some(line) = line else { continue };
        let text = &line.text[range.start - line.start..range.end - line.start];
        names.extend(words(text, range.start).pop());
    }
    names
}

fn statuses(all: &[Line<'_>]) -> Vec<Range<usize>> {
    pick(all, |it| it.place == Place::Text && is_in(it, RESPONSE))
        .flat_map(|it| it.between("`", "`"))
        .filter_map(|range| {
            let line = all.iter().find(|it| it.range().contains(&range.start))?;
            let text = &line.text[range.start - line.start..range.end - line.start];
            text.starts_with('2').then_some(range.start..range.start + 3)
        })
        .collect()
}

fn example_statuses(all: &[Line<'_>]) -> Vec<Range<usize>> {
    pick(all, |it| matches!(it.place, Place::Fence(_, 0)) && it.text.starts_with("HTTP/1.1 "))
        .map(|it| it.start + 9..it.start + 12)
        .collect()
}

fn response_types(all: &[Line<'_>]) -> Vec<Range<usize>> {
    pick(all, |it| it.place == Place::Text && is_in(it, RESPONSE))
        .flat_map(|it| links(it, |target| target.contains("/resources/")))
        .collect()
}

/// "collection of [user](…) objects"
fn response_collections(all: &[Line<'_>]) -> Vec<Range<usize>> {
    pick(all, |it| it.place == Place::Text && is_in(it, RESPONSE))
        .filter_map(|it| {
            let at = it.text.find("collection of ")?;
            let end = it.text[at..].find(" objects").map(|end| at + end + " objects".len());
            let end = end.unwrap_or(at + "collection of ".len());
            Some(it.start + at..it.start + end)
        })
        .collect()
}

/// The keys of JSON members in fences of these sections.
fn member_keys(all: &[Line<'_>], is_wanted: impl Fn(&Line<'_>) -> bool) -> Vec<Range<usize>> {
    pick(all, |it| matches!(it.place, Place::Fence(_, _)) && is_wanted(it))
        .filter(|it| it.text.trim_start().starts_with('"') && it.text.contains("\":"))
        .filter_map(|it| it.between("\"", "\"").into_iter().next())
        .filter(|range| {
            all.iter().any(|it| {
                it.range().contains(&range.start)
                    && !it.text[range.start - it.start..].starts_with('@')
            })
        })
        .collect()
}

fn representation_members(all: &[Line<'_>]) -> Vec<Range<usize>> {
    member_keys(all, |it| is_in(it, REPRESENTATION))
}

fn representation_strings(all: &[Line<'_>]) -> Vec<Range<usize>> {
    pick(all, |it| matches!(it.place, Place::Fence(..)) && is_in(it, REPRESENTATION))
        .filter_map(|it| {
            let at = it.text.find(": \"String\"")? + 2;
            Some(it.start + at..it.start + at + "\"String\"".len())
        })
        .collect()
}

fn example_members(all: &[Line<'_>]) -> Vec<Range<usize>> {
    member_keys(all, |it| is_in(it, EXAMPLES))
}

fn commas(all: &[Line<'_>]) -> Vec<Range<usize>> {
    pick(all, |it| matches!(it.place, Place::Fence(..)))
        .filter(|it| it.text.trim_start().starts_with('"') && it.text.trim_end().ends_with(','))
        .map(|it| it.start + it.text.trim_end().len() - 1..it.start + it.text.trim_end().len())
        .collect()
}

fn separators(all: &[Line<'_>]) -> Vec<Range<usize>> {
    pick(all, |it| it.place == Place::Row(1))
        .map(|it| it.start..it.start + it.text.len() + 1)
        .collect()
}

/// The blank line between a paragraph and the table below it.
fn blanks(all: &[Line<'_>]) -> Vec<Range<usize>> {
    all.windows(3)
        .filter(|three| {
            three[0].place == Place::Text
                && !three[0].text.trim().is_empty()
                && three[1].text.is_empty()
                && three[2].place == Place::Row(0)
        })
        .map(|three| three[1].start..three[2].start)
        .collect()
}

fn fence_ends(all: &[Line<'_>]) -> Vec<Range<usize>> {
    let marks = pick(all, |it| it.place == Place::FenceMark && it.text.trim() == "```");
    marks.map(Line::range).collect()
}
