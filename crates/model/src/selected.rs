//! What a selection comes to, for those who ask.

use std::collections::{BTreeMap, BTreeSet};

use crate::answers::Answers;
use crate::kept::Why;
use crate::types::TypeId;
use crate::{QualifiedName, Select};

/// The selected part of one version.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selected {
    /// Whether nothing is included by itself, so that everything is that is not excluded.
    pub is_everything: bool,
    /// The types that are in, each with the reason that is nearest to what was asked for.
    pub types: BTreeMap<QualifiedName, Reason>,
    /// The types that are not in, with the properties that would be of them and are JSON.
    pub left_out: BTreeMap<QualifiedName, Vec<PropertyName>>,
    /// The paths of the pages that describe what is in.
    pub pages: BTreeSet<String>,
}

/// A property of a type.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PropertyName {
    /// The type.
    pub of: QualifiedName,
    /// The name in JSON.
    pub name: String,
}

/// Why a type is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Nothing is left out.
    Everything,
    /// A pattern names it, or its page or area.
    Pattern(String),
    /// An operation takes or returns it.
    Operation {
        /// `GET /users/{id}`
        request: String,
        /// The path of its page.
        page: String,
    },
    /// A property of a type that is in has values of it.
    Property(PropertyName),
    /// A type that is in is derived from it.
    Base(QualifiedName),
    /// Values of a type that is in may be of it.
    Derived(QualifiedName),
}

impl Selected {
    /// The part that `answers` keep.
    pub(crate) fn new(answers: &Answers<'_>, selection: &Select) -> Self {
        let kept = answers.kept.types();
        let types = kept.map(|id| (answers.name(id), answers.reason(id))).collect();
        Self {
            is_everything: selection.takes_everything(),
            types,
            left_out: answers.left_out(),
            pages: answers.pages(),
        }
    }

    /// The reasons from a type, the nearest first, to what was asked for; none where it is not in.
    pub fn reasons(&self, name: &QualifiedName) -> Vec<&Reason> {
        let next = |reason: &&Reason| match reason {
            Reason::Property(property) => self.types.get(&property.of),
            Reason::Base(of) | Reason::Derived(of) => self.types.get(of),
            _ => None,
        };
        std::iter::successors(self.types.get(name), next).collect()
    }
}

impl Answers<'_> {
    fn name(&self, id: TypeId) -> QualifiedName {
        self.types.index.name(id).clone()
    }

    fn reason(&self, id: TypeId) -> Reason {
        match self.kept.why(id) {
            Why::Everything => Reason::Everything,
            Why::Pattern(text) => Reason::Pattern(text.clone()),
            Why::Operation(index) => {
                let draft = &self.operations.drafts[*index];
                let offer = self.kept.offers(*index, draft).next();
                let node = offer.map_or_else(|| draft.node(), |offer| offer.node());
                let template = &self.operations.paths.nodes[node.0].template;
                Reason::Operation {
                    request: format!("{} {template}", draft.method().as_str()),
                    page: draft.page().path.clone(),
                }
            }
            Why::Property(of, name) => {
                Reason::Property(PropertyName { of: self.name(*of), name: name.clone() })
            }
            Why::Base(of) => Reason::Base(self.name(*of)),
            Why::Derived(of) => Reason::Derived(self.name(*of)),
        }
    }

    fn left_out(&self) -> BTreeMap<QualifiedName, Vec<PropertyName>> {
        let all = self.types.structs.keys().chain(self.types.enums.keys());
        let outside = all.filter(|id| !self.kept.holds(**id));
        let mut left_out: BTreeMap<QualifiedName, Vec<PropertyName>> =
            outside.map(|id| (self.name(*id), Vec::new())).collect();
        for id in self.kept.types() {
            for field in self.types.structure(id).iter().flat_map(|item| &item.fields) {
                let ty = field.ty.value.item.named().filter(|it| !self.kept.holds(**it));
                // Those that inherit a property would only say the same once more.
                if let Some(ty) = ty.filter(|_| field.owner == Some(id)) {
                    let property =
                        PropertyName { of: self.name(id), name: field.wire_name.to_owned() };
                    left_out.entry(self.name(*ty)).or_default().push(property);
                }
            }
        }
        left_out
    }

    fn pages(&self) -> BTreeSet<String> {
        let operations = self.kept.drafts(&self.operations).flat_map(|(_, draft)| draft.pages());
        let types = self.kept.types().flat_map(|id| self.types.pages(id));
        operations.chain(types).map(|page| page.path.clone()).collect()
    }
}
