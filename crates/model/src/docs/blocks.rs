//! Lines: fences, indents and blank lines.

use super::inline;
use super::link::Targets;

/// Cleans line by line. Fences are kept, but as plain text: rustdoc would compile and run them.
pub(super) fn clean(markdown: &str, links: Targets<'_>) -> String {
    let mut out: Vec<String> = Vec::new();
    let mut fence: Option<&str> = None;
    for line in markdown.lines().map(|line| line.trim_end_matches('\r')) {
        let marker = fence_marker(line);
        match (fence, marker) {
            (None, Some(marker)) => {
                fence = Some(marker);
                out.push(format!("{marker}text"));
            }
            (Some(open), Some(marker)) if marker.starts_with(open) => {
                fence = None;
                out.push(open.to_owned());
            }
            (Some(_), _) => out.push(printable(line)),
            (None, None) => push_text(&mut out, line, links),
        }
    }
    out.extend(fence.map(str::to_owned));
    while out.last().is_some_and(String::is_empty) {
        out.pop();
    }
    out.join("\n")
}

/// The back-ticks or tildes that open or close a fence on this line.
fn fence_marker(line: &str) -> Option<&str> {
    let start = line.trim_start();
    let sign = start.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let length = start.len() - start.trim_start_matches(sign).len();
    let rest = &start[length..];
    (length >= 3 && !rest.contains('`')).then(|| &start[..length])
}

/// A line of text: `<br>` breaks it, blank lines never double, and no indent makes it a code block.
fn push_text(out: &mut Vec<String>, line: &str, links: Targets<'_>) {
    let indent = line.len() - line.trim_start().len();
    let cleaned = inline::clean(line.trim(), links);
    for piece in cleaned.split('\n') {
        let piece = piece.trim();
        let is_item = piece.starts_with("- ") || piece.starts_with("* ");
        let prefix = if is_item && indent >= 2 { "  " } else { "" };
        if !piece.is_empty() {
            out.push(format!("{prefix}{piece}"));
        } else if out.last().is_some_and(|last| !last.is_empty()) {
            out.push(String::new());
        }
    }
}

/// Without control characters, which a doc comment may not hold.
pub(super) fn printable(line: &str) -> String {
    line.replace(char::is_control, "")
}
