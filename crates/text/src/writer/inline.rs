//! Words with their marks and links, as Markdown.

use super::escape::{self, Place};
use super::fill::Lines;
use crate::address::encoded;
use crate::normal::group_length;
use crate::words::Run;
use crate::{Link, Words};

/// The lines of a paragraph.
pub(super) fn lines(words: &Words, width: usize) -> Vec<String> {
    let mut printed = Printed::new(Lines::new(width), Place::default());
    printed.words(words);
    printed.finish()
}

/// The text of a heading.
pub(super) fn heading(words: &Words) -> String {
    line(words, Place { heading: true, ..Place::default() })
}

/// The text of a cell.
pub(super) fn cell(words: &Words) -> String {
    line(words, Place { cell: true, ..Place::default() })
}

fn line(words: &Words, place: Place) -> String {
    let mut printed = Printed::new(Lines::within(), place);
    printed.words(words);
    printed.finish().join(" ")
}

struct Printed {
    lines: Lines,
    word: String,
    place: Place,
}

impl Printed {
    fn new(lines: Lines, place: Place) -> Self {
        Self { lines, word: String::new(), place }
    }

    fn words(&mut self, words: &Words) {
        let mut rest = words.runs.as_slice();
        while let Some(first) = rest.first() {
            let count = rest.iter().take_while(|run| run.link == first.link).count();
            let (same, after) = rest.split_at(count);
            match &first.link {
                None => self.groups(same, after.first()),
                Some(link) => self.link(same, link, after.first()),
            }
            rest = after;
        }
    }

    fn finish(mut self) -> Vec<String> {
        self.end_word();
        self.lines.finish()
    }

    fn end_word(&mut self) {
        if !self.word.is_empty() {
            self.lines.word(&self.word);
            self.word.clear();
        }
    }

    /// Runs without a link; `next` is the linked run after them.
    fn groups(&mut self, runs: &[Run], next: Option<&Run>) {
        let mut rest = runs;
        while !rest.is_empty() {
            let (group, after) = rest.split_at(group_length(rest));
            let marks = marks(&group[0]);
            self.word.push_str(marks);
            for (index, run) in group.iter().enumerate() {
                let is_last = index + 1 == group.len() && after.is_empty() && marks.is_empty();
                let before_link = is_last && next.is_some();
                self.run(run, Place { before_link, ..self.place });
            }
            self.word.push_str(marks);
            rest = after;
        }
    }

    fn run(&mut self, run: &Run, place: Place) {
        if run.is_break() {
            self.end_word();
            self.lines.end_line();
        } else if run.look.code {
            self.word.push_str(&escape::code_span(&run.text, place));
        } else {
            self.text(&run.text, place);
        }
    }

    fn text(&mut self, text: &str, place: Place) {
        let mut words = text.split(' ').peekable();
        while let Some(word) = words.next() {
            let is_last = words.peek().is_none();
            let before_link = place.before_link && is_last;
            escape::push(&mut self.word, word, Place { before_link, ..place });
            if !is_last {
                self.end_word();
            }
        }
    }

    /// A link; `next` are the words behind it.
    fn link(&mut self, runs: &[Run], link: &Link, next: Option<&Run>) {
        if let (Link::Address(address) | Link::Documented(address, _), [run]) = (link, runs)
            && marks(run).is_empty()
            && !run.look.code
            && run.text == address.as_str()
        {
            self.word.push_str(&format!("<{}>", run.text));
            return;
        }
        self.word.push_str(&label(runs, self.place));
        self.word.push(']');
        match link {
            Link::Item(_) if is_path(runs, link) && !next.is_some_and(completes_link) => {}
            Link::Item(path) => self.word.push_str(&format!("({})", path.as_str())),
            Link::Address(address) | Link::Documented(address, _) => {
                self.word.push_str(&format!("({})", destination(address.as_str())));
            }
            Link::Docs(path) => {
                self.word.push_str(&format!("({})", destination(&encoded(path))));
            }
        }
    }
}

/// Whether what stands directly behind a label alone would be taken for its target or definition.
fn completes_link(next: &Run) -> bool {
    next.link.is_some() || (!next.look.code && next.text.starts_with(['(', ':', '[']))
}

/// Whether the label is the path of the item, which rustdoc finds by it.
fn is_path(runs: &[Run], link: &Link) -> bool {
    matches!((runs, link), ([run], Link::Item(path)) if run.text == path.as_str() && run.look.code)
}

/// The label of a link behind its bracket. It is not broken.
fn label(runs: &[Run], place: Place) -> String {
    let mut printed = Printed::new(Lines::within(), Place { label: true, ..place });
    printed.word.push('[');
    printed.groups(runs, None);
    printed.finish().join(" ")
}

fn marks(run: &Run) -> &'static str {
    match (run.look.strong, run.look.emphasis) {
        (true, true) => "***",
        (true, false) => "**",
        (false, true) => "*",
        (false, false) => "",
    }
}

/// An address between parentheses, in which character references would be read.
fn destination(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for (at, c) in address.char_indices() {
        if c == '&' && escape::is_entity(&address[at..]) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
