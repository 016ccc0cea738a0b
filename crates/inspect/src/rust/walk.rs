//! One walk over the tokens of a file, into macro calls too: rustdoc sees what their macros make of them.

use std::collections::BTreeSet;
use std::ops::Range;

use proc_macro2::{Delimiter, Group, Literal, TokenStream, TokenTree};
use syn::Lit;

/// Macros that put their literals between back-quotes in comments.
const QUOTING: [&str; 2] = ["operations", "paths"];

/// The doc comment of one item.
pub(super) struct Comment {
    /// Where it begins.
    pub line: usize,
    /// `//!`
    pub is_inner: bool,
    is_in_macro: bool,
    lines: Vec<String>,
}

impl Comment {
    /// Its text as rustdoc may read it. Without the indentation that its lines share; and as it stands if a
    /// macro may put a line without indentation before it, so that they share none.
    pub(super) fn readings(&self) -> Vec<String> {
        let stripped = self.without(self.shared_indentation());
        if self.is_in_macro { vec![stripped, self.without(0)] } else { vec![stripped] }
    }

    fn shared_indentation(&self) -> usize {
        let lines = self.lines.iter().filter(|line| !line.trim().is_empty());
        lines.map(|line| line.len() - line.trim_start_matches([' ', '\t']).len()).min().unwrap_or(0)
    }

    fn without(&self, indentation: usize) -> String {
        let lines = self.lines.iter().map(|line| line.get(indentation..).unwrap_or_default());
        lines.collect::<Vec<_>>().join("\n")
    }
}

/// What is in a file.
#[derive(Default)]
pub(super) struct Walk {
    pub comments: Vec<Comment>,
    /// Deprecation notices and their lines.
    pub notes: Vec<(usize, String)>,
    /// String literals, other than those.
    pub literals: usize,
    /// The names in the file, each of which might be an item's.
    pub items: BTreeSet<String>,
    /// Where the tokens are.
    pub ranges: Vec<Range<usize>>,
    /// What must not be there, and its line.
    pub findings: Vec<(usize, String)>,
}

/// Where the walk is.
#[derive(Clone, Copy, Default)]
struct Place {
    is_in_macro: bool,
    is_quoting: bool,
}

impl Walk {
    pub(super) fn over(stream: TokenStream) -> Self {
        let mut walk = Self::default();
        walk.stream(stream, Place::default());
        walk
    }

    fn stream(&mut self, stream: TokenStream, place: Place) {
        let tokens: Vec<TokenTree> = stream.into_iter().collect();
        let mut comment: Option<Comment> = None;
        let mut rest = &tokens[..];
        while let Some(token) = rest.first() {
            if let Some((is_inner, attribute, length)) = attribute(rest) {
                rest[..length].iter().for_each(|token| self.ranges(token));
                if comment.as_ref().is_some_and(|it| it.is_inner != is_inner) {
                    self.comments.extend(comment.take());
                }
                self.attribute(attribute, is_inner, place, &mut comment);
                rest = &rest[length..];
                continue;
            }
            self.comments.extend(comment.take());
            self.range(token);
            match token {
                TokenTree::Group(group) => {
                    self.group(group, &tokens[..tokens.len() - rest.len()], place)
                }
                TokenTree::Ident(ident) => {
                    self.items.insert(ident.to_string());
                }
                TokenTree::Literal(literal) => self.literal(literal, place),
                TokenTree::Punct(_) => {}
            }
            rest = &rest[1..];
        }
        self.comments.extend(comment);
    }

    fn group(&mut self, group: &Group, before: &[TokenTree], place: Place) {
        let called = match before {
            [.., TokenTree::Ident(name), mark] if is(mark, '!') => Some(name.to_string()),
            _ => None,
        };
        let is_quoting = match &called {
            Some(name) => QUOTING.contains(&name.as_str()),
            // Arguments are passed on and not quoted.
            None => place.is_quoting && group.delimiter() != Delimiter::Parenthesis,
        };
        let is_in_macro = place.is_in_macro || called.is_some();
        self.stream(group.stream(), Place { is_in_macro, is_quoting });
    }

    fn attribute(
        &mut self,
        group: &Group,
        is_inner: bool,
        place: Place,
        comment: &mut Option<Comment>,
    ) {
        let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
        let line = group.span_open().start().line;
        match &tokens[..] {
            [TokenTree::Ident(name), TokenTree::Group(arguments)] if name == "cfg_attr" => {
                let arguments: Vec<TokenTree> = arguments.stream().into_iter().collect();
                let mut parts = arguments.split(|token| is(token, ','));
                let condition = parts.next().unwrap_or_default();
                self.stream(condition.iter().cloned().collect(), Place::default());
                parts.for_each(|part| self.meta(part, line, is_inner, place, comment));
            }
            tokens => self.meta(tokens, line, is_inner, place, comment),
        }
    }

    /// What an attribute says, whatever its condition.
    fn meta(
        &mut self,
        tokens: &[TokenTree],
        line: usize,
        is_inner: bool,
        place: Place,
        comment: &mut Option<Comment>,
    ) {
        match tokens {
            [TokenTree::Ident(name), TokenTree::Punct(_), TokenTree::Literal(text)]
                if name == "doc" =>
            {
                let Some(text) = string(text) else {
                    return self.findings.push((line, "a comment that is no text".to_owned()));
                };
                let comment = comment.get_or_insert_with(|| Comment {
                    line,
                    is_inner,
                    is_in_macro: place.is_in_macro,
                    lines: Vec::new(),
                });
                let lines = if text.is_empty() { vec![""] } else { text.lines().collect() };
                comment.lines.extend(lines.into_iter().map(str::to_owned));
            }
            [TokenTree::Ident(name), TokenTree::Group(arguments)] if name == "deprecated" => {
                for argument in arguments.stream() {
                    if let TokenTree::Literal(literal) = argument
                        && let Some(note) = string(&literal)
                    {
                        self.notes.push((line, note));
                    }
                }
            }
            [TokenTree::Ident(name), TokenTree::Group(arguments)]
                if name == "doc" && is_alias(arguments.stream()) =>
            {
                self.stream(arguments.stream(), Place::default());
            }
            _ => {
                let stream: TokenStream = tokens.iter().cloned().collect();
                if names_doc(stream.clone()) {
                    self.findings.push((line, "a comment that is no text".to_owned()));
                }
                self.stream(stream, Place::default());
            }
        }
    }

    fn literal(&mut self, literal: &Literal, place: Place) {
        let line = literal.span().start().line;
        match Lit::new(literal.clone()) {
            Lit::Str(text) => {
                self.literals += 1;
                if literal.to_string().contains('\n') {
                    self.findings.push((line, "a literal of several lines".to_owned()));
                }
                if place.is_quoting && text.value().contains(['`', '\n']) {
                    let what = format!("a literal that leaves its code span: {literal}");
                    self.findings.push((line, what));
                }
            }
            Lit::Int(_) | Lit::Float(_) | Lit::ByteStr(_) => {}
            _ => self.findings.push((line, format!("neither text nor number: {literal}"))),
        }
    }

    /// Where a token is and what it encloses.
    fn ranges(&mut self, token: &TokenTree) {
        self.range(token);
        if let TokenTree::Group(group) = token {
            group.stream().into_iter().for_each(|token| self.ranges(&token));
        }
    }

    fn range(&mut self, token: &TokenTree) {
        match token {
            TokenTree::Group(group) => {
                self.ranges.push(group.span_open().byte_range());
                self.ranges.push(group.span_close().byte_range());
            }
            token => self.ranges.push(token.span().byte_range()),
        }
    }
}

fn is(token: &TokenTree, mark: char) -> bool {
    matches!(token, TokenTree::Punct(it) if it.as_char() == mark)
}

/// The attribute that begins here: whether it is an inner one, its inside, and its tokens.
fn attribute(tokens: &[TokenTree]) -> Option<(bool, &Group, usize)> {
    match tokens {
        [hash, TokenTree::Group(group), ..] if is(hash, '#') => Some((false, group, 2)),
        [hash, mark, TokenTree::Group(group), ..] if is(hash, '#') && is(mark, '!') => {
            Some((true, group, 3))
        }
        _ => None,
    }
    .filter(|(_, group, _)| group.delimiter() == Delimiter::Bracket)
}

/// `alias = "…"`, by which an item is found besides.
fn is_alias(arguments: TokenStream) -> bool {
    let tokens: Vec<TokenTree> = arguments.into_iter().collect();
    let [TokenTree::Ident(name), mark, TokenTree::Literal(text)] = &tokens[..] else {
        return false;
    };
    name == "alias" && is(mark, '=') && string(text).is_some()
}

/// `#[doc(…)]`, `#[x(doc = "…")]`
fn names_doc(stream: TokenStream) -> bool {
    stream.into_iter().any(|token| match token {
        TokenTree::Ident(name) => name == "doc",
        TokenTree::Group(group) => names_doc(group.stream()),
        _ => false,
    })
}

fn string(literal: &Literal) -> Option<String> {
    match Lit::new(literal.clone()) {
        Lit::Str(text) => Some(text.value()),
        _ => None,
    }
}
