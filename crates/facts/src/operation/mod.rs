//! What an operation page states: requests, permissions, parameters, body, response, examples.
//!
//! One rule per file; each takes the [`Context`] and returns its claims. Must not know what the
//! claims mean together: that a `GET` has no body, or that a path leads to a type.

mod answer_name;
mod answer_table;
mod body;
pub(crate) mod bound_actions;
mod clouds;
mod eventual;
mod examples;
mod headers;
mod json_body;
mod media_types;
mod mentions;
mod message;
mod parameters;
mod permissions;
mod preview;
mod query_options;
mod request_blocks;
pub(crate) mod request_line;
mod response;
mod shown;
#[cfg(test)]
mod tests;
mod value_tables;
mod verbs;

use std::collections::{BTreeMap, BTreeSet};

use diag::{Diagnostic, Span};
use page::{Block, BlockKind, Fence, Page, SectionId, Table};

use crate::Dialect;
use crate::OperationFacts;
use crate::ParameterPlace;
use crate::Role;
use crate::TypeFacts;
use crate::annotation::{Annotated, Annotation};
use crate::coverage::Ledger;
use message::Message;

/// What every rule of an operation page needs.
struct Context<'a, 'b> {
    page: &'a Page,
    ledger: &'b mut Ledger<'a>,
    dialect: &'a Dialect,
    diagnostics: &'b mut Vec<Diagnostic>,
    /// Annotations by the index of the block they describe.
    annotations: BTreeMap<usize, &'b Annotation>,
    /// What the fences outside of other languages' tabs show, by the index of their block.
    messages: &'b BTreeMap<usize, Message>,
    /// The tables that the words before them say to be of the answer.
    of_answers: BTreeSet<Span>,
}

impl<'a> Context<'a, '_> {
    /// What a block is about.
    fn role(&self, block: &Block) -> Role {
        self.ledger.role_of(block)
    }

    /// Blocks outside of other languages' tabs, with their indices.
    fn blocks(&self) -> impl Iterator<Item = (usize, &'a Block)> + use<'a> {
        blocks(self.page)
    }

    /// Those in sections of this role.
    fn blocks_of(&self, role: Role) -> Vec<(usize, &'a Block)> {
        self.blocks().filter(|(_, block)| self.role(block) == role).collect()
    }

    /// Fences outside of other languages' tabs.
    fn fences(&self) -> impl Iterator<Item = (usize, &'a Block, &'a Fence)> + use<'a> {
        self.blocks().filter_map(|(index, block)| match &block.kind {
            BlockKind::Fence(fence) => Some((index, block, fence)),
            _ => None,
        })
    }

    /// Tables outside of other languages' tabs.
    fn tables(&self) -> impl Iterator<Item = (usize, &'a Block, &'a Table)> + use<'a> {
        self.blocks().filter_map(|(index, block)| match &block.kind {
            BlockKind::Table(table) => Some((index, block, table)),
            _ => None,
        })
    }

    /// `blockType` of the annotation that describes the block at `index`.
    fn block_type(&self, index: usize) -> Option<&str> {
        self.annotations.get(&index)?.block_type()
    }
}

/// Blocks of a page outside of other languages' tabs, with their indices.
fn blocks(page: &Page) -> impl Iterator<Item = (usize, &Block)> {
    let shown = |block: &Block| block.tab.as_deref().is_none_or(|tab| tab == "http");
    page.blocks.iter().enumerate().filter(move |(_, block)| shown(block))
}

pub(crate) use answer_name::of_call as name_of_call;
pub use answer_table::{RULE as ANSWER_TABLE, UNNAMED_ANSWER};

/// Reads an operation page, and the type that it describes as its answer; `None` when it states nothing about any
/// operation.
pub(crate) fn read<'a>(
    page: &'a Page,
    ledger: &mut Ledger<'a>,
    annotations: &[Annotated],
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<(OperationFacts, Option<TypeFacts>)> {
    let annotations = annotations
        .iter()
        .filter_map(|annotated| Some((annotated.target?, &annotated.annotation)))
        .collect();
    let messages = blocks(page)
        .filter_map(|(index, block)| match &block.kind {
            BlockKind::Fence(fence) => Some((index, message::read(fence))),
            _ => None,
        })
        .collect();
    let (dialect, messages) = (ledger.dialect(), &messages);
    let of_answers = answer_table::announced(page, ledger);
    let mut context =
        Context { page, ledger, dialect, diagnostics, annotations, messages, of_answers };
    let requests = request_blocks::read(&mut context);
    let permissions = permissions::read(&mut context);
    let (mut headers, listed) = headers::read(&mut context);
    let clouds = clouds::read(&mut context);
    let preview = preview::read(&context);
    let eventual = eventual::read(&context, listed);
    let mut parameters = parameters::read(&mut context, &requests);
    headers.extend(parameters.extract_if(.., |it| it.place == ParameterPlace::Header));
    let options = query_options::read(&context, &parameters::tables(&context, &requests));
    let mut body = body::read(&mut context, &requests);
    let examples = examples::read(&mut context);
    let response = response::read(&mut context, &requests);
    let answer = answer_table::read(&mut context, &requests, &response);
    value_tables::attach(&mut context, &mut parameters, &mut body.properties);
    response::leave_out_tables(&mut context);
    settle_task_headings(&mut context);
    let mut facts = OperationFacts {
        requests,
        permissions,
        media_types: media_types::read(&headers),
        headers,
        query_options: options.supported,
        no_query_options: options.none,
        eventual,
        parameters,
        body,
        response,
        examples,
        clouds,
        preview,
    };
    let title = crate::title::h1(page).map(|h1| &page.section(h1).title);
    verbs::settle(&mut facts, title, dialect.english(), diagnostics);
    Some((facts, answer))
}

/// Headings such as "Get a group's drive" name a task; what stands below them has been read, or the
/// sections below them have roles of their own.
fn settle_task_headings(context: &mut Context<'_, '_>) {
    let sections = &context.page.sections;
    let mut settled = vec![false; sections.len()];
    for (index, section) in sections.iter().enumerate() {
        if let Some(parent) = section.parent
            && context.ledger.role(SectionId(index)) != Role::Unknown
        {
            settled[parent.0] = true;
        }
    }
    for block in &context.page.blocks {
        let listed = matches!(block.kind, BlockKind::Fence(_) | BlockKind::Table(_));
        if listed && !context.ledger.is_open(block.span) {
            settled[block.section.0] = true;
        }
    }
    for (index, section) in sections.iter().enumerate() {
        if settled[index] && context.ledger.role(SectionId(index)) == Role::Unknown {
            context.ledger.leave_out(section.span, "task-heading");
        }
    }
}
