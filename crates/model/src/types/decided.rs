//! All types of one version, decided.

use facts::PageFacts;

use super::answers::is_answer;
use super::enums::Enums;
use super::id::TypeId;
use super::index::TypeIndex;
use super::structs::{Structs, Structure};

/// All types of one version. What depends on the operations is still open.
#[derive(Debug)]
pub(crate) struct Types<'a> {
    /// All types by name.
    pub(crate) index: TypeIndex,
    /// Structured types.
    pub(crate) structs: Structs<'a>,
    /// Enumerations.
    pub(crate) enums: Enums<'a>,
}

impl<'a> Types<'a> {
    /// The structured type, fields flattened.
    pub(crate) fn structure(&self, id: TypeId) -> Option<&Structure<'a>> {
        self.structs.get(&id)
    }

    /// The pages that state a type, its home first.
    pub(crate) fn pages(&self, id: TypeId) -> impl Iterator<Item = &'a PageFacts> {
        let stated = self.structure(id).map(|item| &item.stated);
        let listed = self.enums.get(&id).map(|item| item.page);
        stated.into_iter().flat_map(|stated| stated.pages()).chain(listed)
    }

    /// Whether only what operations take or return, or members in rows, tell of a type, so that nothing else needs it.
    pub(crate) fn is_aside(&self, id: TypeId) -> bool {
        self.structure(id).is_some_and(|item| item.stated.facts().all(is_answer))
    }

    /// The type itself, then its bases up to the root.
    pub(crate) fn chain(&self, id: TypeId) -> impl Iterator<Item = TypeId> {
        let base = |id: &TypeId| self.structure(*id)?.base.as_ref().map(|base| base.value);
        std::iter::successors(Some(id), base)
    }
}
