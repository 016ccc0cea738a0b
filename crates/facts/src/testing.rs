//! What the tests of the rules share: fragments in, lines of claims out.

use std::fmt::Write as _;

use diag::{PageId, SourceFile, Sources};
use page::{BlockKind, Page, Text};

use crate::english::English;
use crate::origin::Origin;
use crate::prose::Prose;
use crate::{
    Dialect, EnumFacts, Fact, JsonMember, Mention, Outcome, PageFacts, PropertyFacts, TypeCell,
    TypeFacts,
};

/// Where fragments stand.
pub(crate) fn origin() -> Origin<'static> {
    Origin { path: "v1.0/resources/pen.md", dialect: Dialect::graph() }
}

/// A text, cut up.
pub(crate) fn prose(text: &Text) -> Prose<'_> {
    Prose::new(text, English::standard())
}

/// A page with these contents at `v1.0/resources/pen.md`.
pub(crate) fn page(markdown: &str) -> Page {
    page_at("v1.0/resources/pen.md", markdown)
}

/// A page with these contents.
pub(crate) fn page_at(path: &str, markdown: &str) -> Page {
    page::parse(PageId(0), &SourceFile { path: path.into(), text: markdown.into() }).0
}

/// The first paragraph, list item or table cell of a fragment.
pub(crate) fn text(markdown: &str) -> Text {
    let page = page(markdown);
    let first = page.blocks.iter().find_map(|block| match &block.kind {
        BlockKind::Paragraph(text) | BlockKind::ListItem(text) => Some(text.clone()),
        _ => None,
    });
    first.expect("the fragment holds a text")
}

/// The text of a table cell; what a cell may hold differs from a paragraph in pipes and breaks.
pub(crate) fn cell(markdown: &str) -> Text {
    let page = page(&format!("| a |\n|---|\n| {markdown} |\n"));
    let BlockKind::Table(table) = &page.blocks[0].kind else { panic!("a table was written") };
    table.rows[0].cells[0].clone()
}

/// Types, enumerations and methods that a resource page states, one claim a line.
pub(crate) fn resource(markdown: &str) -> String {
    facts_at("v1.0/resources/pen.md", markdown)
}

/// As [`resource`], for a page of another path.
pub(crate) fn facts_at(path: &str, markdown: &str) -> String {
    let (facts, _) = crate::read(&page_at(path, markdown), Dialect::graph());
    let mut out = String::new();
    for facts in &facts.types {
        structure(&mut out, facts);
    }
    for facts in &facts.enums {
        enumeration(&mut out, facts);
    }
    for row in &facts.methods {
        let returns = row.returns.as_ref().map(|cell| type_cell(&cell.value)).unwrap_or_default();
        line(&mut out, 0, &format!("method {} -> {returns}", row.link.value));
    }
    out
}

/// What became of every table, fence and section.
pub(crate) fn coverage(markdown: &str) -> String {
    let page = page(markdown);
    let (facts, _) = crate::read(&page, Dialect::graph());
    let mut out = String::new();
    for entry in &facts.coverage {
        let place = markdown[..entry.span.start as usize].lines().count() + 1;
        let outcome = match entry.outcome {
            Outcome::Read(rule) => format!("read by {rule}"),
            Outcome::NotOfInterest(rule) => format!("left out by {rule}"),
            Outcome::Unread => "unread".to_owned(),
        };
        line(&mut out, 0, &format!("{place}: {} {outcome}", entry.what));
    }
    out
}

/// Diagnostics of a page, as printed.
pub(crate) fn diagnostics(markdown: &str) -> String {
    let path = "v1.0/resources/pen.md";
    let file = SourceFile { path: path.into(), text: markdown.into() };
    let (page, _) = page::parse(PageId(0), &file);
    let (_, diagnostics) = crate::read(&page, Dialect::graph());
    let sources = Sources::new(vec![file]);
    diagnostics.iter().map(|d| diag::render(d, &sources) + "\n").collect()
}

/// The claims of a page about itself: title, summary, namespace, deprecation.
pub(crate) fn about(markdown: &str) -> PageFacts {
    crate::read(&page(markdown), Dialect::graph()).0
}

/// A type cell as `[name -> page | name] collection`.
pub(crate) fn type_cell(cell: &TypeCell) -> String {
    let mentions: Vec<String> = cell.mentions.iter().map(mention).collect();
    let collection = if cell.collection { "[]" } else { "" };
    format!("{}{collection}", mentions.join(" | "))
}

fn mention(mention: &Mention) -> String {
    match &mention.link {
        Some(link) => format!("{} ({link})", mention.name),
        None => mention.name.clone(),
    }
}

fn line(out: &mut String, indent: usize, text: &str) {
    writeln!(out, "{:indent$}{}", "", text.trim_end()).expect("strings can be written to");
}

fn structure(out: &mut String, facts: &TypeFacts) {
    let by_rule = |fact: &Fact<String>| format!("{} ({})", fact.value, fact.rule);
    let names: Vec<String> = facts.names.iter().map(by_rule).collect();
    line(out, 0, &format!("type {}", names.join(", ")));
    for base in &facts.bases {
        line(out, 2, &format!("base {} ({})", mention(&base.value), base.rule));
    }
    for derived in &facts.derived {
        line(out, 2, &format!("derived {} ({})", mention(&derived.value), derived.rule));
    }
    for fact in &facts.is_abstract {
        line(out, 2, &format!("abstract {} ({})", fact.value, fact.rule));
    }
    for fact in &facts.is_open {
        line(out, 2, &format!("open {} ({})", fact.value, fact.rule));
    }
    for key in &facts.keys {
        line(out, 2, &format!("key {} ({})", key.value, key.rule));
    }
    for row in &facts.properties {
        property(out, row);
    }
    for member in &facts.json {
        line(out, 2, &format!("json {}", json_member(member)));
    }
}

/// A member of a JSON representation as `name: type[]`.
pub(crate) fn json_member(member: &JsonMember) -> String {
    let collection = if member.collection { "[]" } else { "" };
    let ty = member.ty.as_deref().unwrap_or("?");
    format!("{}: {ty}{collection}", member.name.value)
}

fn property(out: &mut String, row: &PropertyFacts) {
    let ty = row.ty.as_ref().map_or("?".to_owned(), |cell| type_cell(&cell.value));
    let role = format!("{:?}", row.role).to_lowercase();
    line(out, 2, &format!("{role} {}: {ty}", row.name.value));
    for note in &row.notes {
        line(out, 4, &format!("{:?} ({})", note.value, note.rule));
    }
    if !row.values.is_empty() {
        let values: Vec<&str> = row.values.iter().map(|value| value.value.as_str()).collect();
        line(out, 4, &format!("values {}", values.join(" ")));
    }
}

fn enumeration(out: &mut String, facts: &EnumFacts) {
    let flags = if facts.flags.is_some() { " flags" } else { "" };
    line(out, 0, &format!("enum {}{flags}", facts.name.value));
    for member in &facts.members {
        let value = member.value.map(|value| format!(" = {value}")).unwrap_or_default();
        let description = member.description.as_ref().map(|d| format!(": {d}")).unwrap_or_default();
        line(out, 2, &format!("{}{value}{description}", member.name.value));
    }
}

/// What became of sentences that other docs may have.
#[derive(Default)]
pub(crate) struct Tally {
    count: usize,
    pub(crate) missed: Vec<String>,
    wrong: Vec<String>,
}

impl Tally {
    /// Compares what a sentence stated with what it should; what is stated in part only is missed.
    pub(crate) fn add(&mut self, sentence: &str, wanted: &[&str], stated: Vec<String>) {
        self.count += 1;
        if stated.iter().any(|it| !wanted.contains(&it.as_str())) {
            self.wrong.push(format!("{sentence} => {stated:?}, not {wanted:?}"));
        } else if stated.len() < wanted.len() {
            self.missed.push(format!("{sentence} => {stated:?}, not {wanted:?}"));
        }
    }

    /// The same of a sentence that states one thing at most; an empty text is none.
    pub(crate) fn add_one(&mut self, sentence: &str, wanted: &str, stated: String) {
        let wanted = Some(wanted).filter(|it| !it.is_empty());
        let stated = Some(stated).filter(|it| !it.is_empty());
        self.add(sentence, wanted.as_slice(), stated.into_iter().collect());
    }

    /// At least 95 of 100 must be understood, and none wrongly.
    pub(crate) fn check(&self) {
        let Self { count, missed, wrong } = self;
        println!("{count} sentences: {} missed, {} wrong", missed.len(), wrong.len());
        let said = format!("wrong: {wrong:#?} missed: {missed:#?}");
        assert!(wrong.is_empty(), "{} of {count} wrong; {said}", wrong.len());
        assert!(missed.len() * 20 < *count, "{} of {count} missed; {said}", missed.len());
    }
}
