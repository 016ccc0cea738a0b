//! Text as Markdown again, with links that no longer depend on where the page lies.

use page::{Run, Text};

use crate::link;

/// `text` as Markdown: links to pages are paths from the documentation root, other links as written.
/// Characters that would become markup are escaped; a line break is a newline.
pub(crate) fn render(text: &Text, page_path: &str) -> String {
    single_blanks(runs(&text.runs, page_path).trim())
}

/// Two blanks in a row, as comments leave them behind, are one.
fn single_blanks(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c != ' ' || !out.ends_with(' ') {
            out.push(c);
        }
    }
    out
}

/// Some runs of a text as Markdown.
pub(crate) fn runs(runs: &[Run], page_path: &str) -> String {
    let mut out = String::new();
    let mut rest = runs;
    while let Some(first) = rest.first() {
        let same = rest.iter().take_while(|run| run.link == first.link).count();
        let (group, after) = rest.split_at(same);
        match first.link.as_deref().filter(|destination| !destination.is_empty()) {
            Some(destination) => {
                let target =
                    link::resolve(page_path, destination).unwrap_or_else(|| destination.to_owned());
                let label: String = group.iter().map(run).collect();
                out.push_str(&format!("[{}]({})", label.trim(), target.replace(' ', "%20")));
            }
            None => out.extend(group.iter().map(run)),
        }
        rest = after;
    }
    out
}

/// One run with its marks. Blanks at the edges stay outside of the marks, where Markdown wants them.
fn run(run: &Run) -> String {
    let inner = run.text.trim();
    if inner.is_empty() || !(run.code || run.strong || run.emphasis) {
        return if run.code { run.text.clone() } else { escape(&run.text) };
    }
    let start = &run.text[..run.text.len() - run.text.trim_start().len()];
    let end = &run.text[run.text.trim_end().len()..];
    let body = if run.code { code_span(inner) } else { escape(inner) };
    let marks = match (run.strong, run.emphasis) {
        (true, true) => "***",
        (true, false) => "**",
        (false, true) => "*",
        (false, false) => "",
    };
    format!("{start}{marks}{body}{marks}{end}")
}

fn code_span(text: &str) -> String {
    if text.contains('`') { format!("`` {text} ``") } else { format!("`{text}`") }
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    for c in text.chars() {
        let opens_emphasis = c == '_' && !before.is_alphanumeric();
        if matches!(c, '\\' | '`' | '*' | '[' | ']' | '<' | '>') || opens_emphasis {
            out.push('\\');
        }
        out.push(c);
        before = c;
    }
    out
}
