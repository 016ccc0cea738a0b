//! Types by name.

use facts::Fact;

use super::Assembly;
use crate::answers::Answers;
use crate::layout::Form;
use crate::types::{Item, Type, TypeId};
use crate::{ItemType, QualifiedName, ResponseContent, Shape, ValueType};

impl Assembly<'_> {
    /// The name of a type.
    pub(super) fn name(self, id: TypeId) -> QualifiedName {
        self.answers.types.index.name(id).clone()
    }

    /// The names of those types that are kept.
    pub(super) fn names(self, ids: impl Iterator<Item = TypeId>) -> Vec<QualifiedName> {
        ids.filter(|id| self.answers.kept.holds(*id)).map(|id| self.name(id)).collect()
    }

    /// The type of one value.
    pub(super) fn item(self, item: Item) -> ItemType {
        match item {
            ItemType::Scalar(scalar) => ItemType::Scalar(scalar),
            ItemType::Enum(id) if self.answers.kept.holds(id) => ItemType::Enum(self.name(id)),
            ItemType::Struct(id) if self.answers.kept.holds(id) => ItemType::Struct(self.name(id)),
            ItemType::Enum(_) | ItemType::Struct(_) | ItemType::Untyped => ItemType::Untyped,
        }
    }

    /// The type of a value.
    pub(super) fn value(self, ty: Type) -> ValueType {
        ValueType { item: self.item(ty.item), collection: ty.collection }
    }

    /// A decided type.
    pub(super) fn decided(self, ty: &Fact<Type>) -> Fact<ValueType> {
        Fact { value: self.value(ty.value), span: ty.span, rule: ty.rule }
    }

    /// What a node addresses; nothing known where its type is not kept.
    pub(super) fn shape(self, shape: Shape<TypeId>) -> Shape {
        let is_kept = |ty: &Type| ty.item.named().is_none_or(|id| self.answers.kept.holds(*id));
        let value = shape.value.filter(is_kept).map(|ty| self.value(ty));
        Shape { role: shape.role, value }
    }

    /// What a response holds.
    pub(super) fn content(self, content: ResponseContent<TypeId>) -> ResponseContent {
        match content {
            ResponseContent::Empty => ResponseContent::Empty,
            ResponseContent::Value(item) => ResponseContent::Value(self.item(item)),
            ResponseContent::Wrapped(item) => ResponseContent::Wrapped(self.item(item)),
            ResponseContent::Collection(item) => ResponseContent::Collection(self.item(item)),
            ResponseContent::Stream => ResponseContent::Stream,
            ResponseContent::Untyped => ResponseContent::Untyped,
        }
    }

    /// What a value of the type is in Rust.
    pub(super) fn form(self, item: Item) -> Form {
        let Answers { types, families, kept, .. } = self.answers;
        let id = item.structure().copied().filter(|id| kept.holds(*id));
        match id.and_then(|id| Some((id, types.structure(id)?))) {
            Some((_, item)) if item.is_json => Form::Other,
            Some((id, _)) if families.of(id).is_some() => Form::Family,
            Some(_) => Form::Struct,
            None => Form::Other,
        }
    }
}
