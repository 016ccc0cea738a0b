//! `select`: what the configured selection comes to, and why a type is in.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::process::ExitCode;

use anyhow::{Result, bail};
use apimark::{PropertyName, QualifiedName, Reason, Selected};
use clap::Args;

use crate::called::Called;
use crate::input::Input;
use crate::terminal::Terminal;

/// How many of the properties that lead to a type are named.
const MOST: usize = 10;

#[derive(Args, Debug)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub input: Input,
    /// Tell by which way a type is in, or which properties of it are JSON because it is not. With or
    /// without its namespace.
    #[arg(long, value_name = "TYPE")]
    pub explain: Option<String>,
}

pub(crate) fn run(arguments: &Arguments, called: &Called, terminal: &Terminal) -> Result<ExitCode> {
    let selected = arguments.input.generator(called, terminal)?.selected()?;
    let text = match &arguments.explain {
        None => selected.iter().map(|(version, it)| summary(version, it)).collect(),
        Some(name) => explained(name, &selected)?,
    };
    terminal.print(&text)?;
    Ok(ExitCode::SUCCESS)
}

/// Every type with what brings it in.
fn summary(version: &str, selected: &Selected) -> String {
    let (inside, outside) = (selected.types.len(), selected.left_out.len());
    let types = if inside == 1 { "type is" } else { "types are" };
    let mut text = format!("{version}: {inside} {types} in, {outside} not\n");
    for (name, reason) in &selected.types {
        writeln!(text, "  {name}: {}", told(reason)).expect("writing to a String cannot fail");
    }
    text
}

fn explained(name: &str, versions: &BTreeMap<String, Selected>) -> Result<String> {
    let mut text = String::new();
    for (version, selected) in versions {
        let all = selected.types.keys().chain(selected.left_out.keys());
        for found in all.filter(|it| is_called(it, name)) {
            text += &format!("{version}: {}", explanation(found, selected));
        }
    }
    if text.is_empty() {
        let all = versions.values().flat_map(|it| it.types.keys().chain(it.left_out.keys()));
        let known: Vec<&str> = all.map(|it| it.name.as_str()).collect();
        let simple = name.rsplit('.').next().unwrap_or(name);
        let near = diag::nearest(simple, known.into_iter());
        let near =
            near.map(|it| format!("; did you mean `{}`?", diag::printable(it))).unwrap_or_default();
        bail!("the docs describe no type `{}`{near}", diag::printable(name));
    }
    Ok(text)
}

fn is_called(found: &QualifiedName, name: &str) -> bool {
    found.name.eq_ignore_ascii_case(name) || found.to_string().eq_ignore_ascii_case(name)
}

fn explanation(name: &QualifiedName, selected: &Selected) -> String {
    let reasons = selected.reasons(name);
    if reasons.is_empty() {
        let properties = selected.left_out.get(name).map(Vec::as_slice).unwrap_or_default();
        return format!("{name} is not in; {}", as_json(properties));
    }
    let ways: String = reasons.iter().map(|it| format!("  {}\n", told(it))).collect();
    format!("{name} is in\n{ways}")
}

fn as_json(properties: &[PropertyName]) -> String {
    if properties.is_empty() {
        return "nothing that is in mentions it\n".to_owned();
    }
    let line = |it: &PropertyName| format!("  {} of {}\n", it.name, it.of);
    let lines: String = properties.iter().take(MOST).map(line).collect();
    let more = properties.len().saturating_sub(MOST);
    let more = if more > 0 { format!("  and {more} more\n") } else { String::new() };
    format!("these properties are JSON:\n{lines}{more}")
}

fn told(reason: &Reason) -> String {
    match reason {
        Reason::Everything => "everything is selected".to_owned(),
        Reason::Pattern(text) => format!("the pattern `{text}` names it"),
        Reason::Operation { request, page } => format!("{request} takes or returns it ({page})"),
        Reason::Property(property) => {
            format!("it is the type of {} of {}", property.name, property.of)
        }
        Reason::Base(of) => format!("{of} is derived from it"),
        Reason::Derived(of) => format!("it is derived from {of}, whose values may be of it"),
    }
}
