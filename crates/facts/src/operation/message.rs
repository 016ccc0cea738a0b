//! An HTTP message in a fence: first line, headers, body.
//!
//! Reads the lines of one fence. Must not know whether the fence is an example.

use diag::Span;
use page::Fence;

/// A message as its fence shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Message {
    /// Request line or status line; empty when the fence holds a body only.
    pub(super) start: String,
    /// Headers in order.
    pub(super) headers: Vec<(String, String)>,
    /// The rest, without blank lines around it.
    pub(super) body: String,
    /// Where the lines of the body stand.
    pub(super) body_lines: Vec<Span>,
}

impl Message {
    /// Begins with a status line.
    pub(super) fn is_response(&self) -> bool {
        is_status_line(&self.start)
    }

    /// The status line's code.
    pub(super) fn status(&self) -> Option<u16> {
        status_code(&self.start)
    }
}

fn is_status_line(line: &str) -> bool {
    line.get(..5).is_some_and(|head| head.eq_ignore_ascii_case("HTTP/"))
        || status_code(line).is_some()
}

/// The code of `HTTP/1.1 200 OK`, and of `HTTP 200 OK` without a version.
fn status_code(line: &str) -> Option<u16> {
    let (protocol, rest) = line.split_once(char::is_whitespace)?;
    let name = protocol.split('/').next()?;
    if !name.eq_ignore_ascii_case("http") {
        return None;
    }
    let code = rest.trim_start().get(..3)?;
    code.parse().ok().filter(|code| (100..600).contains(code))
}

/// Reads a fence as a message.
pub(super) fn read(fence: &Fence) -> Message {
    let mut message = Message::default();
    let mut lines = fence.lines.iter().skip_while(|line| line.value.trim().is_empty()).peekable();
    if let Some(first) = lines.next_if(|line| starts_message(line.value.trim())) {
        message.start = first.value.trim().to_owned();
        while let Some(line) = lines.peek() {
            let Some((name, value)) = header(&line.value) else { break };
            message.headers.push((name.to_owned(), value.to_owned()));
            lines.next();
        }
    }
    let body: Vec<_> = lines.skip_while(|line| line.value.trim().is_empty()).collect();
    message.body_lines = body.iter().map(|line| line.span).collect();
    let texts: Vec<&str> = body.iter().map(|line| line.value.as_str()).collect();
    message.body = texts.join("\n").trim_end().to_owned();
    message
}

fn starts_message(line: &str) -> bool {
    super::request_line::is_request(line) || is_status_line(line)
}

/// `Name: value`, and `Name` with an empty value.
fn header(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.split_once(':')?;
    let name = name.trim();
    let plausible = !name.is_empty()
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'));
    plausible.then(|| (name, value.trim()))
}
