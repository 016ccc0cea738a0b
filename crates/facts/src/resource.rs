//! Types, enumerations and methods that a page states.
//!
//! Walks over the blocks once, in order, and hands each to the rule that reads it. Which type a claim
//! belongs to is decided by [`types::Types`]; what the claims mean together is for later stages.

use std::collections::BTreeMap;

use diag::{Diagnostic, codes};
use page::{Block, BlockKind, Fence, Page, Table, Text};

use dialects::Gives;

use crate::annotation::{Annotated, Annotation};
use crate::coverage::Ledger;
use crate::{Column, Role};
use crate::{EnumFacts, Fact, MethodRow, Note, PageKind, TypeFacts};
use crate::{enums, inheritance, json_members, methods, properties};

mod enumerations;
mod sections;
mod statements;
#[cfg(test)]
mod tests;
mod types;

use enumerations::Enumerations;
pub(crate) use sections::Sections;
use types::Types;

/// What a page states about types.
pub(crate) struct ResourceFacts {
    pub(crate) types: Vec<TypeFacts>,
    pub(crate) enums: Vec<EnumFacts>,
    pub(crate) methods: Vec<MethodRow>,
}

struct Reader<'a, 'b> {
    page: &'a Page,
    kind: PageKind,
    ledger: &'b mut Ledger<'a>,
    diagnostics: &'b mut Vec<Diagnostic>,
    /// Annotations by the index of the block they describe; of several, the first.
    annotations: BTreeMap<usize, &'b Annotation>,
    sections: &'b Sections,
    /// An annotation declares a type.
    declared: bool,
    types: Types,
    enums: Enumerations<'b>,
    methods: Vec<MethodRow>,
    /// The index of the paragraph just read, while nothing else has come after it.
    lead: Option<usize>,
}

/// Reads the types of a page. Operation pages state types only in annotated fences and enumerations
/// only in sections named after them.
pub(crate) fn read<'a>(
    page: &'a Page,
    kind: PageKind,
    sections: &Sections,
    ledger: &mut Ledger<'a>,
    annotations: &[Annotated],
    diagnostics: &mut Vec<Diagnostic>,
) -> ResourceFacts {
    let types = Types::new(page, kind, annotations, sections, ledger.dialect());
    let enums = Enumerations::new(page, sections, &types, ledger.dialect(), ledger);
    let described = annotations.iter().rev();
    let by_block = described.filter_map(|it| Some((it.target?, &it.annotation))).collect();
    let declared = annotations.iter().any(|it| it.annotation.block_type() == Some("resource"));
    let mut reader = Reader {
        page,
        kind,
        ledger,
        diagnostics,
        annotations: by_block,
        sections,
        declared,
        types,
        enums,
        methods: Vec::new(),
        lead: None,
    };
    for (index, block) in page.blocks.iter().enumerate() {
        reader.block(index, block);
    }
    reader.finish()
}

impl<'a> Reader<'a, '_> {
    fn block(&mut self, index: usize, block: &'a Block) {
        match &block.kind {
            BlockKind::Table(table) => self.table(block, table),
            BlockKind::Fence(fence) => self.fence(index, block, fence),
            BlockKind::Paragraph(_) => self.paragraph(index, block),
            BlockKind::ListItem(text) => self.list_item(block, text),
            BlockKind::Comment(_) | BlockKind::Include(_) | BlockKind::Html(_) => return,
        }
        self.lead = matches!(block.kind, BlockKind::Paragraph(_)).then_some(index);
    }

    fn table(&mut self, block: &'a Block, table: &'a Table) {
        let role = self.ledger.role(block.section);
        if matches!(
            role,
            Role::Example | Role::ExampleRequest | Role::ExampleResponse | Role::Prose
        ) {
            return;
        }
        let columns = self.ledger.columns(table);
        if self.sections.enumeration(block.section).is_some()
            || enums::lists_members(&columns, role, self.enums.is_enum_page(block.section))
        {
            self.member_table(block, table, &columns, role);
        } else if role == Role::Definitions {
            let is_list = !self.ledger.is_definition(self.page, block.section);
            if is_list && !columns.contains(&Some(Column::Type)) {
                self.ledger.leave_out(table.span, "list-of-definitions");
            }
        } else if self.kind == PageKind::Resource
            || self.sections.describe(self.page, block.section)
        {
            self.resource_table(block, table, &columns, role);
        }
    }

    fn resource_table(
        &mut self,
        block: &'a Block,
        table: &'a Table,
        columns: &[Option<Column>],
        role: Role,
    ) {
        let layout = properties::layout(columns, role).or_else(|| {
            let layout = properties::mistitled_layout(table, columns, role)?;
            self.diagnostics.push(
                Diagnostic::new(
                    codes::TABLE_HEADER,
                    table.span,
                    "the header of this property table speaks of methods",
                )
                .help("its rows were read as properties"),
            );
            Some(layout)
        });
        if let Some(layout) = layout {
            self.property_table(block, table, &layout);
        } else if methods::lists_methods(table, columns, role) {
            self.methods.extend(methods::rows(table, columns, self.ledger.origin));
            self.ledger.read(table.span, methods::RULE);
        } else if let Some(property) = enums::property_of(
            table,
            columns,
            self.page.section(block.section),
            self.ledger.origin.english(),
        ) {
            let members = enums::members(table, columns, &self.page.path, self.diagnostics);
            self.enums.keep_values(&property, members, table.span);
        } else if role == Role::DerivedTypes {
            self.derived_types(table);
        } else {
            self.left_over(table, columns, role);
        }
    }

    fn derived_types(&mut self, table: &Table) {
        let Some(main) = self.types.main_mut() else { return };
        for cell in table.rows.iter().filter_map(|row| row.cells.first()) {
            main.derived.extend(inheritance::linked_types(cell, self.ledger.origin, None));
        }
        self.ledger.read(table.span, "derived-types");
    }

    fn property_table(&mut self, block: &'a Block, table: &'a Table, layout: &properties::Layout) {
        let mut rows = properties::rows(table, layout, self.ledger.origin, self.diagnostics);
        if let Some(base) = self.lead.and_then(|lead| {
            inheritance::inherited_rows(self.ledger.prose(lead)?, self.ledger.origin)
        }) {
            for row in &mut rows {
                let note = Note::InheritedFrom(base.value.clone());
                if !row.notes.iter().any(|known| known.value == note) {
                    row.notes.push(Fact::new(note, base.span, base.rule));
                }
            }
        }
        if types::speaks_of_a_part(self.page, block.section, self.ledger.origin.english()) {
            self.ledger.leave_out(table.span, "properties-of-a-part");
            return;
        }
        let Some(owner) =
            self.types.owner(self.page, block.section, self.sections, self.ledger.dialect())
        else {
            self.diagnostics.push(Diagnostic::new(
                codes::PROPERTIES_WITHOUT_TYPE,
                table.span,
                "these properties belong to no type: neither the title nor an annotation names one",
            ));
            self.ledger.leave_out(table.span, "properties-without-type");
            return;
        };
        owner.properties.extend(rows);
        self.ledger.read(table.span, properties::RULE);
    }

    fn member_table(
        &mut self,
        block: &'a Block,
        table: &'a Table,
        columns: &[Option<Column>],
        role: Role,
    ) {
        let mut odd_rows = Vec::new();
        let members = enums::members(table, columns, &self.page.path, &mut odd_rows);
        let place = Some(table.span);
        if self.enums.take(block.section, role, members, &self.types, place) {
            self.ledger.read(table.span, enums::RULE);
            self.diagnostics.append(&mut odd_rows);
        }
    }

    /// Tables that list neither properties nor members nor methods, where that is known to be so.
    fn left_over(&mut self, table: &Table, columns: &[Option<Column>], role: Role) {
        // Properties below another heading have lost their own.
        let lists_properties = columns.first() == Some(&Some(Column::Property));
        let rule = match role {
            Role::Methods if lists_properties && columns.contains(&Some(Column::Type)) => {
                return;
            }
            Role::InstanceAnnotations => "instance-annotations",
            Role::Methods => "tasks-without-links",
            Role::Properties | Role::Relationships | Role::NamedType
                if self.types.main().is_some_and(|main| !main.properties.is_empty()) =>
            {
                "explanatory-table"
            }
            _ => return,
        };
        self.ledger.leave_out(table.span, rule);
    }

    fn fence(&mut self, index: usize, block: &'a Block, fence: &'a Fence) {
        let annotation = self.annotations.get(&index).copied();
        match (annotation, annotation.and_then(Annotation::block_type)) {
            (Some(annotation), Some("resource")) => {
                let members = json_members::representation(fence, self.diagnostics);
                if let Some(owner) = self.types.annotated(annotation) {
                    owner.json.extend(members);
                    self.ledger.read(fence.span, "json-representation");
                }
            }
            (_, Some("example" | "request" | "response" | "ignored"))
                if self.kind == PageKind::Resource =>
            {
                self.ledger.leave_out(fence.span, "example-annotation");
            }
            _ if self.represents(block, fence) => {
                let members = json_members::representation(fence, self.diagnostics);
                if let Some(owner) =
                    self.types.owner(self.page, block.section, self.sections, self.ledger.dialect())
                {
                    owner.json.extend(members);
                    self.ledger.read(fence.span, "json-representation");
                }
            }
            _ if self.kind == PageKind::Resource && self.illustrates(block, fence) => {
                self.ledger.leave_out(fence.span, "illustration");
            }
            _ => {}
        }
    }

    /// Whether a fence without annotation shows the JSON of a type.
    fn represents(&self, block: &Block, fence: &Fence) -> bool {
        let named = || json_members::type_name(fence).is_some();
        match self.ledger.role(block.section) {
            Role::Json => true,
            Role::NamedType | Role::Properties => self.kind == PageKind::Resource && named(),
            _ => false,
        }
    }

    /// Whether a fence without annotation is an example of something: the facts of a resource page
    /// stand in its annotated fence or below "JSON representation".
    fn illustrates(&self, block: &Block, fence: &Fence) -> bool {
        self.declared || fence.info != "json" || self.ledger.role(block.section) != Role::Unknown
    }

    fn paragraph(&mut self, index: usize, block: &'a Block) {
        if self.kind != PageKind::Resource || block.tab.is_some() {
            return;
        }
        let role = self.ledger.role(block.section);
        let Some(prose) = self.ledger.prose(index) else { return };
        if matches!(role, Role::Values | Role::Members | Role::Title)
            && prose.gives(Gives::Flags, usize::MAX)
        {
            self.enums.note_flags(block.section, prose.text.span);
        }
        let states = matches!(
            role,
            Role::Title | Role::Properties | Role::Relationships | Role::NamedType | Role::Json
        );
        if states
            && let Some(owner) =
                self.types.owner(self.page, block.section, self.sections, self.ledger.dialect())
        {
            statements::read(prose, owner, self.ledger.origin);
        }
    }

    fn list_item(&mut self, block: &'a Block, text: &'a Text) {
        let role = self.ledger.role(block.section);
        if role == Role::DerivedTypes
            && let Some(main) = self.types.main_mut()
        {
            main.derived.extend(inheritance::linked_types(text, self.ledger.origin, None));
        }
        if matches!(role, Role::Values | Role::Members)
            && let Some(member) = enums::item(text, &self.page.path)
        {
            self.enums.take(block.section, role, vec![member], &self.types, None);
        }
    }

    fn finish(mut self) -> ResourceFacts {
        if let Some(main) = self.types.main_mut() {
            statements::front_matter(self.page, main, self.ledger.origin);
        }
        self.enums.settle(&mut self.types, self.ledger);
        let enums = self.enums.finish();
        let types = self.types.finish(&enums);
        ResourceFacts { types, enums, methods: self.methods }
    }
}
