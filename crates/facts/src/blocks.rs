//! Words as blocks: a paragraph for what blank lines part, and list items.
//!
//! A line of a cell that begins as a list item does is one.

use text::{Block, DocText, Look, Marker, Words};

/// The lines of `words` as blocks; the first one is marked with `marker`.
pub(crate) fn blocks(words: Words, marker: Option<Marker>) -> DocText {
    let mut lines = Lines { marker, ..Lines::default() };
    words.lines().for_each(|line| lines.add(line));
    lines.end_block();
    lines.out
}

#[derive(Default)]
struct Lines {
    out: DocText,
    /// What the block is marked with that the lines go into.
    marker: Option<Marker>,
    /// What the block before is marked with.
    last: Option<Marker>,
    /// Its lines so far.
    block: Words,
}

impl Lines {
    fn add(&mut self, mut line: Words) {
        if line.is_blank() {
            return self.end_block();
        }
        if let Some(marker) = take_marker(&mut line, self.continues()) {
            self.end_block();
            self.marker = Some(marker);
        } else if !self.block.is_blank() {
            self.block.push_break();
        }
        self.block.append(line);
    }

    /// The number that the next item of a numbered list has.
    fn continues(&self) -> u32 {
        match self.marker.or(self.last) {
            Some(Marker::Number(number)) => number + 1,
            _ => 1,
        }
    }

    fn end_block(&mut self) {
        let words = std::mem::take(&mut self.block);
        if words.is_blank() {
            return;
        }
        self.last = self.marker;
        self.out.push(match self.marker.take() {
            Some(marker) => Block::item(marker, words, DocText::default()),
            None => Block::paragraph(words),
        });
    }
}

/// Takes `- `, `* ` or the number of the `next` item off the start of a line.
fn take_marker(line: &mut Words, next: u32) -> Option<Marker> {
    let start = line.runs().first()?;
    if start.look() != Look::default() || start.link().is_some() {
        return None;
    }
    let plain = line.plain();
    let text = plain.trim_start();
    let (mark, rest) = text.split_once(' ')?;
    let marker = match mark {
        "-" | "*" => Marker::Bullet,
        _ => Marker::Number(number(mark).filter(|number| *number == 1 || *number == next)?),
    };
    if rest.trim().is_empty() {
        return None;
    }
    *line = line.after(plain.len() - rest.len());
    Some(marker)
}

fn number(mark: &str) -> Option<u32> {
    let digits = mark.strip_suffix(['.', ')']).filter(|digits| digits.len() <= 3)?;
    digits.parse().ok().filter(|_| digits.bytes().all(|byte| byte.is_ascii_digit()))
}
