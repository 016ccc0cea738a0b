//! Leaves out of a page's claims what is no name.
//!
//! The last step of reading: every text that later stages take for a name passes here, whichever rule
//! read it, so that no rule can let another text through. What a name is, is decided in
//! [`name`](crate::name); what is none is reported at its place.

use std::collections::BTreeSet;

use diag::{Diagnostic, Span, codes};

use crate::name::{Position, type_position};
use crate::{
    Argument, BodyStatement, EnumFacts, Fact, JsonBody, Mention, Note, OperationFacts, PageFacts,
    ParameterFacts, ParameterPlace, PropertyFacts, RequestLine, Segment, TypeCell, TypeFacts,
};

#[cfg(test)]
mod tests;

/// Removes from `facts` all claims about something whose name is none, and reports each once.
pub(crate) fn check(facts: &mut PageFacts, diagnostics: &mut Vec<Diagnostic>) {
    let mut names = Names { diagnostics, reported: BTreeSet::new() };
    names.optional(&mut facts.area, Position::Area);
    names.optional(&mut facts.namespace, Position::Namespace);
    facts.types.retain_mut(|facts| names.structure(facts));
    facts.enums.retain_mut(|facts| names.enumeration(facts));
    for row in &mut facts.methods {
        if let Some(returns) = &mut row.returns {
            names.type_cell(returns);
        }
    }
    if let Some(operation) = &mut facts.operation {
        names.operation(operation);
    }
    for action in &mut facts.actions {
        check(action, names.diagnostics);
    }
}

/// Whether all segments of a request are what they must be.
pub(crate) fn is_request(request: &RequestLine) -> bool {
    let span = crate::whole(diag::PageId(0));
    let mut names = Names { diagnostics: &mut Vec::new(), reported: BTreeSet::new() };
    request.segments.iter().all(|segment| names.segment(segment, span))
}

struct Names<'d> {
    diagnostics: &'d mut Vec<Diagnostic>,
    /// Several claims may repeat one text; it is reported once.
    reported: BTreeSet<(Span, String)>,
}

impl Names<'_> {
    /// Whether `text` is a name; reports it if it is none.
    fn is_one(&mut self, text: &str, span: Span, position: Position) -> bool {
        let is_one = position.allows(text);
        if !is_one && self.reported.insert((span, text.to_owned())) {
            self.diagnostics.push(not_a_name(text, span, position));
        }
        is_one
    }

    fn optional(&mut self, fact: &mut Option<Fact<String>>, position: Position) {
        fact.take_if(|fact| !self.is_one(&fact.value, fact.span, position));
    }

    fn list(&mut self, facts: &mut Vec<Fact<String>>, position: Position) {
        facts.retain(|fact| self.is_one(&fact.value, fact.span, position));
    }

    fn mention(&mut self, mention: &Mention, span: Span) -> bool {
        self.is_one(&mention.name, span, type_position(mention.link.as_deref()))
    }

    fn mentions(&mut self, mentions: &mut Vec<Fact<Mention>>) {
        mentions.retain(|fact| self.mention(&fact.value, fact.span));
    }

    fn type_cell(&mut self, cell: &mut Fact<TypeCell>) {
        let span = cell.span;
        cell.value.mentions.retain(|mention| self.mention(mention, span));
    }

    fn structure(&mut self, facts: &mut TypeFacts) -> bool {
        self.list(&mut facts.names, Position::Type);
        self.mentions(&mut facts.bases);
        self.mentions(&mut facts.derived);
        self.list(&mut facts.keys, Position::Property);
        facts.properties.retain_mut(|row| self.property(row));
        facts
            .json
            .retain(|member| self.is_one(&member.name.value, member.name.span, Position::Property));
        !facts.names.is_empty()
    }

    fn property(&mut self, row: &mut PropertyFacts) -> bool {
        self.claims(&mut row.ty, &mut row.notes, &mut row.values);
        self.is_one(&row.name.value, row.name.span, Position::Property)
    }

    /// What properties and parameters have in common.
    fn claims(
        &mut self,
        ty: &mut Option<Fact<TypeCell>>,
        notes: &mut Vec<Fact<Note>>,
        values: &mut Vec<Fact<String>>,
    ) {
        if let Some(ty) = ty {
            self.type_cell(ty);
        }
        notes.retain(|note| match &note.value {
            Note::InheritedFrom(mention) => self.mention(mention, note.span),
            _ => true,
        });
        self.list(values, Position::Member);
    }

    fn enumeration(&mut self, facts: &mut EnumFacts) -> bool {
        facts
            .members
            .retain(|member| self.is_one(&member.name.value, member.name.span, Position::Member));
        self.is_one(&facts.name.value, facts.name.span, Position::Enumeration)
    }

    fn operation(&mut self, facts: &mut OperationFacts) {
        facts.requests.retain(|request| self.request(request));
        for row in facts.permissions.iter_mut().flat_map(|statement| &mut statement.rows) {
            let span = row.span;
            row.value.alternatives.retain(|together| {
                together.iter().all(|name| self.is_one(name, span, Position::Permission))
            });
        }
        facts.headers.retain_mut(|header| self.parameter(header));
        facts.parameters.retain_mut(|parameter| self.parameter(parameter));
        self.list(&mut facts.clouds, Position::Cloud);
        facts.body.properties.retain_mut(|row| self.property(row));
        facts
            .body
            .json
            .retain(|member| self.is_one(&member.name.value, member.name.span, Position::Property));
        if let Some(statement) = &mut facts.body.statement {
            self.body(statement);
        }
        for statement in &mut facts.response.statements {
            let span = statement.span;
            statement.value.mentions.retain(|mention| self.mention(mention, span));
        }
        for fact in &mut facts.response.annotations {
            let span = fact.span;
            fact.value.odata_type.take_if(|name| !self.is_one(name, span, Position::Type));
            if let Some(body) = &mut fact.value.body {
                self.json_body(body, span);
            }
        }
        for example in &mut facts.examples {
            let span = example.request.as_ref().map(|request| request.span);
            if let (Some(span), Some(sent)) = (span, &mut example.sent) {
                self.json_body(sent, span);
            }
        }
    }

    fn json_body(&mut self, body: &mut JsonBody, span: Span) {
        body.odata_type.take_if(|name| !self.is_one(name, span, Position::Type));
        body.keys.retain(|key| self.is_one(key, span, Position::Property));
    }

    fn body(&mut self, statement: &mut Fact<BodyStatement>) {
        let span = statement.span;
        match &mut statement.value {
            BodyStatement::Representation(mentions) => {
                mentions.retain(|mention| self.mention(mention, span));
            }
            BodyStatement::Binary(media) => {
                media.take_if(|media| !self.is_one(media, span, Position::MediaType));
            }
            _ => {}
        }
    }

    fn parameter(&mut self, facts: &mut ParameterFacts) -> bool {
        self.claims(&mut facts.ty, &mut facts.notes, &mut facts.values);
        let header = facts.place == ParameterPlace::Header;
        let position = if header { Position::Header } else { Position::Parameter };
        self.is_one(&facts.name.value, facts.name.span, position)
    }

    /// A request with one segment that is none leads nowhere.
    fn request(&mut self, request: &Fact<RequestLine>) -> bool {
        request.value.segments.iter().all(|segment| self.segment(segment, request.span))
    }

    fn segment(&mut self, segment: &Segment, span: Span) -> bool {
        match segment {
            Segment::Literal(name) => self.is_one(name, span, Position::Segment),
            Segment::Key(names) => {
                names.iter().all(|name| self.is_one(name, span, Position::Placeholder))
            }
            Segment::KeyPredicate(keys) => keys.iter().all(|(name, value)| {
                (name.is_empty() || self.is_one(name, span, Position::Property))
                    && self.argument(value, span)
            }),
            Segment::NamedKey { property, value } => {
                self.is_one(property, span, Position::Property) && self.argument(value, span)
            }
            Segment::Call { name, arguments } => {
                self.is_one(name, span, Position::Segment)
                    && arguments.iter().all(|(name, value)| {
                        (name.is_empty() || self.is_one(name, span, Position::Parameter))
                            && self.argument(value, span)
                    })
            }
            Segment::ColonPath { before, placeholder, .. } => {
                (before.is_empty() || self.is_one(before, span, Position::Segment))
                    && self.is_one(placeholder, span, Position::Placeholder)
            }
        }
    }

    fn argument(&mut self, argument: &Argument, span: Span) -> bool {
        let cast = argument.cast.as_deref();
        let value =
            !argument.placeholder || self.is_one(&argument.text, span, Position::Placeholder);
        value && cast.is_none_or(|cast| self.is_one(cast, span, Position::Type))
    }
}

fn not_a_name(text: &str, span: Span, position: Position) -> Diagnostic {
    let shown: String = text.chars().take(SHOWN).collect();
    let rest = if shown.len() < text.len() { "…" } else { "" };
    let what = position.what();
    Diagnostic::new(codes::NOT_A_NAME, span, format!("this is no name of a {what}"))
        .label(format!("`{shown}{rest}`"))
        .help("it was left out")
}

/// How much of what is no name a report shows, in characters.
const SHOWN: usize = 80;
