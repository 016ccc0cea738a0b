//! Expressions in query options in one spelling.

use crate::Timestamp;

/// The expression with single spaces between words, without grouping brackets, with numbered lambda
/// variables, `$` before nested options left out, and points in time spelled one way.
pub(super) fn normal(text: &str) -> String {
    let tokens = tokens(text);
    let mut variables: Vec<&str> = Vec::new();
    let mut brackets: Vec<bool> = Vec::new();
    let mut parts: Vec<String> = Vec::new();
    for (index, token) in tokens.iter().copied().enumerate() {
        let before = index.checked_sub(1).map(|before| tokens[before]);
        match token {
            "(" => {
                let calls = before.is_some_and(is_called);
                brackets.push(calls);
                parts.extend(calls.then(|| token.to_owned()));
            }
            ")" => parts.extend((brackets.pop() != Some(false)).then(|| token.to_owned())),
            _ => {
                if tokens.get(index + 1) == Some(&":") && before == Some("(") {
                    variables.push(token);
                }
                parts.push(word(token, &variables));
            }
        }
    }
    parts.join(" ")
}

/// A word before a bracket is the name of a function, a lambda or a relationship, unless it is an operator.
fn is_called(word: &str) -> bool {
    let operators = ["and", "or", "not", "(", ")", ",", ";", "=", ":"];
    !operators.iter().any(|operator| word.eq_ignore_ascii_case(operator))
}

fn word(token: &str, variables: &[&str]) -> String {
    let (first, rest) = token.split_once('/').unwrap_or((token, ""));
    if let Some(number) = variables.iter().position(|variable| *variable == first) {
        return if rest.is_empty() { format!("#{number}") } else { format!("#{number}/{rest}") };
    }
    match token.parse::<Timestamp>() {
        Ok(timestamp) => jiff::Timestamp::try_from(timestamp)
            .map_or_else(|_| timestamp.to_string(), |point| point.to_string()),
        Err(_) => token.trim_start_matches('$').to_owned(),
    }
}

/// Words, quoted text and punctuation.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let end = match first {
            '\'' => quoted_end(rest),
            _ if is_punctuation(first) => 1,
            _ => word_end(rest),
        };
        let (token, after) = rest.split_at(end);
        tokens.push(token);
        rest = after.trim_start();
    }
    tokens
}

fn is_punctuation(c: char) -> bool {
    matches!(c, '(' | ')' | ',' | ';' | '=' | ':')
}

/// Behind the closing quote; a quote in the text is doubled.
fn quoted_end(text: &str) -> usize {
    let mut at = 1;
    while let Some(quote) = text[at..].find('\'') {
        at += quote + 1;
        if !text[at..].starts_with('\'') {
            return at;
        }
        at += 1;
    }
    text.len()
}

/// A date has colons in it.
fn word_end(text: &str) -> usize {
    let is_date =
        text.as_bytes().get(10) == Some(&b'T') && text.starts_with(|c: char| c.is_ascii_digit());
    let ends =
        |c: char| c.is_whitespace() || c == '\'' || is_punctuation(c) && !(is_date && c == ':');
    text.find(ends).unwrap_or(text.len()).max(text.chars().next().map_or(0, char::len_utf8))
}
