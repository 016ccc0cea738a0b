//! Which heading a place of a file stands below.

/// The last heading at or before the byte `offset` of `text`, without its marks; empty before the first one.
#[must_use]
pub fn heading_above(text: &str, offset: usize) -> String {
    let mut found = "";
    let mut fence = None;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if start > offset {
            break;
        }
        start += line.len();
        let line = line.trim();
        let mark = ["```", "~~~"].into_iter().find(|mark| line.starts_with(mark));
        match (mark, fence) {
            (Some(mark), None) => fence = Some(mark),
            (Some(mark), Some(open)) if mark == open => fence = None,
            (None, None) if is_heading(line) => found = line,
            _ => {}
        }
    }
    found.trim_matches('#').trim().to_owned()
}

fn is_heading(line: &str) -> bool {
    let rest = line.trim_start_matches('#');
    (1..=6).contains(&(line.len() - rest.len())) && rest.starts_with([' ', '\t'])
}

#[cfg(test)]
mod tests {
    use super::heading_above;

    #[test]
    fn what_looks_like_a_heading_in_a_fence_is_none() {
        let text = "a\n# One\nb\n```\n# two\nc\n```\nd\n## Three ##\nz\n";
        let cases = [("a\n", ""), ("b\n", "One"), ("c\n", "One"), ("d\n", "One"), ("z\n", "Three")];
        for (place, heading) in cases {
            let offset = text.find(place).unwrap_or(0);
            assert_eq!(heading_above(text, offset), heading, "{place}");
        }
    }
}
