//! Expansions as trees, and their text.

use crate::query::filter::{self, TypeNames};
use crate::request::InvalidRequest;

/// A relationship to be expanded and its options, without the types.
#[derive(Clone, Debug, Default)]
pub struct Node {
    pub(super) path: String,
    pub(super) select: String,
    /// Whether `select` names no derived types.
    pub(super) bare_select: bool,
    pub(super) expand: Vec<Node>,
    pub(super) filter: Option<filter::Node>,
    pub(super) order_by: String,
    others: Vec<(&'static str, String)>,
    /// Why it cannot be asked for.
    pub(super) invalid: Option<InvalidRequest>,
}

impl Node {
    pub(super) fn new(path: &str) -> Self {
        Self { path: path.to_owned(), ..Self::default() }
    }

    /// Sets an option to a text, in place of an earlier value.
    pub(super) fn set(&mut self, name: &'static str, value: String) {
        match name {
            "$select" => self.select = value,
            "$expand" => self.expand = vec![Self::new(&value)],
            "$filter" => self.filter = Some(filter::Node::Raw(value.into())),
            "$orderby" => self.order_by = value,
            _ => match self.others.iter_mut().find(|(known, _)| *known == name) {
                Some((_, old)) => *old = value,
                None => self.others.push((name, value)),
            },
        }
    }

    pub(super) fn to_text(&self, names: TypeNames) -> String {
        let mut text = self.path.clone();
        let options = self.options(names);
        for (index, (name, value)) in options.iter().enumerate() {
            text.extend([if index == 0 { "(" } else { ";" }, name, "=", value]);
        }
        text.push_str(if options.is_empty() { "" } else { ")" });
        text
    }

    fn options(&self, names: TypeNames) -> Vec<(&str, String)> {
        let expand: Vec<String> = self.expand.iter().map(|node| node.to_text(names)).collect();
        let filter = self.filter.as_ref().map(|filter| filter.to_text(names)).unwrap_or_default();
        let typed = [
            ("$select", self.select.clone()),
            ("$expand", expand.join(",")),
            ("$filter", filter),
            ("$orderby", self.order_by.clone()),
        ];
        let others = self.others.iter().cloned();
        typed.into_iter().chain(others).filter(|(_, value)| !value.is_empty()).collect()
    }

    pub(super) fn first_invalid(&self) -> Option<InvalidRequest> {
        self.invalid.clone().or_else(|| self.expand.iter().find_map(Self::first_invalid))
    }
}
