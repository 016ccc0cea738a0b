//! The header `Link` (RFC 8288), in which services that are none of OData's say where the next page is.

/// The target of the first link whose relation is `next`: of `<https://example.com/a?page=2>; rel="next"`.
pub(super) fn next(header: &str) -> Option<&str> {
    links(header)
        .find(|(target, relations)| !target.is_empty() && is_next(relations))
        .map(|it| it.0)
}

fn is_next(relations: &str) -> bool {
    relations.split_whitespace().any(|it| it.eq_ignore_ascii_case("next"))
}

/// The links, each with its relations: of several parameters `rel` the first counts.
fn links(header: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = header;
    std::iter::from_fn(move || {
        let (target, parameters) = rest.split_once('<')?.1.split_once('>')?;
        let mut parts = Parts(parameters);
        let mut relations = None;
        // Behind the target comes nothing but parameters, up to the next link.
        let mut is_open = parts.0.trim_start().starts_with(';');
        while is_open {
            let (part, end) = parts.next_part();
            if let Some((name, value)) = part.split_once('=')
                && name.trim().eq_ignore_ascii_case("rel")
            {
                relations.get_or_insert(value.trim().trim_matches('"'));
            }
            is_open = end == Some(';');
        }
        rest = parts.0;
        Some((target.trim(), relations.unwrap_or_default()))
    })
}

/// What is left of the parameters.
struct Parts<'h>(&'h str);

impl<'h> Parts<'h> {
    /// Up to the next semicolon or comma outside of quotes, which is taken off too.
    fn next_part(&mut self) -> (&'h str, Option<char>) {
        let (mut is_quoted, mut is_escaped) = (false, false);
        let ends = |(_, c): &(usize, char)| {
            let is_plain = !std::mem::take(&mut is_escaped);
            is_quoted ^= is_plain && *c == '"';
            is_escaped = is_plain && is_quoted && *c == '\\';
            !is_quoted && matches!(c, ';' | ',')
        };
        let text = self.0;
        match text.char_indices().find(ends) {
            Some((at, c)) => {
                self.0 = &text[at + 1..];
                (&text[..at], Some(c))
            }
            None => {
                self.0 = "";
                (text, None)
            }
        }
    }
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
            ("<>; rel=\"next\", </c>; rel=\"next\"", Some("/c")),
            ("</a>; title=\"x; rel=next\"; rel=\"prev\"", None),
            (r#"</a>; title="x\", </b>; rel=next"; rel=prev"#, None),
            ("</a>; rel=prev; rel=next", None),
            ("</a>, </b>; rel=next", Some("/b")),
            ("</a; rel=next", None),
            ("</é>; rel=\"next", Some("/é")),
        ] {
            assert_eq!(next(header), expected, "{header}");
        }
    }
}
