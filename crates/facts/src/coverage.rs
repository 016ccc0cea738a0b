//! What becomes of every table, fence and section of a page.
//!
//! Holds a [`Ledger`] that lists them all before any rule runs. Rules mark what they read or leave out
//! on purpose; the rest is reported. Knows no rule.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use diag::{Diagnostic, Span, codes};
use page::{Block, BlockKind, Page, Section, SectionId, Table};

use crate::origin::Origin;
use crate::prose::Prose;
use crate::{Column, Dialect, Role};
use crate::{Coverage, Outcome, Rule};

/// The account of one page, and the roles of its sections.
pub(crate) struct Ledger<'a> {
    /// Of the page's texts.
    pub(crate) origin: Origin<'a>,
    roles: Vec<Role>,
    /// What fences show by the words in bold above them.
    labels: BTreeMap<Span, Role>,
    /// What blocks are about that have words above them that stand for a heading.
    headed: BTreeMap<Span, Role>,
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
        let labels = labels(page, &roles, dialect);
        let headed = headed(page, &roles, &labels, dialect);
        let mut ledger = Self {
            origin,
            roles,
            labels,
            headed,
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
        self.headed.get(&block.span).copied().unwrap_or_else(|| self.role(block.section))
    }

    /// What the fence at `span` is by the words in bold above it, if they are those of a heading: `**Response**`.
    pub(crate) fn label(&self, span: Span) -> Option<Role> {
        self.labels.get(&span).copied()
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
            let role = self.headed.get(span).copied().unwrap_or(self.roles[entry.section.0]);
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

/// Words in bold that stand for a heading of examples, for the fences below them in the same section.
fn labels(page: &Page, roles: &[Role], dialect: &Dialect) -> BTreeMap<Span, Role> {
    let mut labels = BTreeMap::new();
    let mut open: Option<(SectionId, Role)> = None;
    for block in &page.blocks {
        match &block.kind {
            BlockKind::Paragraph(text) => {
                let Some((words, is_alone)) = label(text) else { continue };
                open = match dialect.heading(&words) {
                    Role::Unknown => continue,
                    own if !is_alone && !is_message(within(Role::Example, own)) => continue,
                    Role::RequestBody => Some((block.section, Role::ExampleRequest)),
                    own => Some((block.section, within(Role::Example, own))),
                };
            }
            BlockKind::Fence(_) => {
                let around = roles[block.section.0];
                let role =
                    open.filter(|(section, role)| *section == block.section && is_message(*role));
                let own = role.filter(|_| around != Role::Json).map(|(_, role)| role);
                labels.extend(own.map(|role| (block.span, role)));
            }
            _ => {}
        }
    }
    labels
}

/// The roles of what is below words that stand for a heading, in bold or before a colon, up to the next words in bold: of
/// docs that have no headings for the parts of a request. `labels` are those of fences.
fn headed(
    page: &Page,
    roles: &[Role],
    labels: &BTreeMap<Span, Role>,
    dialect: &Dialect,
) -> BTreeMap<Span, Role> {
    let mut headed = BTreeMap::new();
    let mut open: Option<(SectionId, Role)> = None;
    let mut has_content = false;
    // The section whose request has been shown.
    let mut asked = None;
    for block in &page.blocks {
        let around = roles[block.section.0];
        if let BlockKind::Paragraph(text) = &block.kind
            && let Some((words, is_alone)) = label(text)
        {
            let own = dialect.heading(&words);
            let is_heading = is_alone && may_head(own, around);
            // A sentence before a colon leads to what is below.
            let is_bold = text.runs.first().is_some_and(|run| run.strong);
            if block.quote.is_none() && (is_heading || is_bold) {
                has_content = false;
                open = is_heading.then(|| (block.section, within(around, own)));
            }
            continue;
        }
        let is_code = matches!(block.kind, BlockKind::Fence(_));
        let is_table = matches!(block.kind, BlockKind::Table(_));
        let role = open.filter(|(section, _)| *section == block.section).map(|(_, role)| role);
        // The first code of a section of requests is the request, whatever stands above it.
        let is_request = around == Role::HttpRequest && is_code && asked != Some(block.section);
        if let Some(role) = role.filter(|_| !is_request) {
            let label = labels.get(&block.span).filter(|_| around == Role::Response);
            let is_prose = matches!(block.kind, BlockKind::Paragraph(_));
            // Sentences behind a table or code may be about anything, and what is shown is code.
            let is_shown = is_message(role) || role == Role::Example;
            if is_code || !(is_shown || is_prose && has_content) {
                headed.insert(block.span, label.copied().unwrap_or(role));
            }
            has_content |= is_code || is_table;
        }
        if is_request || is_table && role == Some(Role::HttpRequest) {
            asked = Some(block.section);
        }
    }
    headed
}

/// Whether words in a section may head a part of it. A note is no heading, what is told in remarks is none of the request,
/// and a section of its own says more than words in it.
fn may_head(own: Role, around: Role) -> bool {
    let is_part = matches!(
        own,
        Role::HttpRequest
            | Role::Parameters
            | Role::PathParameters
            | Role::QueryParameters
            | Role::FunctionParameters
            | Role::RequestHeaders
            | Role::RequestBody
            | Role::Permissions
            | Role::Errors
    );
    let is_shown = is_message(own) || matches!(own, Role::Response | Role::Example);
    match around {
        Role::Prose | Role::Errors => false,
        Role::Preamble | Role::Title | Role::Unknown | Role::HttpRequest => is_part || is_shown,
        _ => is_shown,
    }
}

fn is_message(role: Role) -> bool {
    matches!(role, Role::ExampleRequest | Role::ExampleResponse)
}

/// The words in bold that a paragraph begins with, if they stand on a line of their own, which is the second value, or a
/// sentence begins behind them: a line may end there without a mark of it. Or the words before a colon that are the whole
/// paragraph: "Example response:".
fn label(text: &page::Text) -> Option<(String, bool)> {
    let plain = text.plain();
    let words = plain.trim().strip_suffix(':').filter(|words| !words.contains([':', '\n']));
    if let Some(words) = words.filter(|_| !text.runs.iter().any(|run| run.strong)) {
        return Some((words.to_owned(), true));
    }
    let bold: Vec<_> = text.runs.iter().take_while(|run| run.strong).cloned().collect();
    let rest = text.runs.get(bold.len()).map_or("", |run| run.text.as_str());
    let behind = rest.trim_start_matches([' ', ':']);
    let alone = behind.is_empty() || behind.starts_with('\n');
    let before_sentence = || {
        rest.strip_prefix([' ', ':'])
            .is_some_and(|it| it.trim_start().starts_with(char::is_uppercase))
    };
    (!bold.is_empty() && (alone || before_sentence())).then(|| (page::plain(&bold), alone))
}

/// What the sections of `page` are for: a heading means what it says, except inside examples and prose, where it
/// belongs to them.
pub fn roles(page: &Page, dialect: &Dialect) -> Vec<Role> {
    let mut roles: Vec<Role> = Vec::with_capacity(page.sections.len());
    for section in &page.sections {
        let around = section.parent.map_or(Role::Preamble, |parent| roles[parent.0]);
        let role = match section.level {
            0 => Role::Preamble,
            1 => Role::Title,
            _ => within(around, dialect.heading(&section.title.plain())),
        };
        roles.push(role);
    }
    roles
}

fn within(around: Role, own: Role) -> Role {
    let in_example = matches!(around, Role::Example | Role::ExampleRequest | Role::ExampleResponse);
    match (own, around) {
        (Role::Response, _) if in_example => Role::ExampleResponse,
        (Role::HttpRequest, _) if in_example => Role::ExampleRequest,
        (Role::ExampleRequest | Role::ExampleResponse, _) => own,
        _ if in_example => around,
        // A form of the answer: "CSV", "JSON".
        (Role::Json, Role::Response) => around,
        // What they are called may be anything.
        (Role::Properties | Role::Relationships | Role::Members | Role::Json, _) => own,
        (_, Role::Definitions) => around,
        (Role::Unknown, Role::Title | Role::Preamble) => Role::Unknown,
        (Role::Unknown, _) => around,
        _ => own,
    }
}
