//! What becomes of every table, fence and section of a page.
//!
//! Holds a [`Ledger`] that lists them all before any rule runs. Rules mark what they read or leave out
//! on purpose; the rest is reported. Knows no rule.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use diag::{Diagnostic, Span, codes};
use page::{Block, BlockKind, Page, Section, SectionId, Table};

use crate::labels::{Labels, label};
use crate::origin::Origin;
use crate::prose::Prose;
use crate::roles::roles;
use crate::{Column, Dialect, Role};
use crate::{Coverage, Outcome, Rule};

/// The account of one page, and the roles of its sections.
pub(crate) struct Ledger<'a> {
    /// Of the page's texts.
    pub(crate) origin: Origin<'a>,
    roles: Vec<Role>,
    labels: Labels,
    /// What the columns of each table mean.
    columns: BTreeMap<Span, Vec<Option<Column>>>,
    entries: BTreeMap<Span, Entry<'a>>,
    blocks: &'a [Block],
    /// By block, as far as rules have asked.
    prose: Vec<OnceCell<Prose<'a>>>,
}

struct Entry<'a> {
    subject: Subject<'a>,
    outcome: Outcome,
    section: SectionId,
}

/// What an entry is about.
#[derive(Clone, Copy)]
enum Subject<'a> {
    Section(&'a Section),
    Table(&'a Table),
    Fence,
}

impl Subject<'_> {
    fn name(self) -> &'static str {
        match self {
            Subject::Section(_) => "section",
            Subject::Table(_) => "table",
            Subject::Fence => "fence",
        }
    }
}

impl<'a> Ledger<'a> {
    /// Lists what `page` holds; nothing is read yet.
    pub(crate) fn new(page: &'a Page, dialect: &'a Dialect) -> Self {
        let roles = roles(page, dialect);
        let origin = Origin { path: &page.path, dialect };
        let labels = Labels::new(page, &roles, dialect);
        let mut ledger = Self {
            origin,
            roles,
            labels,
            columns: BTreeMap::new(),
            entries: BTreeMap::new(),
            blocks: &page.blocks,
            prose: vec![OnceCell::new(); page.blocks.len()],
        };
        for (index, section) in page.sections.iter().enumerate().filter(|(_, s)| s.level > 0) {
            ledger.open(section.span, Subject::Section(section), SectionId(index));
        }
        for block in &page.blocks {
            if let Some(subject) = listed(block) {
                ledger.open(block.span, subject, block.section);
                if let Subject::Table(table) = subject {
                    ledger.columns.insert(table.span, dialect.columns(table));
                }
            }
        }
        ledger
    }

    fn open(&mut self, span: Span, subject: Subject<'a>, section: SectionId) {
        self.entries.insert(span, Entry { subject, outcome: Outcome::Unread, section });
    }

    /// The words of the block at `index`, cut up once; `None` if it is no paragraph or list item.
    pub(crate) fn prose(&self, index: usize) -> Option<&Prose<'a>> {
        match &self.blocks.get(index)?.kind {
            BlockKind::Paragraph(text) | BlockKind::ListItem(text) => {
                Some(self.prose[index].get_or_init(|| Prose::new(text, self.origin.english())))
            }
            _ => None,
        }
    }

    /// How the docs state things.
    pub(crate) fn dialect(&self) -> &'a Dialect {
        self.origin.dialect
    }

    /// The role of a section, with regard to the sections around it.
    pub(crate) fn role(&self, section: SectionId) -> Role {
        self.roles[section.0]
    }

    /// The role of a block: that of its section, unless words above it stand for a heading.
    pub(crate) fn role_of(&self, block: &Block) -> Role {
        self.labels.of_block(block.span).unwrap_or_else(|| self.role(block.section))
    }

    /// What the fence at `span` is by the words in bold above it, if they are those of a heading: `**Response**`.
    pub(crate) fn label(&self, span: Span) -> Option<Role> {
        self.labels.of_fence(span)
    }

    /// Whether a paragraph stands for a heading and says nothing else: "Example response:".
    pub(crate) fn is_label(&self, block: &Block) -> bool {
        let BlockKind::Paragraph(text) = &block.kind else { return false };
        let heads = |words: &str| {
            matches!(
                self.origin.dialect.heading(words),
                Role::Parameters
                    | Role::QueryParameters
                    | Role::PathParameters
                    | Role::RequestBody
                    | Role::HttpRequest
                    | Role::Response
                    | Role::ExampleRequest
                    | Role::ExampleResponse
            )
        };
        label(text).is_some_and(|(words, is_alone)| is_alone && heads(&words))
    }

    /// The section describes another type of the page, and so do those in it that mean nothing by themselves.
    pub(crate) fn name_type(&mut self, page: &Page, section: SectionId) {
        self.roles[section.0] = Role::NamedType;
        for (index, inner) in page.sections.iter().enumerate().skip(section.0 + 1) {
            let around = inner.parent.map_or(Role::Preamble, |parent| self.roles[parent.0]);
            if self.roles[index] == Role::Unknown && around == Role::NamedType {
                self.roles[index] = Role::NamedType;
            }
        }
    }

    /// The section lists the members of an enumeration.
    pub(crate) fn name_enumeration(&mut self, section: SectionId) {
        self.roles[section.0] = Role::Values;
    }

    /// Whether the section lies directly below a heading of definitions, so that its heading is a name.
    pub(crate) fn is_definition(&self, page: &Page, section: SectionId) -> bool {
        let around = page.section(section).parent;
        self.role(section) == Role::Definitions
            && around.is_some_and(|around| self.role(around) == Role::Definitions)
    }

    /// What the columns of a table mean.
    pub(crate) fn columns(&self, table: &Table) -> Vec<Option<Column>> {
        self.columns.get(&table.span).cloned().unwrap_or_default()
    }

    /// Claims were read from the block at `span`; the first rule to say so is remembered.
    pub(crate) fn read(&mut self, span: Span, rule: Rule) {
        if let Some(entry) = self.entries.get_mut(&span)
            && !matches!(entry.outcome, Outcome::Read(_))
        {
            entry.outcome = Outcome::Read(rule);
        }
    }

    /// The block at `span` holds nothing of interest, says `rule`. Does not undo a reading.
    pub(crate) fn leave_out(&mut self, span: Span, rule: Rule) {
        if let Some(entry) = self.entries.get_mut(&span)
            && entry.outcome == Outcome::Unread
        {
            entry.outcome = Outcome::NotOfInterest(rule);
        }
    }

    /// Whether nobody has dealt with the block at `span` yet.
    pub(crate) fn is_open(&self, span: Span) -> bool {
        self.entries.get(&span).is_some_and(|entry| entry.outcome == Outcome::Unread)
    }

    /// Whether claims were read from the block at `span`.
    pub(crate) fn is_read(&self, span: Span) -> bool {
        self.entries.get(&span).is_some_and(|it| matches!(it.outcome, Outcome::Read(_)))
    }

    /// Leaves out everything still open, because the whole page is of no interest.
    pub(crate) fn leave_out_rest(&mut self, rule: Rule) {
        for entry in self.entries.values_mut().filter(|entry| entry.outcome == Outcome::Unread) {
            entry.outcome = Outcome::NotOfInterest(rule);
        }
    }

    /// Closes the account: sections are settled by their role, what is left over is reported.
    pub(crate) fn finish(mut self, diagnostics: &mut Vec<Diagnostic>) -> Vec<Coverage> {
        self.settle();
        for (span, entry) in &self.entries {
            if entry.outcome == Outcome::Unread {
                diagnostics.push(report(*span, entry));
            }
        }
        let line = |(span, entry): (Span, Entry<'_>)| Coverage {
            span,
            what: entry.subject.name(),
            outcome: entry.outcome,
        };
        self.entries.into_iter().map(line).collect()
    }

    fn settle(&mut self) {
        let open = self.entries.iter_mut().filter(|(_, entry)| entry.outcome == Outcome::Unread);
        for (span, entry) in open {
            let role = self.labels.of_block(*span).unwrap_or(self.roles[entry.section.0]);
            entry.outcome = match (entry.subject, role) {
                (_, Role::Prose) => Outcome::NotOfInterest("prose-section"),
                (
                    Subject::Table(_) | Subject::Fence,
                    Role::Example | Role::ExampleRequest | Role::ExampleResponse,
                ) => Outcome::NotOfInterest("example-section"),
                (Subject::Table(_) | Subject::Fence, Role::Errors) => {
                    Outcome::NotOfInterest("errors-section")
                }
                (Subject::Section(_), role) if role != Role::Unknown => {
                    Outcome::Read("section-roles")
                }
                _ => Outcome::Unread,
            };
        }
    }
}

/// Tables and fences that an account must mention; fences of other languages' tabs are not among them.
fn listed(block: &Block) -> Option<Subject<'_>> {
    let foreign_tab = block.tab.as_deref().is_some_and(|tab| tab != "http");
    match &block.kind {
        BlockKind::Table(table) => Some(Subject::Table(table)),
        BlockKind::Fence(_) if !foreign_tab => Some(Subject::Fence),
        _ => None,
    }
}

fn report(span: Span, entry: &Entry<'_>) -> Diagnostic {
    match entry.subject {
        Subject::Table(table) => {
            let header: Vec<_> = table.header.iter().map(page::Text::plain).collect();
            let message = format!("no rule reads the table `{}`", header.join(" | "));
            Diagnostic::new(codes::UNREAD_TABLE, span, message)
                .help("add its section's heading or its columns to the dialect if it states facts")
        }
        Subject::Fence => {
            Diagnostic::new(codes::UNREAD_FENCE, span, "no rule reads this code block")
        }
        Subject::Section(section) => {
            let message = format!("no rule knows the heading `{}`", section.title.plain());
            Diagnostic::new(codes::UNKNOWN_SECTION, span, message)
                .help("add it to the headings of the dialect if it is a synonym or a translation")
        }
    }
}
