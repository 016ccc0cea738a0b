//! Success sentences: "If successful, this method returns a `200 OK` response code and a …".
//!
//! Reads sentences of a response section in order and returns one statement per case. Sentences about
//! errors are left out; one that only adds what the body holds joins the statement before it.

use diag::Span;

use super::super::mentions;
use super::super::sentences::Sentence;
use crate::ResponseStatement;

/// Gathers statements sentence by sentence.
pub(super) struct Reader<'p> {
    page_path: &'p str,
    statements: Vec<(ResponseStatement, Span)>,
    /// The last sentence announced a list: "one of the following:".
    list_open: bool,
}

impl<'p> Reader<'p> {
    pub(super) fn new(page_path: &'p str) -> Self {
        Self { page_path, statements: Vec::new(), list_open: false }
    }

    pub(super) fn finish(self) -> Vec<(ResponseStatement, Span)> {
        self.statements
    }

    /// Takes the next sentence.
    pub(super) fn read(&mut self, sentence: &Sentence) {
        let text = sentence.plain();
        let lower = text.to_lowercase();
        let codes = statuses(sentence);
        let statuses: Vec<u16> = codes.iter().copied().filter(|code| *code < 400).collect();
        if statuses.is_empty() && (!codes.is_empty() || is_aside(&lower)) {
            return;
        }
        let statement = self.statement(sentence, statuses, text, &lower);
        let list_open = lower.ends_with(':') && lower.contains("following");
        if !statement.statuses.is_empty() {
            self.case(statement, sentence.span, &lower);
            self.list_open = list_open;
        } else if says_something(&statement) {
            self.add(statement, sentence.span, &lower);
        }
    }

    fn statement(
        &self,
        sentence: &Sentence,
        statuses: Vec<u16>,
        text: String,
        lower: &str,
    ) -> ResponseStatement {
        let found = mentions::in_sentence(sentence, self.page_path);
        let only_204 = !statuses.is_empty() && statuses.iter().all(|code| *code == 204);
        ResponseStatement {
            no_content: states_nothing(&without_code(sentence))
                || (only_204 && found.types.is_empty()),
            stream: states_stream(lower),
            statuses,
            mentions: found.types,
            collection: found.collection,
            text,
        }
    }

    /// A sentence with a status begins a case, unless it only adds the status to the one before: "The
    /// response will be `200 OK`."
    fn case(&mut self, case: ResponseStatement, span: Span, lower: &str) {
        match self.statements.last_mut() {
            Some((last, last_span))
                if last.statuses.is_empty()
                    && is_bare(&case)
                    && lower.starts_with("the response") =>
            {
                last.statuses = case.statuses;
                last.text = format!("{} {}", last.text, case.text);
                *last_span = last_span.to(span);
            }
            _ => self.statements.push((case, span)),
        }
    }

    /// A sentence without a status: more about the case before, or a case of its own.
    fn add(&mut self, more: ResponseStatement, span: Span, lower: &str) {
        let about_answer = ["return", "body", "successful", "composed of", "the response has"]
            .iter()
            .any(|w| lower.contains(w));
        match self.statements.last_mut() {
            Some((last, last_span))
                if self.list_open || (about_answer && (is_bare(last) || is_surer(&more, last))) =>
            {
                if is_surer(&more, last) {
                    last.mentions.clear();
                }
                last.mentions.extend(more.mentions);
                last.collection |= more.collection && !self.list_open;
                last.no_content |= more.no_content;
                last.stream |= more.stream;
                last.text = format!("{} {}", last.text, more.text);
                *last_span = last_span.to(span);
            }
            None if about_answer => self.statements.push((more, span)),
            _ => {}
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

fn is_bare(statement: &ResponseStatement) -> bool {
    statement.mentions.is_empty() && !statement.no_content && !statement.stream
}

/// Sentences about errors and pointers to further reading.
fn is_aside(lower: &str) -> bool {
    const STARTS: [&str; 7] = [
        "for more",
        "for details",
        "for information",
        "see ",
        "if unsuccessful",
        "note",
        "otherwise",
    ];
    STARTS.iter().any(|start| lower.starts_with(start))
        || ["error", "4xx", "get request", "request to"].iter().any(|words| lower.contains(words))
}

/// Status codes in order, each once: numbers in back-ticks, or before a reason phrase.
fn statuses(sentence: &Sentence) -> Vec<u16> {
    let mut codes = Vec::new();
    let mut after: String = sentence.plain();
    for run in &sentence.runs {
        for word in run.text.split(|c: char| !c.is_ascii_alphanumeric()) {
            let Some(code) = code(word) else { continue };
            let (passed, rest) = after.split_once(word).unwrap_or_default();
            let named = names_status(rest) || passed.to_lowercase().trim_end().ends_with("code is");
            after = rest.to_owned();
            if (run.code || named) && !codes.contains(&code) {
                codes.push(code);
            }
        }
    }
    codes
}

fn code(word: &str) -> Option<u16> {
    let code: u16 = word.parse().ok().filter(|_| word.len() == 3)?;
    (200..600).contains(&code).then_some(code)
}

fn names_status(after: &str) -> bool {
    const WORDS: [&str; 20] = [
        "ok",
        "created",
        "accepted",
        "no",
        "found",
        "partial",
        "multi",
        "moved",
        "success",
        "series",
        "redirect",
        "temporary",
        "response",
        "status",
        "code",
        "bad",
        "not",
        "unauthorized",
        "forbidden",
        "conflict",
    ];
    let first = after.split(|c: char| !c.is_ascii_alphabetic()).find(|word| !word.is_empty());
    let close = after.chars().take_while(|c| !c.is_ascii_alphabetic()).count() <= 3;
    close && first.is_some_and(|word| WORDS.contains(&word.to_ascii_lowercase().as_str()))
}

/// The sentence in lower case without what stands in back-ticks.
fn without_code(sentence: &Sentence) -> String {
    let runs = sentence.runs.iter().filter(|run| !run.code);
    runs.map(|run| run.text.to_lowercase()).collect()
}

fn states_nothing(lower: &str) -> bool {
    const PHRASES: [&str; 13] = [
        "not return anything",
        "n't return anything",
        "not return a",
        "n't return a",
        "no response body",
        "empty response",
        "empty content",
        "empty body",
        "no content",
        "nothing",
        "no body",
        "no json data",
        "no data",
    ];
    PHRASES.iter().any(|phrase| lower.contains(phrase))
}

fn states_stream(lower: &str) -> bool {
    const PHRASES: [&str; 12] = [
        "stream",
        "binary",
        "bytes of",
        "mime content",
        "mime format",
        "download url",
        "redirect",
        "content of the",
        "contents of the",
        "file content",
        "raw content",
        "content stream",
    ];
    PHRASES.iter().any(|phrase| lower.contains(phrase))
}
