//! Which spelling of a step wins when pages differ.
//!
//! Reads how often and how early each page's spelling of one step was seen; returns one segment. The most
//! frequent spelling wins, then the one seen first. Knows no tree.

use std::collections::BTreeMap;

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
}

impl Spellings {
    /// Counts one more request line that spells the step as `segment`.
    pub(super) fn add(&mut self, segment: &PathSegment) {
        let first = self.votes.len();
        if let Some(votes) = self.votes.get_mut(segment) {
            votes.count += 1;
        } else {
            self.votes.insert(segment.clone(), Votes { count: 1, first });
        }
    }

    /// The winner, with what the others add to its parameters.
    pub(super) fn settle(&self) -> Option<PathSegment> {
        let mut ranked: Vec<(&PathSegment, &Votes)> = self.votes.iter().collect();
        ranked.sort_by_key(|(_, votes)| (std::cmp::Reverse(votes.count), votes.first));
        let others: Vec<&PathSegment> = ranked.iter().map(|(segment, _)| *segment).collect();
        let mut winner = (*others.first()?).clone();
        for parameter in parameters_mut(&mut winner) {
            let alike: Vec<&PathParameter> = others
                .iter()
                .flat_map(|other| parameters(other))
                .filter(|other| same_parameter(parameter, other))
                .collect();
            merge(parameter, &alike);
        }
        if let PathSegment::Key(parameter) = &mut winner {
            parameter.alternatives = all_alternatives(&others);
        }
        Some(winner)
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
    let named = segments.iter().flat_map(|segment| parameters(segment));
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

/// The parameters of a segment, in order.
pub(super) fn parameters(segment: &PathSegment) -> &[PathParameter] {
    match segment {
        PathSegment::Literal(_) => &[],
        PathSegment::Key(parameter) | PathSegment::ItemPath(parameter) => {
            std::slice::from_ref(parameter)
        }
        PathSegment::KeyPredicate(parameters) | PathSegment::Function { parameters, .. } => {
            parameters
        }
    }
}

/// As [`parameters`], to change them.
pub(super) fn parameters_mut(segment: &mut PathSegment) -> &mut [PathParameter] {
    match segment {
        PathSegment::Literal(_) => &mut [],
        PathSegment::Key(parameter) | PathSegment::ItemPath(parameter) => {
            std::slice::from_mut(parameter)
        }
        PathSegment::KeyPredicate(parameters) | PathSegment::Function { parameters, .. } => {
            parameters
        }
    }
}
