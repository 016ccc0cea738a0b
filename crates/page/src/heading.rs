//! Which heading a place of a file stands below.

/// The last heading at or before the byte `offset` of `text`, without its marks; empty before the first one.
#[must_use]
pub fn heading_above(text: &str, offset: usize) -> String {
    line_above(text, offset).trim_matches('#').trim().to_owned()
}

/// The address of the section within its page that the byte `offset` of `text` stands in, as sites make it of the
/// heading: `http-request`. `None` below the title alone.
#[must_use]
pub fn section_above(text: &str, offset: usize) -> Option<String> {
    let line = line_above(text, offset);
    let heading = line.trim_matches('#').trim().to_lowercase();
    let kept = heading.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    let address: String = kept.map(|c| if c == ' ' { '-' } else { c }).collect();
    (line.starts_with("##") && !address.is_empty()).then_some(address)
}

fn line_above(text: &str, offset: usize) -> &str {
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
    found
}

fn is_heading(line: &str) -> bool {
    let rest = line.trim_start_matches('#');
    (1..=6).contains(&(line.len() - rest.len())) && rest.starts_with([' ', '\t'])
}

#[cfg(test)]
mod tests {
    use super::{heading_above, section_above};

    #[test]
    fn what_looks_like_a_heading_in_a_fence_is_none() {
        let text = "a\n# One\nb\n```\n# two\nc\n```\nd\n## Three ##\nz\n";
        let cases = [("a\n", ""), ("b\n", "One"), ("c\n", "One"), ("d\n", "One"), ("z\n", "Three")];
        for (place, heading) in cases {
            let offset = text.find(place).unwrap_or(0);
            assert_eq!(heading_above(text, offset), heading, "{place}");
        }
    }

    #[test]
    fn a_section_has_the_address_that_sites_make() {
        let text = "# One\na\n## HTTP `request` (beta)\nb\n### \u{1f600}\nc\n";
        let cases = [("a\n", None), ("b\n", Some("http-request-beta")), ("c\n", None)];
        for (place, address) in cases {
            let offset = text.find(place).unwrap_or(0);
            assert_eq!(section_above(text, offset).as_deref(), address, "{place}");
        }
    }
}
