//! Which spelling of a step wins when pages differ.
//!
//! Reads how often and how early each page's spelling of one step was seen; returns one segment. The most
//! frequent spelling wins, then the one seen first. How a key is written is settled before that, in the
//! same way: `/{id}` and `/{boat-id}` are one style, `({id})` is another. Knows no tree.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use diag::{Diagnostic, Span, codes};

use crate::{PathParameter, PathSegment};

/// The spellings of one step, counted.
#[derive(Clone, Debug, Default)]
pub(super) struct Spellings {
    votes: BTreeMap<PathSegment, Votes>,
}

#[derive(Clone, Copy, Debug)]
struct Votes {
    count: usize,
    first: usize,
    at: Span,
}

/// How a key is written. Whatever else a step is, it has one style.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Style {
    Other,
    Segment,
    Positional { quoted: bool },
    Named,
}

impl Style {
    fn of(segment: &PathSegment) -> Self {
        match segment {
            PathSegment::Key(_) => Self::Segment,
            PathSegment::PositionalKey(parameters) => {
                Self::Positional { quoted: parameters.iter().any(|it| it.quoted) }
            }
            PathSegment::KeyPredicate(_) => Self::Named,
            _ => Self::Other,
        }
    }

    fn described(self) -> &'static str {
        match self {
            Self::Segment => "behind a slash",
            Self::Positional { quoted: false } => "in parentheses",
            Self::Positional { quoted: true } => "in parentheses and quotes",
            Self::Named | Self::Other => "with its name",
        }
    }
}

impl Spellings {
    /// Counts one more request line that spells the step as `segment`.
    pub(super) fn add(&mut self, segment: &PathSegment, at: Span) {
        let first = self.votes.len();
        if let Some(votes) = self.votes.get_mut(segment) {
            votes.count += 1;
        } else {
            self.votes.insert(segment.clone(), Votes { count: 1, first, at });
        }
    }

    /// The winner, with what the others add to its parameters.
    pub(super) fn settle(&self) -> Option<PathSegment> {
        let style = *self.styles().first().map(|(style, _)| style)?;
        let mut ranked: Vec<(&PathSegment, &Votes)> = self.votes.iter().collect();
        ranked.sort_by_key(|(_, votes)| (Reverse(votes.count), votes.first));
        let all: Vec<&PathSegment> = ranked.iter().map(|(segment, _)| *segment).collect();
        let alike_written = all.iter().filter(|segment| Style::of(segment) == style);
        let others: Vec<&PathSegment> = alike_written.copied().collect();
        let mut winner = (*others.first()?).clone();
        for parameter in winner.parameters_mut() {
            let alike: Vec<&PathParameter> = others
                .iter()
                .flat_map(|other| other.parameters())
                .filter(|other| same_parameter(parameter, other))
                .collect();
            merge(parameter, &alike);
        }
        if let Some(parameter) = plain_key(&mut winner) {
            parameter.alternatives = all_alternatives(&all);
        }
        Some(winner)
    }

    /// What is said where request lines write one key in several ways.
    pub(super) fn report(&self, diagnostics: &mut Vec<Diagnostic>) {
        let styles = self.styles();
        let Some(((chosen, _), others)) = styles.split_first() else { return };
        for (style, votes) in others {
            let message = format!("the key is written {} here", style.described());
            diagnostics.push(Diagnostic::new(codes::KEY_STYLE, votes.at, message).help(format!(
                "it is sent {}, as most request lines write it or the first of as many",
                chosen.described()
            )));
        }
    }

    /// The styles with the votes of all their spellings, the most frequent first.
    fn styles(&self) -> Vec<(Style, Votes)> {
        let mut styles: BTreeMap<Style, Votes> = BTreeMap::new();
        for (segment, votes) in &self.votes {
            let known = styles.entry(Style::of(segment)).or_insert(Votes { count: 0, ..*votes });
            known.count += votes.count;
            if votes.first < known.first {
                (known.first, known.at) = (votes.first, votes.at);
            }
        }
        let mut styles: Vec<(Style, Votes)> = styles.into_iter().collect();
        styles.sort_by_key(|(_, votes)| (Reverse(votes.count), votes.first));
        styles
    }
}

/// The parameter of a key that is one value without a name.
fn plain_key(segment: &mut PathSegment) -> Option<&mut PathParameter> {
    match segment {
        PathSegment::Key(parameter) => Some(parameter),
        PathSegment::PositionalKey(parameters) if parameters.len() == 1 => parameters.first_mut(),
        _ => None,
    }
}

/// A parameter is open as soon as one page leaves it open, or two pages fill in different values.
fn merge(parameter: &mut PathParameter, alike: &[&PathParameter]) {
    let open = alike.iter().find(|other| other.fixed.is_none());
    if let Some(open) = open {
        let rust_name = parameter.rust_name.clone();
        *parameter = PathParameter { rust_name, ..(*open).clone() };
    } else if alike.iter().any(|other| other.fixed != parameter.fixed) {
        parameter.fixed = None;
    }
}

fn same_parameter(one: &PathParameter, other: &PathParameter) -> bool {
    one.wire_name.eq_ignore_ascii_case(&other.wire_name)
}

/// What may stand for a key, over all pages: only worth telling when some page names several. `user-id` and
/// `userPrincipalName` add nothing to `id` and `user-principal-name`.
fn all_alternatives(segments: &[&PathSegment]) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let named = segments.iter().flat_map(|segment| segment.parameters());
    for name in named.flat_map(|parameter| &parameter.alternatives) {
        if !all.iter().any(|known| is_same_key(known, name)) {
            all.push(name.clone());
        }
    }
    if all.len() > 1 { all } else { Vec::new() }
}

/// The same words, or both an id: of what, the path says.
fn is_same_key(one: &str, other: &str) -> bool {
    let letters = |name: &str| {
        let kept = name.chars().filter(char::is_ascii_alphanumeric);
        kept.collect::<String>().to_ascii_lowercase()
    };
    let is_id = |name: &str| name == "id" || name.ends_with("-id");
    letters(one) == letters(other) || is_id(one) && is_id(other)
}
