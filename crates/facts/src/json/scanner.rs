//! The scanner behind [`super::read`]: one pass, bounded depth, never stuck.

use super::{Fault, Member, Node};

/// Deeper nesting is not documentation any more; what lies deeper is passed over.
const MAX_DEPTH: usize = 64;

pub(super) struct Scanner<'a> {
    text: &'a str,
    at: usize,
    faults: Vec<Fault>,
}

impl<'a> Scanner<'a> {
    pub(super) fn new(text: &'a str, start: usize) -> Self {
        Self { text, at: start, faults: Vec::new() }
    }

    pub(super) fn offset(&self) -> usize {
        self.at
    }

    pub(super) fn into_faults(self) -> Vec<Fault> {
        self.faults
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn bump(&mut self) {
        self.at += self.peek().map_or(0, char::len_utf8);
    }

    fn fault(&mut self, what: &'static str) {
        self.faults.push(Fault { at: self.at, what });
    }

    /// The value at the current place; stops before whatever cannot belong to it.
    pub(super) fn value(&mut self, depth: usize) -> Node {
        self.blanks();
        match self.peek() {
            Some('{') if depth < MAX_DEPTH => self.object(depth),
            Some('[') if depth < MAX_DEPTH => self.array(depth),
            Some(quote) if is_quote(quote) => Node::String(self.string()),
            Some('{' | '[') => {
                self.at = self.text.len();
                Node::Null
            }
            Some('}' | ']' | ',' | ':') | None => {
                self.fault("a value is missing");
                Node::Null
            }
            Some(_) => self.word(),
        }
    }

    fn object(&mut self, depth: usize) -> Node {
        self.bump();
        let mut members = Vec::new();
        loop {
            self.blanks_and_commas();
            match self.peek() {
                None => {
                    self.fault("a brace is not closed");
                    break;
                }
                Some('}') => {
                    self.bump();
                    break;
                }
                // A bracket that closes something outside: this object was left open.
                Some(']') if depth > 0 => {
                    self.fault("a brace is not closed");
                    break;
                }
                Some(_) => members.extend(self.member(depth)),
            }
            self.junk();
        }
        Node::Object(members)
    }

    fn member(&mut self, depth: usize) -> Option<Member> {
        let start = self.at;
        let key = match self.peek() {
            Some(quote) if is_quote(quote) => self.string(),
            Some('{' | '[') => {
                self.fault("a value has no key");
                self.value(depth + 1);
                return None;
            }
            _ => {
                let key = self.bare_key();
                if key.is_empty() {
                    self.fault("an unexpected character");
                    self.bump();
                    return None;
                }
                self.faults.push(Fault { at: start, what: "a key is not quoted" });
                key
            }
        };
        let end = self.at;
        self.blanks();
        if self.peek() != Some(':') {
            self.fault("a key has no value");
            return None;
        }
        self.bump();
        let value = self.value(depth + 1);
        Some(Member { key, at: (start, end), value })
    }

    fn bare_key(&mut self) -> String {
        let stop = |c: char| c == ':' || c == ',' || c == '}' || c == '{' || c.is_whitespace();
        let length = self.rest().find(stop).unwrap_or(self.rest().len());
        let key = self.rest()[..length].to_owned();
        self.at += length;
        key
    }

    fn array(&mut self, depth: usize) -> Node {
        self.bump();
        let mut items = Vec::new();
        loop {
            self.blanks_and_commas();
            match self.peek() {
                None => {
                    self.fault("a bracket is not closed");
                    break;
                }
                Some(']') => {
                    self.bump();
                    break;
                }
                Some('}') => {
                    self.fault("a bracket is not closed");
                    break;
                }
                Some(':') => {
                    self.fault("an unexpected character");
                    self.bump();
                }
                Some(_) => items.push(self.value(depth + 1)),
            }
        }
        Node::Array(items)
    }

    /// A quoted string. A raw newline belongs to it unless the next line starts a member or ends the
    /// object: then the closing quote was forgotten.
    fn string(&mut self) -> String {
        let open = self.peek().unwrap_or('"');
        self.bump();
        let mut value = String::new();
        while let Some(c) = self.peek() {
            match c {
                _ if closes(open, c) => {
                    self.bump();
                    return value;
                }
                '\\' => self.escape(&mut value),
                '\n' if next_line_is_structure(&self.rest()[1..]) => {
                    self.fault("a string is not closed");
                    return value.trim_end().trim_end_matches(',').to_owned();
                }
                _ => {
                    value.push(c);
                    self.bump();
                }
            }
        }
        self.fault("a string is not closed");
        value
    }

    fn escape(&mut self, value: &mut String) {
        self.bump();
        let Some(c) = self.peek() else { return };
        self.bump();
        match c {
            'n' => value.push('\n'),
            't' => value.push('\t'),
            'r' => value.push('\r'),
            'b' => value.push('\u{8}'),
            'f' => value.push('\u{c}'),
            'u' => match self.unicode_escape() {
                Some(character) => value.push(character),
                None => value.push('u'),
            },
            '"' | '\'' | '\\' | '/' => value.push(c),
            // Windows paths are often written with single backslashes.
            other => value.extend(['\\', other]),
        }
    }

    /// The character behind `\u`; one beyond the first plane is written as two.
    fn unicode_escape(&mut self) -> Option<char> {
        let unit = |text: &str| u16::from_str_radix(text.get(..4)?, 16).ok();
        let first = unit(self.rest())?;
        let second = self.rest()[4..].strip_prefix("\\u").and_then(unit);
        let units = [first, second.unwrap_or_default()];
        let is_pair = (0xd800..0xdc00).contains(&first);
        let units = if is_pair { &units[..] } else { &units[..1] };
        let character = char::decode_utf16(units.iter().copied()).next()?.ok()?;
        self.at += if is_pair { 10 } else { 4 };
        Some(character)
    }

    /// A number, `true`, `false`, `null` or any other unquoted word.
    fn word(&mut self) -> Node {
        let stop = |c: char| matches!(c, ',' | '}' | ']' | '\n' | '"');
        let length = self.rest().find(stop).unwrap_or(self.rest().len());
        let raw = &self.rest()[..length];
        let length = raw.find(" //").or_else(|| raw.find("/*")).unwrap_or(length);
        let word = raw[..length].trim();
        self.at += length.max(self.peek().map_or(0, char::len_utf8));
        match word {
            "true" => Node::Bool(true),
            "false" => Node::Bool(false),
            "null" => Node::Null,
            _ if word.parse::<f64>().is_ok() => Node::Number(word.to_owned()),
            _ => {
                self.fault("a value is not quoted");
                Node::Word(word.to_owned())
            }
        }
    }

    /// Passes over what stands between a value and the next member, such as `"String" (identifier)`.
    fn junk(&mut self) {
        self.blanks();
        match self.peek() {
            None | Some(',' | '}' | ']') => {}
            Some(c) if is_quote(c) || c.is_alphabetic() || c == '@' => {
                self.fault("a comma is missing");
            }
            Some(_) => {
                self.fault("an unexpected character");
                let rest = self.rest();
                let length = rest.find([',', '}', ']', '\n']).unwrap_or(rest.len());
                self.at += length.max(1).min(rest.len());
                while !self.text.is_char_boundary(self.at) {
                    self.at += 1;
                }
            }
        }
    }

    fn blanks_and_commas(&mut self) {
        loop {
            self.blanks();
            match self.peek() {
                Some(',' | ';') => self.bump(),
                _ => return,
            }
        }
    }

    /// Passes over white space, comments and elisions.
    fn blanks(&mut self) {
        loop {
            let rest = self.rest();
            let trimmed = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
            self.at += rest.len() - trimmed.len();
            let skip = if trimmed.starts_with("//") || trimmed.starts_with('#') {
                trimmed.find('\n').unwrap_or(trimmed.len())
            } else if trimmed.starts_with("/*") {
                trimmed.find("*/").map_or(trimmed.len(), |end| end + 2)
            } else if trimmed.starts_with("...") {
                3
            } else if trimmed.starts_with('…') {
                '…'.len_utf8()
            } else {
                return;
            };
            self.at += skip;
        }
    }
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '”')
}

fn closes(open: char, c: char) -> bool {
    match open {
        '\'' => c == '\'',
        '"' => c == '"',
        _ => matches!(c, '“' | '”' | '"'),
    }
}

/// Whether a line starts with `"key":` or ends an object or array.
fn next_line_is_structure(after_newline: &str) -> bool {
    let line = after_newline.lines().next().unwrap_or("").trim();
    if matches!(line.trim_end_matches(','), "}" | "]" | "}]" | "]}" | "}}") {
        return true;
    }
    let Some(rest) = line.strip_prefix('"') else { return false };
    rest.split_once('"').is_some_and(|(_, after)| after.trim_start().starts_with(':'))
}
