//! Whatever text stands in a value, it does not change what is asked.

use percent_encoding::percent_decode_str;
use proptest::prelude::*;

use super::Keeper;
use crate::{Method, Page, Path, Request};

/// A token of a filter.
#[derive(Debug, PartialEq)]
enum Token {
    Text(String),
    Other(String),
}

/// Splits a filter into quoted strings and all that stands between them.
fn tokens(filter: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = filter;
    while let Some(start) = rest.find('\'') {
        tokens.push(Token::Other(rest[..start].to_owned()));
        let (text, after) = quoted(&rest[start + 1..]);
        tokens.push(Token::Text(text));
        rest = after;
    }
    tokens.push(Token::Other(rest.to_owned()));
    tokens
}

/// The string that ends at the first quote that is not doubled, and what follows.
fn quoted(text: &str) -> (String, &str) {
    let mut value = String::new();
    let mut rest = text;
    loop {
        let end = rest.find('\'').expect("the string is closed");
        value.push_str(&rest[..end]);
        rest = &rest[end + 1..];
        let Some(after) = rest.strip_prefix('\'') else { return (value, rest) };
        value.push('\'');
        rest = after;
    }
}

fn other(text: &str) -> Token {
    Token::Other(text.to_owned())
}

fn list() -> Request<Page<Keeper>> {
    Path::root().child("/keepers").request(Method::GET)
}

/// The query options of a URL, decoded as a service does it.
fn options(url: &str) -> Vec<(String, String)> {
    let (_, query) = url.split_once('?').expect("there is a query");
    let decoded = |text| percent_decode_str(text).decode_utf8().expect("UTF-8").into_owned();
    query
        .split('&')
        .map(|option| option.split_once('=').expect("each option has a value"))
        .map(|(name, value)| (decoded(name), decoded(value)))
        .collect()
}

proptest! {
    #[test]
    fn text_in_a_filter_stays_in_its_quotes(a in ".*", b in "['\\PC]*", c in any::<String>()) {
        let filter = Keeper::NAME.eq(&a)
            .and(Keeper::NAME.starts_with(&b).or(Keeper::NAME.is_in([&b, &c])))
            .and(Keeper::PHONES.any_value(|phone| phone.eq(&c)));
        prop_assert_eq!(tokens(&filter.to_string()), vec![
            other("name eq "), Token::Text(a),
            other(" and (startswith(name,"), Token::Text(b.clone()),
            other(") or name in ("), Token::Text(b), other(","), Token::Text(c.clone()),
            other(")) and phones/any(x:x eq "), Token::Text(c), other(")"),
        ]);
    }

    #[test]
    fn text_in_a_query_stays_in_its_option(text in any::<String>()) {
        prop_assume!(!text.trim().is_empty());
        let filter = Keeper::NAME.eq(&text);
        let search = Keeper::NAME.search(&text);
        let expected = [
            ("$filter".to_owned(), filter.to_string()),
            ("$search".to_owned(), search.to_string()),
            ("$top".to_owned(), "1".to_owned()),
        ];
        let url = list().filter(filter).search(search).top(1).url("https://zoo.example").unwrap();
        prop_assert!(url.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'#' && byte != b'+'));
        prop_assert_eq!(options(&url), expected);
    }

    #[test]
    fn a_phrase_ends_at_the_only_quote_without_backslash(text in "[\"\\\\a:]*|.*") {
        let search = Keeper::NAME.search(&text).to_string();
        let inside = search.strip_prefix("\"name:").and_then(|rest| rest.strip_suffix('"'));
        let mut found = String::new();
        let mut chars = inside.expect("in quotes").chars();
        while let Some(char) = chars.next() {
            prop_assert_ne!(char, '"');
            found.push(if char == '\\' { chars.next().expect("escaped") } else { char });
        }
        prop_assert_eq!(found, text);
    }
}
