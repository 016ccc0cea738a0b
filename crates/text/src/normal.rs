//! The form of words that can be printed so that a parser gives them back.
//!
//! Blanks are single, none at the edges of a line, and none at the edges of code, emphasis and links: they
//! stand outside. Neighbours that look alike are one. Marks of emphasis stay only where Markdown can tell
//! that they are marks.

use crate::characters::is_letter;
use crate::words::{Look, Run};
use crate::{Link, Words};

/// `words` in that form.
pub(crate) fn normal(words: Words) -> Words {
    let mut runs = joined(outside_blanks(words.runs));
    if runs.iter().any(defines_label) {
        for run in runs.iter_mut().filter(|run| defines_label(run)) {
            run.look.code = false;
        }
        runs = joined(runs);
    }
    if runs.iter().any(|run| is_marked(run.look)) {
        drop_marks(&mut runs);
        runs = joined(runs);
    }
    Words { runs }
}

/// Code of a link with which `[` at the start of a line would define a label: it stands as text.
fn defines_label(run: &Run) -> bool {
    run.link.is_some() && run.look.code && run.text.contains("]:")
}

/// What blanks are, until it is known what stands around them.
type Style = (Look, Option<Link>);

fn outside_blanks(runs: Vec<Run>) -> Vec<Run> {
    let mut lines = Lines { out: Vec::with_capacity(runs.len()), blank: None, broken: false };
    for run in runs {
        if run.is_break() {
            lines.broken = true;
        } else {
            lines.run(run);
        }
    }
    lines.out
}

struct Lines {
    out: Vec<Run>,
    blank: Option<Style>,
    /// A new line begins before what comes next.
    broken: bool,
}

impl Lines {
    fn blank(&mut self, style: Style) {
        self.blank = Some(match self.blank.take() {
            Some(before) => common(&before, &style),
            None => style,
        });
    }

    fn run(&mut self, mut run: Run) {
        let core = run.text.trim_matches(' ');
        let (starts, ends) = (run.text.starts_with(' '), run.text.ends_with(' '));
        if starts {
            self.blank((run.look, run.link.clone()));
        }
        if core.is_empty() {
            return;
        }
        let style = (run.look, run.link.clone());
        if core.len() < run.text.len() || core.contains("  ") {
            run.text = single_blanks(core);
        }
        self.separate(&style);
        self.out.push(run);
        if ends {
            self.blank = Some(style);
        }
    }

    /// Puts the blank or the break that stands before a run of `style`.
    fn separate(&mut self, style: &Style) {
        let blank = self.blank.take();
        let Some(last) = self.out.last() else {
            self.broken = false;
            return;
        };
        if std::mem::take(&mut self.broken) {
            self.out.push(Run { text: "\n".to_owned(), look: Look::default(), link: None });
        } else if let Some(blank) = blank {
            let before = (last.look, last.link.clone());
            let (look, link) = common(&common(&before, &blank), style);
            self.out.push(Run { text: " ".to_owned(), look, link });
        }
    }
}

fn common(one: &Style, other: &Style) -> Style {
    let look = Look {
        // A blank of code stands only in code, not at its edge.
        code: one.0.code && one == other,
        strong: one.0.strong && other.0.strong && one.1 == other.1,
        emphasis: one.0.emphasis && other.0.emphasis && one.1 == other.1,
    };
    (look, one.1.clone().filter(|_| one.1 == other.1))
}

fn single_blanks(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c != ' ' || !out.ends_with(' ') {
            out.push(c);
        }
    }
    out
}

fn joined(runs: Vec<Run>) -> Vec<Run> {
    let mut out: Vec<Run> = Vec::with_capacity(runs.len());
    for run in runs {
        match out.last_mut() {
            Some(last) if last.is_like(&run) => last.text.push_str(&run.text),
            _ => out.push(run),
        }
    }
    out
}

fn is_marked(look: Look) -> bool {
    look.strong || look.emphasis
}

fn drop_marks(runs: &mut [Run]) {
    let mut start = 0;
    while start < runs.len() {
        let end = start + group_length(&runs[start..]);
        if is_marked(runs[start].look) && !can_be_marked(runs, start, end) {
            for run in &mut runs[start..end] {
                run.look = Look { code: run.look.code, ..Look::default() };
            }
        }
        start = end;
    }
}

/// How many runs from the first on stand in the same marks.
pub(crate) fn group_length(runs: &[Run]) -> usize {
    let first = &runs[0];
    let is_same = |run: &&Run| {
        !run.is_break()
            && !first.is_break()
            && run.link == first.link
            && run.look.strong == first.look.strong
            && run.look.emphasis == first.look.emphasis
    };
    runs.iter().take_while(is_same).count().max(1)
}

/// Whether Markdown takes the marks around these runs for what they are (CommonMark 0.31, section 6.2), told
/// from the characters beside them: letters and digits inside always do, else a blank or ASCII punctuation
/// must stand outside. Marks that touch other marks would be read as one.
fn can_be_marked(runs: &[Run], start: usize, end: usize) -> bool {
    let touches = start.checked_sub(1).map(|before| &runs[before]);
    if touches.is_some_and(|run| run.link == runs[start].link && is_marked(run.look)) {
        return false;
    }
    let before = touches.filter(|run| run.link == runs[start].link).and_then(last_printed);
    let after = runs.get(end).filter(|run| run.link == runs[start].link).and_then(first_printed);
    holds(before, first_printed(&runs[start])) && holds(after, last_printed(&runs[end - 1]))
}

fn holds(outside: Option<char>, inside: Option<char>) -> bool {
    let is_clear = |c: char| c.is_whitespace() || c.is_ascii_punctuation();
    inside.is_some_and(|c| is_letter(c) || (!c.is_whitespace() && outside.is_none_or(is_clear)))
}

fn first_printed(run: &Run) -> Option<char> {
    if run.look.code { Some('`') } else { run.text.chars().next() }
}

fn last_printed(run: &Run) -> Option<char> {
    if run.look.code { Some('`') } else { run.text.chars().next_back() }
}
