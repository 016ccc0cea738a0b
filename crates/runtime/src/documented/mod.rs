//! Compares requests and answers with those from documentation, which people have written.
//!
//! Generated clients come with the worked examples of their documentation as tests: each builds the
//! example's request with the typed methods and holds it against what the documentation shows, and reads the
//! documented answer as the type that the method promises and writes it again.

mod expression;
mod json;
mod nested;
mod target;
#[cfg(test)]
mod tests;

use serde::Serialize;
use serde_json::{Map, Value};

use crate::{FromBody, Page, Request, Written};

/// Whether `request` is what a documented request line asks for, such as
/// `GET https://graph.microsoft.com/v1.0/users?$top=5`.
///
/// The same may be written in several ways, so these are not compared: percent-encoding, the case of
/// names, the order of query options and of those in brackets, `$` before the name of one, namespaces before
/// names of functions, spaces and grouping brackets in expressions, names of lambda variables, and how a point
/// in time is spelled.
///
/// # Errors
/// What differs, with both sides.
pub fn same_request<T>(request: &Request<T>, documented: &str) -> Result<(), String> {
    let sent: Vec<(&str, &str)> = request.query_pairs().collect();
    compare(request.method().as_str(), request.path(), &sent, request.service_root(), documented)
}

/// Fails the test that calls it if `request` is not what the documentation shows; see [`same_request`].
///
/// # Panics
/// If it is not, with what differs.
#[track_caller]
pub fn assert_request<T>(request: &Request<T>, documented: &str) {
    if let Err(difference) = same_request(request, documented) {
        panic!("{documented}\n{difference}");
    }
}

/// Fails the test that calls it if the body of `request` does not say what the documentation shows. The order
/// of members is not compared, nor are other spellings of the same value, and a member that is `null` is not
/// told from one that is not there. Numbers with more digits than `f64` has room for are compared as `f64`s.
///
/// # Panics
/// If it does not, with what differs.
#[track_caller]
pub fn assert_body<T>(request: &Request<T>, documented: &str) {
    request.check().expect("the request is sound");
    assert_same(&parsed(request.body().as_bytes()), documented);
}

/// Fails the test that calls it if the answer that the documentation shows cannot be read as a `T`, or does not
/// come back when that is written. What is not compared is the same as for [`assert_body`].
///
/// # Panics
/// If it cannot be read, or with what differs.
#[track_caller]
pub fn assert_response<T: FromBody + WriteBack>(request: &Request<T>, documented: &str) {
    match request.decode(documented.as_bytes()) {
        Ok(answer) => assert_same(&answer.write_back(), documented),
        Err(error) => panic!("{documented}\n{error}"),
    }
}

#[track_caller]
fn assert_same(ours: &Value, documented: &str) {
    if let Some(difference) = json::difference(ours, &parsed(documented.as_bytes())) {
        panic!("{documented}\n{difference}");
    }
}

#[track_caller]
fn parsed(text: &[u8]) -> Value {
    serde_json::from_slice(text).expect("the text is JSON")
}

/// What can be written as the answer that it was read from.
pub trait WriteBack {
    /// The answer.
    fn write_back(&self) -> Value;
}

impl<T: Serialize> WriteBack for T {
    fn write_back(&self) -> Value {
        parsed(&serde_json::to_vec(self).expect("what was read can be written"))
    }
}

impl<T: Serialize> WriteBack for Page<T> {
    fn write_back(&self) -> Value {
        let annotations = self.annotations.iter();
        let mut members: Map<String, Value> =
            annotations.map(|(name, value)| (name.to_owned(), value.clone())).collect();
        let mut items: Vec<Value> = self.value.iter().map(T::write_back).collect();
        for odd in &self.unread {
            items.insert(odd.index().min(items.len()), parsed(odd.json().as_bytes()));
        }
        members.insert("value".to_owned(), items.into());
        let links = [("@odata.nextLink", &self.next_link), ("@odata.deltaLink", &self.delta_link)];
        for (name, link) in links {
            members.extend(link.clone().map(|link| (name.to_owned(), Value::String(link))));
        }
        members.extend(self.count.map(|count| ("@odata.count".to_owned(), count.into())));
        Value::Object(members)
    }
}

/// Documentation shows what comes back, where anything does.
impl<T: WriteBack> WriteBack for Written<T> {
    fn write_back(&self) -> Value {
        self.as_ref().returned().map_or(Value::Null, T::write_back)
    }
}

fn compare(
    method: &str,
    path: &str,
    query: &[(&str, &str)],
    root: &str,
    documented: &str,
) -> Result<(), String> {
    let (documented_method, target) = documented.split_once(' ').unwrap_or(("", documented));
    let target = target.trim().strip_prefix(root).unwrap_or(target.trim());
    let (documented_path, documented_query) = target.split_once('?').unwrap_or((target, ""));
    equal("method", method, documented_method)?;
    equal("path", &target::path(path), &target::path(documented_path))?;
    let ours = target::options(query.iter().map(|(name, value)| (*name, (*value).to_owned())));
    let theirs = target::options(target::pairs(documented_query));
    equal("query", &ours, &theirs)
}

fn equal(what: &str, ours: &str, theirs: &str) -> Result<(), String> {
    if ours.eq_ignore_ascii_case(theirs) {
        return Ok(());
    }
    Err(format!("the {what} differs\n        built: {ours}\n   documented: {theirs}"))
}
