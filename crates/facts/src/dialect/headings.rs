//! What headings mean.

use std::collections::BTreeMap;

use dialects::Role;

use super::{Dialect, normal, without_parentheses};

/// Headings by the kind of pattern that each is.
#[derive(Clone, Debug, Default)]
pub(super) struct Headings {
    whole: BTreeMap<String, Role>,
    starts: BTreeMap<String, Role>,
    numbered: BTreeMap<String, Role>,
    naming: BTreeMap<String, Role>,
    /// Words that are none where a heading has a name.
    pub(super) not_names: Vec<String>,
}

impl Headings {
    /// Files a heading under the kind of pattern that it is.
    pub(super) fn add(&mut self, heading: &str, role: Role) {
        let (headings, text) = if let Some(start) = heading.strip_suffix(" *") {
            (&mut self.starts, start)
        } else if let Some(start) = heading.strip_suffix(" #") {
            (&mut self.numbered, start)
        } else if let Some(rest) = heading.strip_prefix("{name} ") {
            (&mut self.naming, rest)
        } else {
            (&mut self.whole, heading)
        };
        headings.insert(normal(text), role);
    }

    fn start(&self, title: &str) -> Option<Role> {
        let starts = |ends: fn(&str) -> bool| {
            move |(start, role): (&String, &Role)| {
                title.strip_prefix(start.as_str()).is_some_and(ends).then_some(*role)
            }
        };
        let at_word = |rest: &str| rest.is_empty() || rest.starts_with([' ', ':', ',']);
        let at_number = |rest: &str| rest.trim_start().starts_with(|c: char| c.is_ascii_digit());
        let first = self.starts.iter().find_map(starts(at_word));
        first.or_else(|| self.numbered.iter().find_map(starts(at_number)))
    }

    /// One identifier and a word for what it is.
    fn naming(&self, title: &str) -> Option<Role> {
        let (name, rest) = title.split_once(' ')?;
        let identifier = name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.'))
            && name.starts_with(|c: char| c.is_ascii_alphabetic());
        let is_name = identifier && !self.is_no_name(name);
        self.naming.get(rest).copied().filter(|_| is_name)
    }

    fn is_no_name(&self, word: &str) -> bool {
        self.not_names.iter().any(|known| known.eq_ignore_ascii_case(word))
    }
}

impl Dialect {
    /// Whether a word that stands where a heading has a name is none.
    pub(crate) fn is_no_name(&self, word: &str) -> bool {
        self.headings.is_no_name(word)
    }

    /// Whether a heading consists of words that the dialect lists, and tells nothing from its like.
    pub(crate) fn is_mere_heading(&self, title: &str) -> bool {
        self.headings.whole.contains_key(&normal(title))
    }

    /// What a heading means by itself, without regard to the sections around it.
    pub fn heading(&self, title: &str) -> Role {
        let title = normal(title);
        let known = |title: &str| self.headings.whole.get(title).copied();
        known(&title)
            .or_else(|| known(without_parentheses(&title)))
            .or_else(|| self.headings.start(&title))
            .or_else(|| self.headings.naming(&title))
            .unwrap_or(Role::Unknown)
    }

    /// The headings that it knows, without those that only name something.
    pub fn headings(&self) -> impl Iterator<Item = &str> {
        let Headings { whole, starts, numbered, .. } = &self.headings;
        let known = [whole, starts, numbered].into_iter().flatten();
        known.filter(|(_, role)| **role != Role::Unknown).map(|(text, _)| text.as_str())
    }

    /// What stands behind a name in a heading: `resource type`.
    pub fn heading_ends(&self) -> impl Iterator<Item = &str> {
        self.headings.naming.keys().map(String::as_str)
    }
}
