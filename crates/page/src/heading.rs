//! Which heading a place of a file stands below.

use crate::fence::fence_line;
use crate::marks::atx_heading;

/// The last heading at or before the byte `offset` of `text`, without its marks; empty before the first one.
#[must_use]
pub fn heading_above(text: &str, offset: usize) -> String {
    let (mut found, mut open, mut start) = ("", None, 0);
    for line in text.split_inclusive('\n').take_while(|line| {
        let is_before = start <= offset;
        start += line.len();
        is_before
    }) {
        let line = line.trim_end_matches(['\r', '\n']);
        match (fence_line(line), open) {
            (Some(fence), None) => open = Some((fence.mark, fence.length)),
            (Some(fence), Some((mark, length))) => {
                let closes = fence.mark == mark && fence.length >= length && fence.info.is_empty();
                open = open.filter(|_| !closes);
            }
            (None, None) => found = atx_heading(line).map_or(found, |(_, text)| &line[text]),
            (None, Some(_)) => {}
        }
    }
    found.to_owned()
}

#[cfg(test)]
mod tests {
    use super::heading_above;

    #[test]
    fn what_looks_like_a_heading_in_a_fence_is_none() {
        let text = "a\n# One\nb\n````\n# two\n```\nc\n````\nd\n## Three ##\nz\n##Glued\ny\n";
        let cases = [
            ("a\n", ""),
            ("b\n", "One"),
            ("c\n", "One"),
            ("d\n", "One"),
            ("z\n", "Three"),
            ("y\n", "Glued"),
        ];
        for (place, heading) in cases {
            let offset = text.find(place).unwrap_or(0);
            assert_eq!(heading_above(text, offset), heading, "{place}");
        }
    }
}
