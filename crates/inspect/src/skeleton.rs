//! What is left of a file without its words: names, numbers, punctuation.

use std::fmt::Write as _;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::Lit;

/// The tokens of a Rust file, one a line, without doc comments and with empty string literals. A comma before a
/// closing bracket is left out: whether there is one follows from the length of lines.
///
/// # Errors
/// The text is no Rust.
pub fn skeleton(text: &str) -> Result<String, String> {
    let stream: TokenStream = text.parse().map_err(|error| format!("no Rust tokens: {error}"))?;
    let mut tokens = String::new();
    write(stream, &mut tokens);
    Ok(tokens)
}

fn write(stream: TokenStream, out: &mut String) {
    let tokens: Vec<TokenTree> = stream.into_iter().collect();
    let mut rest = &tokens[..];
    while let [token, after @ ..] = rest {
        rest = after;
        if after.is_empty() && matches!(token, TokenTree::Punct(mark) if mark.as_char() == ',') {
            continue;
        }
        let line = match token {
            TokenTree::Punct(mark) if mark.as_char() == '#' => {
                let skipped = usize::from(matches!(after.first(), Some(TokenTree::Punct(_))));
                if after.get(skipped).is_some_and(is_doc) {
                    rest = &after[skipped + 1..];
                    continue;
                }
                mark.to_string()
            }
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ('(', ')'),
                    Delimiter::Brace => ('{', '}'),
                    Delimiter::Bracket => ('[', ']'),
                    Delimiter::None => (' ', ' '),
                };
                writeln!(out, "{open}").expect("writing to a String cannot fail");
                write(group.stream(), out);
                close.to_string()
            }
            TokenTree::Literal(literal) => match Lit::new(literal.clone()) {
                Lit::Str(_) => "\"\"".to_owned(),
                _ => literal.to_string(),
            },
            other => other.to_string(),
        };
        writeln!(out, "{line}").expect("writing to a String cannot fail");
    }
}

fn is_doc(token: &TokenTree) -> bool {
    let TokenTree::Group(group) = token else { return false };
    let first = group.stream().into_iter().next();
    group.delimiter() == Delimiter::Bracket
        && matches!(first, Some(TokenTree::Ident(name)) if name == "doc")
}

#[cfg(test)]
mod tests {
    use super::skeleton;

    #[test]
    fn words_leave_no_trace() {
        let with = |words: &str| {
            format!(
                "//! {words}\n/// {words}\n#[deprecated(note = \"{words}\")]\nstruct A(u8); // {words}"
            )
        };
        assert_eq!(skeleton(&with("one")), skeleton(&with("two, or three")));
        assert_ne!(skeleton("struct A;"), skeleton("struct B;"));
        assert_ne!(skeleton("const A: u8 = 1;"), skeleton("const A: u8 = 2;"));
        assert_eq!(skeleton("f(a,)"), skeleton("f(a)"));
        assert_ne!(skeleton("f(\"a\")"), skeleton("f(a)"));
    }
}
