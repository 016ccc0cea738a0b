//! What a pattern that matches nothing may have meant.

use std::collections::BTreeSet;

use super::pattern::{Pattern, split_methods, template_key};
use crate::Method;

/// How many suggestions help.
const MOST: usize = 3;

/// The pattern with the beginnings of paths that are most like its own, or with the methods that its paths have.
pub(super) fn paths(pattern: &str, routes: &[(&str, Method)]) -> Vec<String> {
    let (path, methods) = split_methods(pattern);
    let suffix = pattern.strip_prefix(path).unwrap_or_default();
    if !methods.is_empty() {
        let has_path = Pattern::new("include-paths", path);
        let of_path = |(template, _): &&(&str, Method)| {
            has_path.as_ref().is_ok_and(|it| it.matches(&template_key(template), None))
        };
        let others: BTreeSet<&str> =
            routes.iter().filter(of_path).map(|(_, method)| method.as_str()).collect();
        if !others.is_empty() {
            let others: Vec<&str> = others.into_iter().collect();
            return vec![format!("{path}#{}", others.join(","))];
        }
    }
    let head: Vec<&str> =
        path.split('/').take_while(|part| !part.contains(['*', '?', '['])).collect();
    let rest: String = path.split('/').skip(head.len()).map(|part| format!("/{part}")).collect();
    let beginning = |(template, _): &(&str, Method)| {
        let parts: Vec<&str> = template.split('/').take(head.len()).collect();
        (parts.len() == head.len()).then(|| parts.join("/"))
    };
    let beginnings: BTreeSet<String> = routes.iter().filter_map(beginning).collect();
    let near = nearest(&template_key(&head.join("/")), &beginnings, template_key);
    near.into_iter().map(|it| format!("{it}{rest}{suffix}")).collect()
}

/// Types of the same simple name, then those of a similar one.
pub(super) fn types(pattern: &str, names: &[String]) -> Vec<String> {
    let names: BTreeSet<String> = names.iter().cloned().collect();
    let simple = |name: &str| name.rsplit('.').next().unwrap_or(name).to_lowercase();
    nearest(&simple(&pattern.replace('*', "")), &names, simple)
}

/// Names that are most like the pattern.
pub(super) fn names<'a>(pattern: &str, names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let names: BTreeSet<String> = names.map(str::to_owned).collect();
    nearest(&pattern.to_lowercase().replace('*', ""), &names, str::to_owned)
}

/// The names whose keys are most like `wanted`, the likest first. Half of the letters must be the same.
fn nearest(wanted: &str, names: &BTreeSet<String>, key: impl Fn(&str) -> String) -> Vec<String> {
    let mut near: Vec<(usize, &String)> = names
        .iter()
        .map(|name| (key(name), name))
        .filter(|(key, _)| key.len().abs_diff(wanted.len()) * 2 < wanted.len().max(key.len()))
        .map(|(key, name)| (strsim::damerau_levenshtein(wanted, &key), key.len(), name))
        .filter(|(distance, length, _)| distance * 2 < wanted.len().max(*length))
        .map(|(distance, _, name)| (distance, name))
        .collect();
    near.sort();
    let best = near.first().map_or(0, |(distance, _)| *distance);
    near.retain(|(distance, _)| *distance <= best + 1);
    near.into_iter().take(MOST).map(|(_, name)| name.clone()).collect()
}
