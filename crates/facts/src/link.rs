//! Where a link leads: page paths from destinations as written.
//!
//! Knows the two ways the docs link to one another (relative files, and site paths such as
//! `/graph/api/resources/user`), but not which pages exist.

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
    if let Some(site_path) = site_path(address) {
        let page = site_path.trim_end_matches('/').trim_end_matches(".md");
        // Operation pages have no folder of their own on the site.
        let folder = if page.starts_with("resources/") { "" } else { "api/" };
        return join(version_root(page_path), &format!("{folder}{page}.md"));
    }
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

/// `resources/user` of `/graph/api/resources/user` and of the same with a host and a language.
fn site_path(address: &str) -> Option<&str> {
    let start = address.find("/graph/api/")?;
    let local = start == 0 || address.starts_with("http");
    let path = &address[start + "/graph/api/".len()..];
    (local && !path.is_empty()).then_some(path)
}

/// The folder that holds `resources` and `api`.
fn version_root(page_path: &str) -> &str {
    let mut end = page_path.len();
    for part in page_path.rsplit('/') {
        end -= part.len();
        if matches!(part, "resources" | "api") {
            return page_path[..end].trim_end_matches('/');
        }
        end = end.saturating_sub(1);
    }
    page_path.rsplit_once('/').map_or("", |(folder, _)| folder)
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
    use super::resolve;

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
            ("/graph/api/resources/user?view=graph-rest-v1.0", Some("v1.0/resources/user.md")),
            (
                "https://docs.microsoft.com/en-us/graph/api/resources/user?view=x#properties",
                Some("v1.0/resources/user.md#properties"),
            ),
            ("/graph/api/user-get", Some("v1.0/api/user-get.md")),
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
}
