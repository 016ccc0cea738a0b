//! What the types of the keys do not say of their values.

use std::path::Path;

use facts::is_address;
use model::{Select, WrongPattern};
use review::Step;

use super::invalid::Mistake;
use super::{Config, Output, Version, source};

/// The first value that cannot be meant.
pub(super) fn check(config: &Config) -> Result<(), Mistake> {
    if config.docs.is_empty() && config.sources.is_empty() {
        let mistake = Mistake::new(&["docs"], "no folder of docs is named");
        return Err(mistake.help("write `docs = [\"docs\"]` with the folders that hold the pages"));
    }
    config.sources.iter().enumerate().try_for_each(|(index, it)| source::check(index, it))?;
    source::check_names(&config.sources)?;
    if config.revision.is_some() && !config.sources.is_empty() {
        let mistake =
            Mistake::new(&["revision"], "the docs of a `[[source]]` have a revision: their commit");
        return Err(mistake.help("leave `revision` out"));
    }
    if config.revision.as_deref().is_some_and(|revision| revision.trim().is_empty()) {
        let mistake = Mistake::new(&["revision"], "a revision has a name");
        return Err(mistake.help("write a commit or a date, or leave `revision` out"));
    }
    output(&config.output)?;
    config.versions.iter().try_for_each(|(name, it)| version(name, it))?;
    config.allow.iter().enumerate().try_for_each(|(index, it)| match it.fault() {
        None => Ok(()),
        Some((key, message)) => Err(Mistake::new(&["allow", &index.to_string(), key], message)),
    })?;
    let Select { include_paths, exclude_paths, .. } = &config.select;
    for (list, patterns) in [("include-paths", include_paths), ("exclude-paths", exclude_paths)] {
        for (index, text) in patterns.iter().enumerate() {
            path_pattern(list, index, text)?;
        }
    }
    config.select.check().map_err(|wrong| pattern(&wrong))
}

/// The mistake that a pattern is.
pub(super) fn pattern(wrong: &WrongPattern) -> Mistake {
    let WrongPattern { list, index, message, near } = wrong;
    let mistake = Mistake::new(&["select", list, &index.to_string()], message.clone());
    let near: Vec<String> = near.iter().map(|it| format!("`{it}`")).collect();
    if near.is_empty() {
        mistake
    } else {
        mistake.help(format!("did you mean {}?", near.join(" or ")))
    }
}

/// A pattern of paths begins as paths do, and each `#` and `,` has a method behind it.
fn path_pattern(list: &str, index: usize, text: &str) -> Result<(), Mistake> {
    let mistake = |what: &str| {
        let message = format!("`{}`: {what}", diag::printable(text));
        Mistake::new(&["select", list, &index.to_string()], message)
    };
    let (path, methods) = text.rsplit_once('#').map_or((text, None), |(it, rest)| (it, Some(rest)));
    if path.is_empty() {
        return Err(mistake("it has no path").help("write `/**` for all paths"));
    }
    if path.starts_with(|first: char| first.is_alphanumeric()) {
        let meant = format!("did you mean `/{}`?", diag::printable(text));
        return Err(mistake("a path begins with `/`").help(meant));
    }
    if methods.is_some_and(|it| it.split(',').any(|name| name.trim().is_empty())) {
        return Err(mistake("a method is missing").help("write such as `/users/**#GET,PATCH`"));
    }
    Ok(())
}

/// The mistake that the settings of a version are which the docs do not have.
pub(super) fn unknown_version(name: &str, known: &[&str]) -> Mistake {
    let message = format!("the docs have no API version `{}`", diag::printable(name));
    let mistake = Mistake::new(&["versions", name], message);
    match diag::nearest(name, known.iter().copied()) {
        Some(near) => mistake.help(format!("did you mean `{}`?", diag::printable(near))),
        None => {
            let known: Vec<String> =
                known.iter().map(|it| format!("`{}`", diag::printable(it))).collect();
            mistake.help(format!("they have {}", known.join(", ")))
        }
    }
}

fn output(output: &Output) -> Result<(), Mistake> {
    let Output { dir: _, crate_name, runtime, command, package } = output;
    if let Some(why) = no_package_name(crate_name) {
        let message = format!("a crate cannot be called `{crate_name}`: {why}");
        let mistake = Mistake::new(&["output", "crate"], message);
        return Err(mistake.help("write a name such as `my-client`"));
    }
    if command.contains(diag::is_unseen) {
        return Err(Mistake::new(&["output", "command"], "a command is one line of text"));
    }
    if !package.has_version() {
        let message = format!("`{}` is no version of a package", diag::printable(&package.version));
        let mistake = Mistake::new(&["output", "package", "version"], message);
        return Err(mistake.help("write three numbers, such as \"0.1.0\""));
    }
    if package.steps.breaking_for_some < Step::Minor {
        let message = "what breaks some source is something new as well, and that is a minor step";
        let key = ["output", "package", "steps", "breaking-for-some"];
        return Err(Mistake::new(&key, message).help("write \"minor\" or \"major\""));
    }
    dependency(runtime)
}

/// Why cargo or Rust cannot have a package of this name.
fn no_package_name(name: &str) -> Option<&'static str> {
    let right_start = name.starts_with(|first: char| first.is_ascii_alphabetic());
    let right_rest = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    if !right_start || !name.chars().all(right_rest) {
        return Some("it must be letters, digits, `-` and `_`, with a letter first");
    }
    let name = name.to_ascii_lowercase();
    match name.as_str() {
        "std" | "core" | "alloc" | "proc_macro" | "proc-macro" | "test" => {
            Some("that is a crate of Rust")
        }
        // Generated code names it by its crate's name.
        "apimark-runtime" | "apimark_runtime" => Some("that is the crate that it depends on"),
        "build" | "deps" | "examples" | "incremental" => Some("cargo has a folder of that name"),
        name if model::is_taken(name) => Some("that is a keyword of Rust or a device of Windows"),
        _ => None,
    }
}

/// The right-hand side of a dependency is a version or a table with a source.
fn dependency(runtime: &str) -> Result<(), Mistake> {
    let mistake = |message: String, help: String| {
        Err(Mistake::new(&["output", "runtime"], message).help(help))
    };
    let table = format!("apimark-runtime = {runtime}\n").parse::<toml::Table>();
    let value =
        table.ok().filter(|it| it.len() == 1).and_then(|mut it| it.remove("apimark-runtime"));
    match value {
        Some(toml::Value::String(_)) => Ok(()),
        Some(toml::Value::Table(table)) => {
            let sources = ["path", "git", "version", "workspace"];
            let is_text = |key: &&str| table.get(*key).is_none_or(toml::Value::is_str);
            if let Some(key) = sources[..3].iter().find(|key| !is_text(key)) {
                return mistake(
                    format!("`{key}` of this dependency is no text"),
                    format!("write `{key} = \"…\"`"),
                );
            }
            if sources.iter().any(|key| table.contains_key(*key)) {
                return Ok(());
            }
            mistake(
                "this dependency does not say where the runtime crate comes from".into(),
                "give it a `path`, `git`, `version` or `workspace = true`".into(),
            )
        }
        _ if is_version(runtime) => mistake(
            format!("`{runtime}` is not the right-hand side of a dependency in TOML"),
            format!("write `'\"{runtime}\"'`"),
        ),
        _ if is_path(runtime) => mistake(
            format!("`{runtime}` is not the right-hand side of a dependency in TOML"),
            format!("write `'{{ path = \"{runtime}\" }}'`, relative to the generated crate"),
        ),
        _ => mistake(
            "this is not the right-hand side of a dependency in TOML".into(),
            "write `'{ path = \"../apimark/crates/runtime\" }'`, relative to the generated crate"
                .into(),
        ),
    }
}

fn is_version(text: &str) -> bool {
    let digits = text.trim_start_matches(['^', '=', '~', ' ']);
    digits.starts_with(|it: char| it.is_ascii_digit())
        && digits.chars().all(|it| it.is_ascii_alphanumeric() || matches!(it, '.' | '-' | '+'))
}

/// Whether a text can only be meant as a path, which stands in quotes as it is.
fn is_path(text: &str) -> bool {
    let names_folders =
        text.starts_with('.') || text.contains('/') || Path::new(text).is_absolute();
    names_folders && !text.contains(['"', '\\', '{', '\n'])
}

/// Addresses become links and the root of requests: what is none would fail at every user's.
fn version(name: &str, version: &Version) -> Result<(), Mistake> {
    let shown = diag::printable;
    if let Some(what) = version.base_url.as_deref().and_then(hides) {
        let message = format!("this address has {what}");
        let mistake = Mistake::new(&["versions", name, "base-url"], message);
        return Err(mistake.help("requests go to it: write the host and the path as they are"));
    }
    if let Some(root) = version.base_url.as_deref().filter(|it| !is_root(it)) {
        let message = format!("`{}` is no http or https address without a query", shown(root));
        let mistake = Mistake::new(&["versions", name, "base-url"], message);
        return Err(mistake.help("requests go to it: write such as \"https://example.com/v1.0\""));
    }
    let links = [
        ("reference-url", &version.reference_url),
        ("concept-url", &version.concept_url),
        ("site-url", &version.site_url),
    ];
    for (key, address) in links {
        let address = address.as_deref().unwrap_or_default();
        if !address.is_empty() && !is_address(address) {
            let message = format!("`{}` is no http or https address", shown(address));
            let mistake = Mistake::new(&["versions", name, key], message);
            return Err(mistake.help("links go to it: write such as \"https://example.com/docs\""));
        }
    }
    let namespace = version.default_namespace.as_deref().unwrap_or("name");
    if !namespace.split('.').all(is_name) {
        let message = format!("`{}` is no namespace", shown(namespace));
        let mistake = Mistake::new(&["versions", name, "default-namespace"], message);
        return Err(mistake.help("write names with dots between them, such as \"microsoft.graph\""));
    }
    Ok(())
}

/// What an address has that would make requests go elsewhere than it seems, or tell a secret.
fn hides(address: &str) -> Option<&'static str> {
    let (_, rest) = address.split_once("://")?;
    let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
    let plain = path.to_ascii_lowercase().replace("%2e", ".");
    if authority.contains('@') {
        Some("a user's name or password")
    } else {
        plain.split('/').any(|it| matches!(it, "." | "..")).then_some("a segment `.` or `..`")
    }
}

fn is_root(address: &str) -> bool {
    is_address(address) && !address.contains(['?', '#'])
}

fn is_name(text: &str) -> bool {
    let starts_well = text.starts_with(|it: char| it.is_alphabetic() || it == '_');
    starts_well && text.chars().all(|it| it.is_alphanumeric() || it == '_')
}
