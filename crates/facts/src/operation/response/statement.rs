//! Success sentences: "If successful, this method returns a `200 OK` response code and a …".
//!
//! Reads sentences of a response section in order and returns one statement per case. Sentences about
//! errors are left out; one that only adds what the body holds joins the statement before it.

use std::ops::Range;

use diag::Span;

use super::super::mentions::{self, Content};
use crate::english::{English, Says};
use crate::origin::Origin;
use crate::prose::Prose;
use crate::token::{Kind, Token};
use crate::{Fact, ResponseStatement, Rule};

const RULE: Rule = "response";

/// Gathers statements sentence by sentence.
pub(super) struct Reader<'p> {
    origin: Origin<'p>,
    statements: Vec<Fact<ResponseStatement>>,
    /// The last sentence announced a list: "one of the following:".
    list_open: bool,
}

impl<'p> Reader<'p> {
    pub(super) fn new(origin: Origin<'p>) -> Self {
        Self { origin, statements: Vec::new(), list_open: false }
    }

    pub(super) fn finish(self) -> Vec<Fact<ResponseStatement>> {
        self.statements
    }

    /// Takes the next sentences.
    pub(super) fn read(&mut self, prose: &Prose<'_>) {
        for range in prose.ranges() {
            self.sentence(&prose.tokens[range.clone()], prose.span(range));
        }
    }

    fn sentence(&mut self, sentence: &[Token<'_>], span: Span) {
        let says = |says| self.origin.english().says(says, sentence);
        let codes = statuses(self.origin.english(), sentence);
        let statuses: Vec<u16> = codes.iter().copied().filter(|code| *code < 400).collect();
        if statuses.is_empty() && (!codes.is_empty() || says(Says::AsideOfResponse)) {
            return;
        }
        let list_open = sentence.last().is_some_and(|last| last.is_mark(":")) && says(Says::List);
        let statement = self.statement(sentence, statuses);
        if !statement.statuses.is_empty() {
            let about_last = says(Says::OfTheResponse);
            self.case(Fact::new(statement, span, RULE), about_last);
            self.list_open = list_open;
        } else if says_something(&statement) {
            let about_answer = says(Says::AboutAnswer);
            self.add(Fact::new(statement, span, RULE), about_answer);
        }
    }

    fn statement(&self, sentence: &[Token<'_>], statuses: Vec<u16>) -> ResponseStatement {
        let says = |says| self.origin.english().says(says, sentence);
        let found = match says(Says::DeniesAnswer) {
            true => Content::default(),
            false => mentions::in_sentence(sentence, self.origin),
        };
        let only_204 = !statuses.is_empty() && statuses.iter().all(|code| *code == 204);
        ResponseStatement {
            no_content: says(Says::Nothing) || (only_204 && found.types.is_empty()),
            stream: says(Says::Stream),
            statuses,
            mentions: found.types,
            words: found.words,
            collection: found.collection,
        }
    }

    /// A sentence with a status begins a case, unless it only adds the status to the one before: "The
    /// response will be `200 OK`."
    fn case(&mut self, case: Fact<ResponseStatement>, about_last: bool) {
        match self.statements.last_mut() {
            Some(last) if about_last && only_adds_status(&case.value, &last.value) => {
                last.value.statuses = case.value.statuses;
                last.span = last.span.to(case.span);
            }
            _ => self.statements.push(case),
        }
    }

    /// A sentence without a status: more about the case before, or a case of its own.
    fn add(&mut self, more: Fact<ResponseStatement>, about_answer: bool) {
        let Some(last) = self.statements.last_mut() else {
            self.statements.extend(Some(more).filter(|_| about_answer));
            return;
        };
        let is_surer = is_surer(&more.value, &last.value);
        if self.list_open || (about_answer && (is_bare(&last.value) || is_surer)) {
            last.span = last.span.to(more.span);
            let (last, more) = (&mut last.value, more.value);
            if is_surer {
                last.mentions.clear();
            }
            last.mentions.extend(more.mentions);
            last.collection |= more.collection && !self.list_open;
            last.no_content |= more.no_content;
            last.stream |= more.stream;
        }
    }
}

fn says_something(statement: &ResponseStatement) -> bool {
    !is_bare(statement) || statement.collection
}

/// A linked type is surer than a word.
fn is_surer(more: &ResponseStatement, last: &ResponseStatement) -> bool {
    let linked =
        |statement: &ResponseStatement| statement.mentions.iter().any(|m| m.link.is_some());
    !last.mentions.is_empty() && linked(more) && !linked(last)
}

fn only_adds_status(case: &ResponseStatement, last: &ResponseStatement) -> bool {
    let is_known = is_bare(case) || (case.mentions.is_empty() && !case.stream && last.no_content);
    last.statuses.is_empty() && is_known
}

fn is_bare(statement: &ResponseStatement) -> bool {
    statement.mentions.is_empty() && !statement.no_content && !statement.stream
}

/// Status codes in order, each once: numbers in back-ticks, and those that words beside them tell to be one.
fn statuses(english: &English, sentence: &[Token<'_>]) -> Vec<u16> {
    let named: Vec<Range<usize>> = english.find_all(Says::Status, sentence);
    let mut codes = Vec::new();
    for (at, token) in sentence.iter().enumerate() {
        let is_status = token.kind == Kind::Code || named.iter().any(|range| range.contains(&at));
        for code in token.statuses().filter(|_| is_status) {
            if !codes.contains(&code) {
                codes.push(code);
            }
        }
    }
    codes
}
