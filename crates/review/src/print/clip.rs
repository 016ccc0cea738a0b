//! Long lines, cut to where they differ.

use crate::place::Lines;

/// What is left before the first difference.
const BEFORE: usize = 40;

/// The lines of both places that differ. Of a line on each side, the part where they differ; of others, their beginning.
pub(super) fn pair(
    before: Option<&Lines>,
    after: Option<&Lines>,
    width: usize,
) -> (Vec<String>, Vec<String>) {
    let before = before.map_or(&[][..], |it| &it.text);
    let after = after.map_or(&[][..], |it| &it.text);
    let skip = match (before, after) {
        ([before], [after]) if before.chars().count().max(after.chars().count()) > width => {
            let same = before.chars().zip(after.chars()).take_while(|(a, b)| a == b).count();
            same.saturating_sub(BEFORE)
        }
        _ => 0,
    };
    let cut = |lines: &[String]| lines.iter().map(|it| clip(it, skip, width)).collect();
    (cut(before), cut(after))
}

/// At most `width` characters from `skip` on, with a mark where something is left out.
pub(super) fn clip(line: &str, skip: usize, width: usize) -> String {
    let line = diag::printable(line);
    let begin = if skip > 0 { "…" } else { "" };
    let mut rest = line.chars().skip(skip);
    let shown: String = rest.by_ref().take(width).collect();
    let end = if rest.next().is_some() { "…" } else { "" };
    format!("{begin}{shown}{end}")
}
