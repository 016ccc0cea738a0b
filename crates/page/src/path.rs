//! Which paths can be those of pages.

/// How long one component of a path may be on the file systems in use, in bytes.
const MAX_COMPONENT: usize = 255;

/// Why the path of a page, with `/` between its components, cannot be one on every platform; `None` for
/// one that can. What is seen must be all there is, and no component may hold what Windows forbids or
/// Markdown takes for markup.
pub fn unportable(path: &str) -> Option<&'static str> {
    if path.contains(diag::is_unseen) {
        return Some("it has characters that are not seen");
    }
    if path.contains('\u{fffd}') {
        return Some("it has bytes that are not valid UTF-8");
    }
    if path.contains(['<', '>', ':', '"', '|', '?', '*', '\\', '`']) {
        return Some("it has one of the characters < > : \" | ? * \\ `");
    }
    path.split('/').find_map(|component| {
        if component.len() > MAX_COMPONENT {
            return Some("a part of it is longer than 255 bytes");
        }
        component.ends_with(['.', ' ']).then_some("a part of it ends in a full stop or a blank")
    })
}

#[cfg(test)]
mod tests {
    use super::unportable;

    #[test]
    fn what_real_docs_use_is_portable() {
        for path in
            ["api-reference/v1.0/api/user-get.md", "a b/ñ (1).md", "v2.0/TOC.md", "a/[x].md"]
        {
            assert_eq!(unportable(path), None, "{path}");
        }
    }

    #[test]
    fn what_could_be_something_else_is_not() {
        let long = format!("{}.md", "a".repeat(300));
        let odd = [
            "a\nuse x;/*/b.md",
            "a\u{1b}.md",
            "a\u{202e}.md",
            "a`<b>`.md",
            "a:b.md",
            "a./b.md",
            "a\u{fffd}.md",
            &long,
        ];
        for path in odd {
            assert!(unportable(path).is_some(), "{path:?}");
        }
    }
}
