//! Where a link leads: page paths from destinations as written.
//!
//! Knows the two ways the docs link to one another (relative files, and addresses on the site where they are
//! published, such as `/graph/api/resources/user`), but not which pages exist.

use std::borrow::Cow;

use page::{BlockKind, Page, Text};

use crate::Dialect;

/// The page with links to published pages made links to their files. What other rules read are relative links.
pub(crate) fn localized<'p>(page: &'p Page, dialect: &Dialect) -> Cow<'p, Page> {
    let path = page.path.clone();
    let mut page = Cow::Borrowed(page);
    let published = |text: &Text| {
        text.runs.iter().any(|run| {
            run.link.as_deref().is_some_and(|it| elsewhere(it, &path, dialect).is_some())
        })
    };
    if !page.blocks.iter().any(|block| texts(&block.kind).any(published)) {
        return page;
    }
    let owned = page.to_mut();
    let up = "../".repeat(path.matches('/').count());
    for text in owned.blocks.iter_mut().flat_map(|block| texts_mut(&mut block.kind)) {
        for link in text.runs.iter_mut().filter_map(|run| run.link.as_mut()) {
            if let Some(page) = elsewhere(link, &path, dialect) {
                *link = format!("{up}{page}");
            }
        }
    }
    page
}

/// The file or part of one that a link on the page at `path` leads to otherwise than by a relative path: by an address
/// on the site, or by the heading of a part.
fn elsewhere(link: &str, path: &str, dialect: &Dialect) -> Option<String> {
    if let Some(page) = site_page(link, dialect) {
        return Some(format!("{}/{page}", dialect.versions().root(path)));
    }
    let (page, heading) = resolve(path, link)?.split_once('#').map(owned)?;
    let whole = match page.rsplit_once(page::PART) {
        Some((stem, _)) if link.starts_with('#') => format!("{stem}.md"),
        _ => page,
    };
    let stem = whole.strip_suffix(".md").filter(|_| dialect.is_split(&whole))?;
    (!heading.is_empty()).then(|| format!("{stem}{}{heading}.md", page::PART))
}

fn owned((page, heading): (&str, &str)) -> (String, String) {
    (page.to_owned(), heading.to_owned())
}

fn texts(kind: &BlockKind) -> Box<dyn Iterator<Item = &Text> + '_> {
    match kind {
        BlockKind::Paragraph(text) | BlockKind::ListItem(text) => Box::new(std::iter::once(text)),
        BlockKind::Table(table) => {
            let rows = table.rows.iter().flat_map(|row| &row.cells);
            Box::new(table.header.iter().chain(rows))
        }
        _ => Box::new(std::iter::empty()),
    }
}

fn texts_mut(kind: &mut BlockKind) -> Box<dyn Iterator<Item = &mut Text> + '_> {
    match kind {
        BlockKind::Paragraph(text) | BlockKind::ListItem(text) => Box::new(std::iter::once(text)),
        BlockKind::Table(table) => {
            let rows = table.rows.iter_mut().flat_map(|row| &mut row.cells);
            Box::new(table.header.iter_mut().chain(rows))
        }
        _ => Box::new(std::iter::empty()),
    }
}

/// `resources/user.md` of `/graph/api/resources/user` and of the same with a host and a language, with its
/// fragment.
fn site_page(destination: &str, dialect: &Dialect) -> Option<String> {
    let (address, fragment) = destination.split_once('#').unwrap_or((destination, ""));
    let address = address.split('?').next().unwrap_or_default();
    let published = |(start, folder): (&'_ String, &'_ String)| {
        let at = address.find(start.as_str())?;
        let local = at == 0 || address.starts_with("http");
        let page = address[at + start.len()..].trim_end_matches('/').trim_end_matches(".md");
        (local && !page.is_empty()).then(|| format!("{folder}{page}.md"))
    };
    // Of two starts, the longer one stands behind the other.
    let page = dialect.site_pages().iter().rev().find_map(published)?;
    Some(if fragment.is_empty() { page } else { format!("{page}#{fragment}") })
}

/// The page that `destination`, written on the page at `page_path`, leads to: relative to the
/// documentation root, `..` resolved, case kept, fragment kept after `#`. `None` for a link that leads
/// elsewhere.
pub(crate) fn resolve(page_path: &str, destination: &str) -> Option<String> {
    let destination = destination.trim().trim_matches(['<', '>']).replace('\\', "/");
    let (address, fragment) = match destination.split_once('#') {
        Some((address, fragment)) => (address, Some(fragment)),
        None => (destination.as_str(), None),
    };
    let address = address.split('?').next().unwrap_or("");
    let mut page = match (address, fragment) {
        ("", Some(_)) => page_path.to_owned(),
        ("", None) => return None,
        _ => page_of(page_path, address)?,
    };
    if let Some(fragment) = fragment.filter(|fragment| !fragment.is_empty()) {
        page.push('#');
        page.push_str(fragment);
    }
    Some(page)
}

fn page_of(page_path: &str, address: &str) -> Option<String> {
    if address.contains("://") || address.starts_with('/') || address.starts_with("mailto:") {
        return None;
    }
    let folder = page_path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let last = address.rsplit('/').next().unwrap_or("");
    match last.rsplit_once('.') {
        Some((_, "md")) => join(folder, address),
        None if !last.is_empty() => join(folder, &format!("{address}.md")),
        _ => None,
    }
}

/// `folder` and `relative` joined, with `.` and `..` resolved; `None` when it leaves the root.
fn join(folder: &str, relative: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in relative.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::{localized, resolve, texts};
    use crate::Dialect;

    #[test]
    fn links_lead_to_pages() {
        let cases = [
            ("user.md", Some("v1.0/resources/user.md")),
            ("./user.md", Some("v1.0/resources/user.md")),
            ("../api/user-get.md", Some("v1.0/api/user-get.md")),
            ("..\\resources\\User.md", Some("v1.0/resources/User.md")),
            ("../resources/user", Some("v1.0/resources/user.md")),
            ("enums.md#color-values", Some("v1.0/resources/enums.md#color-values")),
            ("#color-values", Some("v1.0/resources/pen.md#color-values")),
            ("/graph/delta-query-overview", None),
            ("https://example.com/user.md", None),
            ("../../../user.md", None),
            ("logo.png", None),
            ("", None),
        ];
        for (destination, page) in cases {
            assert_eq!(resolve("v1.0/resources/pen.md", destination).as_deref(), page);
        }
    }

    #[test]
    fn addresses_on_the_site_lead_to_pages() {
        let cases = [
            ("/graph/api/resources/user?view=graph-rest-v1.0", Some("v1.0/resources/user.md")),
            (
                "https://docs.microsoft.com/en-us/graph/api/resources/user?view=x#properties",
                Some("v1.0/resources/user.md#properties"),
            ),
            ("/graph/api/user-get", Some("v1.0/api/user-get.md")),
            ("/graph/delta-query-overview", None),
            ("/files/graph/api/user-get", None),
        ];
        for (destination, expected) in cases {
            let page = crate::testing::page(&format!("| a |\n|---|\n| [x]({destination}) |\n"));
            let page = localized(&page, Dialect::graph());
            let link =
                page.blocks.iter().flat_map(|block| texts(&block.kind)).flat_map(page::Text::links);
            let (_, link) = link.last().expect("the page has a link");
            assert_eq!(resolve(&page.path, &link).as_deref(), expected, "{destination}");
        }
    }
}
