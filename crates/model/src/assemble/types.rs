//! Structured types and enumerations.

use text::{Block, Words};

use super::Assembly;
use crate::types::{Enumeration, ListedMember, Structure, TypeId};
use crate::{Docs, Enum, Member, Polymorphic, Property, Struct, corrections, docs};

impl Assembly<'_> {
    /// All structured types that are kept, sorted by name.
    pub(super) fn structs(self) -> Vec<Struct> {
        let structs = self.answers.types.structs.iter();
        let kept = structs.filter(|(id, _)| self.answers.kept.holds(**id));
        kept.map(|(id, item)| self.structure(*id, item)).collect()
    }

    /// All enumerations that are kept, sorted by name.
    pub(super) fn enums(self) -> Vec<Enum> {
        let enums = self.answers.types.enums.iter();
        let kept = enums.filter(|(id, _)| self.answers.kept.holds(**id));
        kept.map(|(id, item)| self.enumeration(*id, item)).collect()
    }

    fn structure(self, id: TypeId, item: &Structure<'_>) -> Struct {
        let (page, home) = item.stated.home();
        // A page's introduction documents the type that the page is about; further types may have their own.
        let principal = page.types.first().is_some_and(|first| std::ptr::eq(first, home));
        let summary = page.summary.as_ref().filter(|_| principal);
        let summary = home.summary.as_ref().or(summary).map(|text| &text.value);
        let at = item.stated.at();
        let base = item.base.as_ref().filter(|base| self.answers.kept.holds(base.value));
        Struct {
            name: self.name(id),
            kind: item.kind,
            base: base.map(|base| facts::Fact::new(self.name(base.value), base.span, base.rule)),
            derived: self.names(item.derived.iter().copied()),
            is_abstract: item.is_abstract,
            is_open: item.is_open,
            is_json: item.is_json,
            keys: item.keys.clone(),
            fields: self.fields(id, item),
            polymorphic: self.polymorphic(id),
            is_a: self.names(self.polymorphic_bases(id)),
            constructor: self.answers.writing[&id].constructor.clone(),
            rust: self.answers.names.item(id).clone(),
            docs: self.struct_docs(item, docs::of_item(summary, at.span, page, self.options)),
            deprecated: page.deprecated.as_ref().filter(|_| principal).map(docs::notice),
            area: docs::area(page),
            gate: self.answers.gates.types[&id].clone(),
            span: at.span,
            rule: at.rule,
        }
    }

    /// What the docs say of a type, then what somebody corrected, then which of its relationships are JSON because of the selection.
    fn struct_docs(self, item: &Structure<'_>, mut docs: Docs) -> Docs {
        let corrections = &self.answers.corrections;
        let named = item.stated.named_at();
        corrections::tell(&mut docs, named.flat_map(|(page, at)| corrections.of(page, at)));
        let left_out = item.fields.iter().filter_map(|field| {
            let ty = field.ty.value.item.named().filter(|id| !self.answers.kept.holds(**id))?;
            let words = Words::new().code(field.wire_name).text(" (");
            Some(words.code(&self.name(*ty).to_string()).text(")"))
        });
        let names: Vec<Words> = left_out.collect();
        if !names.is_empty() {
            let words = Words::new().text("Kept as JSON, because their types are not selected: ");
            docs.text.push(Block::paragraph(words.join(names, ", ").text(".")));
        }
        docs
    }

    fn fields(self, id: TypeId, item: &Structure<'_>) -> Vec<Property> {
        let names = self.answers.names.parts(id);
        let fields = item.fields.iter().zip(names).zip(&self.answers.writing[&id].access);
        fields.map(|((field, name), access)| self.property(field, name, access, Some(id))).collect()
    }

    fn polymorphic(self, id: TypeId) -> Option<Polymorphic> {
        let family = self.answers.families.of(id)?;
        let names = self.answers.names.family(id);
        let variants = names.variants.iter().zip(family);
        let kept = variants.filter(|(_, id)| self.answers.kept.holds(**id));
        let variants = kept.map(|(name, id)| (name.clone(), self.name(*id))).collect();
        Some(Polymorphic { rust_name: names.rust_name.clone(), variants })
    }

    /// The polymorphic types above a type, the nearest first.
    fn polymorphic_bases(self, id: TypeId) -> impl Iterator<Item = TypeId> {
        let above = self.answers.types.chain(id).skip(1);
        above.filter(move |id| self.answers.families.of(*id).is_some())
    }

    fn enumeration(self, id: TypeId, item: &Enumeration<'_>) -> Enum {
        let page = item.page;
        let own = item.has_own_page();
        let summary = page.summary.as_ref().filter(|_| own && !item.is_listed());
        let summary = summary.map(|text| &text.value);
        let members = item.members.iter().zip(self.answers.names.parts(id));
        let mut docs = docs::of_item(summary, item.span, page, self.options);
        corrections::tell(&mut docs, self.answers.corrections.of(&page.path, item.span));
        Enum {
            name: self.name(id),
            flags: item.flags,
            members: members.map(|(member, name)| self.member(*member, name)).collect(),
            rust: self.answers.names.item(id).clone(),
            docs,
            deprecated: page.deprecated.as_ref().filter(|_| own).map(docs::notice),
            area: docs::area(page),
            gate: self.answers.gates.types[&id].clone(),
            span: item.span,
            rule: item.rule,
        }
    }

    fn member(self, member: ListedMember<'_>, rust_name: &str) -> Member {
        let ListedMember { page, name, value, description } = member;
        let mut docs = docs::docs(description, name.span, page, self.options);
        corrections::tell(&mut docs, self.answers.corrections.of(page, name.span));
        Member {
            wire_name: name.value.clone(),
            rust_name: rust_name.to_owned(),
            value,
            docs,
            span: name.span,
            rule: name.rule,
        }
    }
}
