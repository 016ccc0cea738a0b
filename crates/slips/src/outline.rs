//! Where the things stand in a page that a writer gets wrong. Plain line by line: what decides is what a writer
//! sees, not what the reader under test makes of it.

use std::ops::Range;

/// A line and what it is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line<'a> {
    /// Its first byte.
    pub start: usize,
    /// Without the line break.
    pub text: &'a str,
    /// What it is part of.
    pub place: Place<'a>,
    /// The H2 above it, in its own spelling; empty above the first.
    pub section: &'a str,
    /// The nearest heading above it.
    pub heading: &'a str,
}

/// What a line is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place<'a> {
    /// The block between `---` at the top.
    FrontMatter,
    /// A heading of this level.
    Heading(usize),
    /// An HTML comment.
    Comment,
    /// The opening or closing line of a fence.
    FenceMark,
    /// A line in a fence of this language.
    Fence(&'a str, usize),
    /// A table row: 0 is the header, 1 the separator.
    Row(usize),
    /// Anything else.
    Text,
}

impl<'a> Line<'a> {
    /// The cells of a table row, trimmed.
    #[must_use]
    pub fn cells(&self) -> Vec<Range<usize>> {
        let body = self.text.trim_end();
        let mut cells = Vec::new();
        let mut from = body.find('|').map_or(0, |at| at + 1);
        let mut escaped = false;
        let first = from;
        for (at, letter) in body.char_indices().skip_while(|(at, _)| *at < first) {
            if letter == '|' && !escaped {
                cells.push(self.trimmed(from..at));
                from = at + 1;
            }
            escaped = letter == '\\';
        }
        if from < body.len() {
            cells.push(self.trimmed(from..body.len()));
        }
        cells
    }

    fn trimmed(&self, range: Range<usize>) -> Range<usize> {
        let text = &self.text[range.clone()];
        let start = self.start + range.start + (text.len() - text.trim_start().len());
        start..start + text.trim().len()
    }

    /// The bytes of the line.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }

    /// Every part of the line between `open` and `close`.
    #[must_use]
    pub fn between(&self, open: &str, close: &str) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut from = 0;
        while let Some(at) = self.text[from..].find(open) {
            let start = from + at + open.len();
            let Some(length) = self.text[start..].find(close) else { break };
            found.push(self.start + start..self.start + start + length);
            from = start + length + close.len();
        }
        found
    }

    /// The words of letters and digits.
    #[must_use]
    pub fn words(&self) -> Vec<Range<usize>> {
        words(self.text, self.start)
    }
}

/// The words of letters and digits in `text`, whose first byte is at `start`.
#[must_use]
pub fn words(text: &str, start: usize) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, letter) in text.char_indices().filter(|(_, it)| it.is_ascii_alphanumeric()) {
        match found.last_mut() {
            Some(last) if last.end == start + at => last.end += letter.len_utf8(),
            _ => found.push(start + at..start + at + letter.len_utf8()),
        }
    }
    found
}

/// The lines of `text`, each with what it is part of.
#[must_use]
pub fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let (mut section, mut heading) = ("", "");
    let (mut fence, mut comment, mut front, mut row) = (None::<(&str, usize)>, false, false, 0);
    let mut start = 0;
    for (number, full) in text.split_inclusive('\n').enumerate() {
        let line = full.trim_end_matches(['\n', '\r']);
        let bare = line.trim();
        let is_row = bare.starts_with('|') && fence.is_none() && !comment;
        row = if is_row { row + 1 } else { 0 };
        let place = if number == 0 && bare.trim_start_matches('\u{feff}') == "---" {
            front = true;
            Place::FrontMatter
        } else if front {
            front = bare != "---";
            Place::FrontMatter
        } else if comment {
            comment = !bare.contains("-->");
            Place::Comment
        } else if let Some(info) = bare.strip_prefix("```") {
            fence = if fence.is_some() { None } else { Some((info.trim(), 0)) };
            Place::FenceMark
        } else if let Some((info, nth)) = &mut fence {
            *nth += 1;
            Place::Fence(info, *nth - 1)
        } else if bare.starts_with("<!--") {
            comment = !bare.contains("-->");
            Place::Comment
        } else if is_row {
            Place::Row(row - 1)
        } else if bare.starts_with('#') {
            let name = bare.trim_start_matches('#');
            let level = bare.len() - name.len();
            heading = name.trim();
            if level <= 2 {
                section = if level == 2 { heading } else { "" };
            }
            Place::Heading(level)
        } else {
            Place::Text
        };
        lines.push(Line { start, text: line, place, section, heading });
        start += full.len();
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{Place, lines};

    #[test]
    fn lines_know_what_they_are_part_of() {
        let text = "---\ntitle: x\n---\n# T\n## Properties\n| a | b\\|c |\n|--|--|\n| d | e |\n<!-- {\n} -->\n```json\n{\n```\n";
        let lines = lines(text);
        let places: Vec<Place> = lines.iter().map(|it| it.place).collect();
        use Place::{Comment, Fence, FenceMark, FrontMatter, Heading, Row};
        assert_eq!(
            places,
            [
                FrontMatter,
                FrontMatter,
                FrontMatter,
                Heading(1),
                Heading(2),
                Row(0),
                Row(1),
                Row(2),
                Comment,
                Comment,
                FenceMark,
                Fence("json", 0),
                FenceMark,
            ]
        );
        let cells: Vec<&str> = lines[5].cells().into_iter().map(|it| &text[it]).collect();
        assert_eq!((cells, lines[7].section), (vec!["a", "b\\|c"], "Properties"));
    }
}
