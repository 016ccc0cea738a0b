//! Where a workspace takes the crates of apimark from.

use std::path::Path;

use anyhow::{Result, ensure};

/// The source of dependencies.
pub(super) enum Source {
    /// A checkout, relative to the root of the workspace.
    Path(String),
    /// A repository.
    Git(String),
    /// The registry, with the version of this program.
    Registry,
}

impl Source {
    pub(super) fn new(path: Option<&str>, git: Option<&str>) -> Self {
        match (path, git) {
            (Some(path), _) => Self::Path(path.trim_end_matches('/').to_owned()),
            (None, Some(url)) => Self::Git(url.to_owned()),
            (None, None) => Self::Registry,
        }
    }

    /// The source from which a client in `dir` takes the runtime crate, if its dependency says no more than that.
    pub(super) fn of_runtime(runtime: &str, dir: &str) -> Option<Self> {
        let table = format!("runtime = {runtime}").parse::<toml::Table>().ok()?;
        let table = match table.get("runtime")? {
            toml::Value::String(_) => return Some(Self::Registry),
            toml::Value::Table(table) if table.len() == 1 => table,
            _ => return None,
        };
        if let Some(url) = table.get("git") {
            return Some(Self::Git(url.as_str()?.to_owned()));
        }
        let checkout = table.get("path")?.as_str()?.strip_suffix("/crates/runtime")?;
        if is_absolute(checkout) {
            return Some(Self::Path(checkout.to_owned()));
        }
        let mut folders: Vec<&str> = dir.split('/').collect();
        for part in checkout.split('/') {
            match part {
                "." => {}
                ".." if folders.last().is_some_and(|it| *it != "..") => drop(folders.pop()),
                part => folders.push(part),
            }
        }
        let path = if folders.is_empty() { ".".to_owned() } else { folders.join("/") };
        Some(Self::Path(path))
    }

    /// Fails where there is no checkout: the client would not build.
    pub(super) fn check(&self, root: &Path) -> Result<()> {
        if let Self::Path(path) = self {
            ensure!(
                root.join(path).join("crates/runtime/Cargo.toml").is_file(),
                "{} is no checkout of apimark: it has no crates/runtime/Cargo.toml",
                diag::printable(&root.join(path).to_string_lossy())
            );
        }
        Ok(())
    }

    /// What the client needs before it builds.
    pub(super) fn warning(&self) -> Option<String> {
        matches!(self, Self::Registry).then(|| {
            format!(
                "the client depends on apimark-runtime {} of the registry, which is not yet published; \
                 until it is, say in apimark.toml where it is: `runtime = '{{ path = \"…\" }}'`",
                env!("CARGO_PKG_VERSION")
            )
        })
    }

    /// The right-hand side of a dependency on the crate in `folder`, of a package one folder below the root.
    pub(super) fn dependency(&self, folder: &str) -> String {
        let quoted = |text: &str| toml_string(text);
        match self {
            Self::Path(path) => {
                let up = if is_absolute(path) { "" } else { "../" };
                let path = path.strip_prefix("./").unwrap_or(path);
                format!("{{ path = {} }}", quoted(&format!("{up}{path}/crates/{folder}")))
            }
            Self::Git(url) => format!("{{ git = {} }}", quoted(url)),
            Self::Registry => quoted(env!("CARGO_PKG_VERSION")),
        }
    }

    /// The folder of a checkout within the workspace, which has a workspace of its own.
    pub(super) fn excluded(&self) -> Option<&str> {
        match self {
            Self::Path(path) if !is_absolute(path) && path != "." && !path.starts_with("..") => {
                Some(path.strip_prefix("./").unwrap_or(path))
            }
            _ => None,
        }
    }

    /// The checkout, if its path leads out of the workspace.
    pub(super) fn outside(&self) -> Option<&str> {
        let Self::Path(path) = self else { return None };
        (is_absolute(path) || leads_up(path)).then_some(path)
    }

    /// How cargo installs the program.
    pub(super) fn install(&self) -> String {
        match self {
            Self::Path(path) => format!("cargo install --locked --path {path}/crates/cli"),
            Self::Git(url) => format!("cargo install --locked --git {url} apimark-cli"),
            Self::Registry => {
                format!("cargo install --locked apimark-cli@{}", env!("CARGO_PKG_VERSION"))
            }
        }
    }
}

fn is_absolute(path: &str) -> bool {
    Path::new(path).is_absolute()
}

/// Whether a relative path leads above where it begins.
fn leads_up(path: &str) -> bool {
    let mut depth = 0_usize;
    path.split('/').any(|part| {
        let is_above = part == ".." && depth == 0;
        depth = match part {
            "" | "." => depth,
            ".." => depth.saturating_sub(1),
            _ => depth + 1,
        };
        is_above
    })
}

/// A basic string of TOML.
pub(super) fn toml_string(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c.is_control() => quoted += &format!("\\u{:04X}", u32::from(c)),
            c => quoted.push(c),
        }
    }
    quoted + "\""
}
