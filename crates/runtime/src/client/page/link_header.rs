//! The header `Link` (RFC 8288), in which services that are none of OData's say where the next page is.

/// The target of the first link whose relation is `next`: of `<https://example.com/a?page=2>; rel="next"`.
pub(super) fn next(header: &str) -> Option<&str> {
    let mut rest = header;
    loop {
        let (_, after) = rest.split_once('<')?;
        let (target, after) = after.split_once('>')?;
        let end = end_of_link(after);
        if is_next(&after[..end]) {
            return Some(target.trim()).filter(|target| !target.is_empty());
        }
        rest = &after[end..];
    }
}

/// Where the comma stands that ends the parameters of a link; quotes may hold others.
fn end_of_link(parameters: &str) -> usize {
    let mut is_quoted = false;
    let ends = |(_, c): &(usize, char)| {
        is_quoted ^= *c == '"';
        *c == ',' && !is_quoted
    };
    parameters.char_indices().find(ends).map_or(parameters.len(), |(at, _)| at)
}

/// Whether the parameter `rel`, a list of words, has `next`. The first one counts.
fn is_next(parameters: &str) -> bool {
    let named = parameters.split(';').find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        name.trim().eq_ignore_ascii_case("rel").then(|| value.trim().trim_matches('"'))
    });
    named.is_some_and(|words| words.split_whitespace().any(|it| it.eq_ignore_ascii_case("next")))
}

#[cfg(test)]
mod tests {
    use super::next;

    #[test]
    fn the_link_to_the_next_page_is_found_among_others() {
        for (header, expected) in [
            ("", None),
            ("no link", None),
            ("<https://e.example/a?page=2>; rel=\"next\"", Some("https://e.example/a?page=2")),
            ("</a?page=1>; rel=\"prev\", </a?page=3>; rel=\"next\"", Some("/a?page=3")),
            ("</a?b=1,2>; title=\"x, <y>\"; rel=prev,</a?c=,;>;REL=Next", Some("/a?c=,;")),
            ("</a>; rel=\"last next\"", Some("/a")),
            ("</a>; rel=nextish, <>; rel=next", None),
            ("</a; rel=next", None),
            ("</é>; rel=\"next", Some("/é")),
        ] {
            assert_eq!(next(header), expected, "{header}");
        }
    }
}
