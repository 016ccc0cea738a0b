//! The parts of a `$filter` expression.

/// A part of an expression.
#[derive(Debug, PartialEq)]
pub(super) enum Token<'t> {
    /// A name, an operator, or a bare literal.
    Word(&'t str),
    Text(String),
    Open,
    Close,
    Comma,
    Colon,
}

/// The parts of an expression; `None` if a quote is not closed.
pub(super) fn tokens(text: &str) -> Option<Vec<Token<'_>>> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let token = match first {
            '(' => Token::Open,
            ')' => Token::Close,
            ',' => Token::Comma,
            ':' => Token::Colon,
            '\'' => {
                let (value, after) = quoted(rest)?;
                tokens.push(Token::Text(value));
                rest = after.trim_start();
                continue;
            }
            _ => {
                let end = word_end(rest);
                tokens.push(Token::Word(&rest[..end]));
                rest = rest[end..].trim_start();
                continue;
            }
        };
        tokens.push(token);
        rest = rest[1..].trim_start();
    }
    Some(tokens)
}

/// A date has colons in it, a lambda variable has one behind it.
fn word_end(text: &str) -> usize {
    let is_number = text.starts_with(|c: char| c.is_ascii_digit());
    let ends = |c: char| {
        c.is_whitespace() || matches!(c, '(' | ')' | ',' | '\'') || c == ':' && !is_number
    };
    text.find(ends).unwrap_or(text.len()).max(1)
}

/// The text in quotes, where a quote is written twice, and what follows.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut value = String::new();
    let mut rest = text.strip_prefix('\'')?;
    loop {
        let (part, after) = rest.split_once('\'')?;
        value.push_str(part);
        match after.strip_prefix('\'') {
            Some(more) => {
                value.push('\'');
                rest = more;
            }
            None => return Some((value, after)),
        }
    }
}
