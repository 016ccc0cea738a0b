//! Compares a request with a request line from documentation, which people have written.
//!
//! Generated clients come with the worked examples of their documentation as tests: each builds the
//! example's request with the typed methods and holds it against what the documentation shows.

mod expression;
mod target;
#[cfg(test)]
mod tests;

use crate::Request;

/// Whether `request` is what a documented request line asks for, such as
/// `GET https://graph.microsoft.com/v1.0/users?$top=5`.
///
/// The same may be written in several ways, so these are not compared: percent-encoding, the case of
/// names, the order of query options, `$` before the name of one, namespaces before names of functions,
/// spaces and grouping brackets in expressions, names of lambda variables, and how a point in time is
/// spelled.
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
