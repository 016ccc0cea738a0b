//! Breaks Markdown into lines of a width, without changing what it means.
//!
//! Knows paragraphs, list items, tables and fences, as far as they decide where a line may break.

/// The lines of `markdown`; blank lines only between others, and one at a time.
pub(super) fn wrap(markdown: &str, width: usize) -> Vec<String> {
    let mut wrapped = Wrapped { width, lines: Vec::new() };
    let mut fence = None;
    for line in markdown.lines() {
        let text = line.trim_start();
        match fence {
            Some(mark) => {
                wrapped.lines.push(line.trim_end().to_owned());
                if text.trim_end() == mark {
                    fence = None;
                }
            }
            None => {
                fence = ["```", "~~~"].into_iter().find(|mark| text.starts_with(mark));
                wrapped.line(line, fence.is_some() || text.starts_with('|'));
            }
        }
    }
    wrapped.finish()
}

struct Wrapped {
    width: usize,
    lines: Vec<String>,
}

impl Wrapped {
    fn line(&mut self, line: &str, verbatim: bool) {
        let line = line.trim_end();
        if line.is_empty() {
            self.blank();
        } else if verbatim {
            self.lines.push(line.to_owned());
        } else {
            self.fill(line);
        }
    }

    fn blank(&mut self) {
        if self.lines.last().is_some_and(|last| !last.is_empty()) {
            self.lines.push(String::new());
        }
    }

    /// Breaks a line between words. What follows a list marker stays indented under it, its first word
    /// on the marker's line.
    fn fill(&mut self, line: &str) {
        let text = line.trim_start();
        let indent = line.len() - text.len();
        let hanging = " ".repeat(indent + marker(text));
        let mut current = " ".repeat(indent);
        let mut width = indent;
        let mut is_empty = true;
        for word in words(text) {
            let word_width = word.chars().count();
            let fits = width + 1 + word_width <= self.width;
            if is_empty {
                is_empty = false;
            } else if fits || current.len() < hanging.len() || opens_block(word) {
                current.push(' ');
                width += 1;
            } else {
                self.lines.push(std::mem::replace(&mut current, hanging.clone()));
                width = hanging.len();
            }
            current.push_str(word);
            width += word_width;
        }
        self.lines.push(current);
    }

    fn finish(mut self) -> Vec<String> {
        while self.lines.last().is_some_and(|last| last.is_empty()) {
            self.lines.pop();
        }
        self.lines
    }
}

/// The words of a line, where code spans and the texts and targets of links count as one word.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(' ');
        if rest.is_empty() {
            return None;
        }
        let (word, after) = rest.split_at(end_of_word(rest));
        rest = after;
        Some(word)
    })
}

fn end_of_word(text: &str) -> usize {
    let (mut code, mut brackets) = (false, 0_usize);
    for (at, c) in text.char_indices() {
        match c {
            '`' => code = !code && text[at + 1..].contains('`'),
            '[' | '(' if !code => brackets += usize::from(closes(&text[at..])),
            ']' | ')' if !code => brackets = brackets.saturating_sub(1),
            ' ' if !code && brackets == 0 => return at,
            _ => {}
        }
    }
    text.len()
}

/// The bracket at the start is closed within reach, so that an unclosed one holds no line together.
fn closes(text: &str) -> bool {
    let close = if text.starts_with('[') { ']' } else { ')' };
    let is_link = close == ')' || text.contains("](");
    is_link && text.chars().take(200).any(|c| c == close)
}

/// The length of a list marker with the spaces after it, if the text begins with one.
fn marker(text: &str) -> usize {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let mark = match text.as_bytes().get(digits) {
        Some(b'.' | b')') if digits > 0 => digits + 1,
        Some(b'-' | b'*' | b'+') if digits == 0 => 1,
        _ => return 0,
    };
    let spaces = text[mark..].bytes().take_while(|byte| *byte == b' ').count();
    if spaces == 0 { 0 } else { mark + spaces }
}

/// A word that would begin a block if it began a line.
fn opens_block(word: &str) -> bool {
    let number = word.trim_end_matches(['.', ')']);
    word.starts_with(['#', '>', '|', '=', '<', ':', '~'])
        || matches!(word, "-" | "*" | "+")
        || word.starts_with("--")
        || word.starts_with("**") && word.trim_matches('*').is_empty()
        || word.starts_with("```")
        || number.len() < word.len() && number.bytes().all(|byte| byte.is_ascii_digit())
}
