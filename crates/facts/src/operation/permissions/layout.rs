//! How permission tables are laid out.

use page::{Table, Text};

use super::marks::Footnotes;
use crate::english::Says;
use crate::prose::Prose;
use crate::{Caller, Column, Dialect};

/// A table, and what its words mean.
pub(super) struct Spoken<'a> {
    pub(super) table: &'a Table,
    pub(super) dialect: &'a Dialect,
    /// What its marks mean.
    pub(super) footnotes: Footnotes,
}

/// How a permissions table is laid out.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Layout {
    /// A row per caller, the least privileged alternatives in one column, the others in the next.
    LeastAndHigher {
        /// Column of the least privileged.
        least: usize,
        /// Columns of the others.
        higher: Vec<usize>,
    },
    /// A row per caller, alternatives in the cells of one column, or of one per case: acting on oneself or on others.
    Cases(Vec<(usize, Order)>),
    /// A row per resource, a column per caller.
    Matrix(Vec<(usize, Vec<Caller>)>),
}

/// What a column's heading says about the order of alternatives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    LeastFirst,
    MostFirst,
    Unstated,
}

/// `None` for a table of something else.
pub(super) fn layout(spoken: &Spoken<'_>) -> Option<Layout> {
    let (first, rest) = spoken.table.header.split_first()?;
    let rest = || rest.iter().enumerate().map(|(index, name)| (index + 1, name));
    let callers: Vec<(usize, Vec<Caller>)> = rest()
        .map(|(index, name)| (index, spoken.callers(name)))
        .filter(|(_, callers)| !callers.is_empty())
        .collect();
    if callers.len() >= 2 {
        return Some(Layout::Matrix(callers));
    }
    // Other columns say something of the permissions: a name that people see.
    let filled: Vec<(usize, &Text)> =
        rest().filter(|(_, name)| !name.is_empty() && !spoken.is_other_column(name)).collect();
    let permissions = filled.iter().filter(|(_, name)| spoken.is_permission_column(name)).count();
    if !spoken.is_caller_column(first) || filled.is_empty() || permissions < filled.len() {
        return None;
    }
    let least = filled.iter().find(|(_, name)| spoken.says(name, Says::LeastPrivileged));
    match least {
        Some((least, _)) => {
            let others = filled.iter().map(|(index, _)| *index);
            let higher = others.filter(|index| index != least).collect();
            Some(Layout::LeastAndHigher { least: *least, higher })
        }
        None => {
            let ordered = filled.iter().map(|(index, name)| (*index, spoken.order(name)));
            Some(Layout::Cases(ordered.collect()))
        }
    }
}

impl Spoken<'_> {
    fn says(&self, text: &Text, says: Says) -> bool {
        let english = self.dialect.english();
        english.says(says, &Prose::new(text, english).tokens)
    }

    fn is_caller_column(&self, name: &Text) -> bool {
        self.dialect.column(&name.plain()) == Some(Column::PermissionType)
            || self.says(name, Says::NamesCallers)
    }

    fn is_permission_column(&self, name: &Text) -> bool {
        self.dialect.column(&name.plain()) == Some(Column::Permissions)
            || self.says(name, Says::NamesPermissions)
    }

    /// A column that the dialect knows, of something else than permissions, or one of what people are shown of them.
    fn is_other_column(&self, name: &Text) -> bool {
        match self.dialect.column(&name.plain()) {
            Some(column) => !matches!(column, Column::Permissions | Column::PermissionType),
            None => self.says(name, Says::ForPeople),
        }
    }

    /// The callers that a label names.
    pub(super) fn callers(&self, label: &Text) -> Vec<Caller> {
        let known = self.dialect.callers(&label.plain());
        if known.is_empty() { self.said_callers(label) } else { known }
    }

    fn order(&self, name: &Text) -> Order {
        let known = [(Says::LeastFirst, Order::LeastFirst), (Says::MostFirst, Order::MostFirst)];
        let said = known.into_iter().find(|(says, _)| self.says(name, *says));
        said.map_or(Order::Unstated, |(_, order)| order)
    }

    /// The callers that the words of a label name.
    fn said_callers(&self, label: &Text) -> Vec<Caller> {
        let delegated = self.says(label, Says::CallerIsUser);
        let personal = self.says(label, Says::CallerIsPersonal);
        let work = self.says(label, Says::CallerIsAtWork) || !personal;
        let application = self.says(label, Says::CallerIsApplication);
        [
            (delegated && work, Caller::DelegatedWork),
            (delegated && personal, Caller::DelegatedPersonal),
            (application && !delegated, Caller::Application),
        ]
        .into_iter()
        .filter_map(|(named, caller)| named.then_some(caller))
        .collect()
    }
}
