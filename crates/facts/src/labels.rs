//! Words that stand for headings, in bold or before a colon: of examples, and of the parts of a request.
//!
//! Many docs have no headings for these: `**Request body**`, `Example response:`.

use std::collections::BTreeMap;

use diag::Span;
use page::{Block, BlockKind, Page, SectionId};

use crate::roles::within;
use crate::{Dialect, Role};

/// What such words say of the blocks below them.
pub(crate) struct Labels {
    /// What fences show.
    fences: BTreeMap<Span, Role>,
    /// What blocks are about.
    headed: BTreeMap<Span, Role>,
}

impl Labels {
    /// Those of a page whose sections have these `roles`.
    pub(crate) fn new(page: &Page, roles: &[Role], dialect: &Dialect) -> Self {
        let fences = fences(page, roles, dialect);
        let state = State { open: None, has_content: false, asked: None };
        let mut walk = Walk { roles, dialect, fences: &fences, headed: BTreeMap::new(), state };
        page.blocks.iter().for_each(|block| walk.block(block));
        let headed = walk.headed;
        Self { fences, headed }
    }

    /// What the fence at `span` shows, if words above it are those of an example.
    pub(crate) fn of_fence(&self, span: Span) -> Option<Role> {
        self.fences.get(&span).copied()
    }

    /// What the block at `span` is about, if words above it head a part of its section.
    pub(crate) fn of_block(&self, span: Span) -> Option<Role> {
        self.headed.get(&span).copied()
    }
}

/// Words in bold that stand for a heading of examples, for the fences below them in the same section.
fn fences(page: &Page, roles: &[Role], dialect: &Dialect) -> BTreeMap<Span, Role> {
    let mut fences = BTreeMap::new();
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
                fences.extend(own.map(|role| (block.span, role)));
            }
            _ => {}
        }
    }
    fences
}

/// Finds the roles of what is below such words, up to the next words in bold.
struct Walk<'w> {
    roles: &'w [Role],
    dialect: &'w Dialect,
    fences: &'w BTreeMap<Span, Role>,
    headed: BTreeMap<Span, Role>,
    state: State,
}

struct State {
    /// The section of the last such words, and what they head.
    open: Option<(SectionId, Role)>,
    /// A table or code stands below them.
    has_content: bool,
    /// The section whose request has been shown.
    asked: Option<SectionId>,
}

impl Walk<'_> {
    fn block(&mut self, block: &Block) {
        match &block.kind {
            BlockKind::Paragraph(text) => match label(text) {
                Some((words, is_alone)) => {
                    let is_bold = text.runs.first().is_some_and(|run| run.strong);
                    self.label(block, &words, is_alone, is_bold);
                }
                None => self.content(block),
            },
            _ => self.content(block),
        }
    }

    fn label(&mut self, block: &Block, words: &str, is_alone: bool, is_bold: bool) {
        let around = self.roles[block.section.0];
        let own = self.dialect.heading(words);
        let is_heading = is_alone && may_head(own, around);
        // A sentence before a colon leads to what is below.
        if block.quote.is_none() && (is_heading || is_bold) {
            self.state.has_content = false;
            self.state.open = is_heading.then(|| (block.section, within(around, own)));
        }
    }

    fn content(&mut self, block: &Block) {
        let around = self.roles[block.section.0];
        let is_code = matches!(block.kind, BlockKind::Fence(_));
        let is_table = matches!(block.kind, BlockKind::Table(_));
        let open = self.state.open.filter(|(section, _)| *section == block.section);
        let role = open.map(|(_, role)| role);
        // The first code of a section of requests is the request, whatever stands above it.
        let is_asked = self.state.asked == Some(block.section);
        let is_request = around == Role::HttpRequest && is_code && !is_asked;
        if is_request || is_table && role == Some(Role::HttpRequest) {
            self.state.asked = Some(block.section);
        }
        let Some(role) = role.filter(|_| !is_request) else { return };
        let is_prose = matches!(block.kind, BlockKind::Paragraph(_));
        // Sentences behind a table or code may be about anything, and what is shown is code.
        let is_shown = is_message(role) || role == Role::Example;
        if is_code || !(is_shown || is_prose && self.state.has_content) {
            let label = self.fences.get(&block.span).filter(|_| around == Role::Response);
            self.headed.insert(block.span, label.copied().unwrap_or(role));
        }
        self.state.has_content |= is_code || is_table;
    }
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
pub(crate) fn label(text: &page::Text) -> Option<(String, bool)> {
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
