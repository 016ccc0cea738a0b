//! `apimark.toml`: which docs, which versions, which parts, and where the crate goes.

mod allow;
mod check;
mod command;
pub(crate) mod invalid;
mod package;
pub(crate) mod source;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use dialects::DialectFile;
use model::Select;
use serde::{Deserialize, Serialize};

use crate::beside::ConfigFile;
use crate::dialect;
use crate::manifest;
use crate::shown::shown;

pub use allow::Allow;
pub use package::Package;
pub use source::Source;

/// The configuration file. Every key has a default; unknown keys are errors.
///
/// ```
/// let config: apimark::Config = toml::from_str(r#"
///     docs = ["docs-input"]
///
///     [output]
///     dir = "generated"
///     crate = "my-graph"
///
///     [versions."v1.0"]
///     base-url = "https://graph.microsoft.com/v1.0"
///
///     [select]
///     include-paths = ["/users/**", "/groups/**#GET"]
///     exclude-types = ["microsoft.graph.workbook*"]
///
///     [dialect]
///     extends = "graph"
///     headings.properties = ["Eigenschaften"]
/// "#).unwrap();
/// assert_eq!(config.output.crate_name, "my-graph");
/// ```
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Config {
    /// Documentation roots, relative to the configuration file. Includes never lead out of a root.
    /// [`Config::read`] takes none for the default where there is a [source](Config::sources).
    pub docs: Vec<PathBuf>,
    /// Docs of Git repositories: `[[source]]`. What is read of them is pinned in `apimark.lock`.
    #[serde(rename = "source")]
    pub sources: Vec<Source>,
    /// The revision of the docs, such as a commit, which the front page of the crate names.
    pub revision: Option<String>,
    /// The generated crate.
    pub output: Output,
    /// API versions by name. Which ones the docs describe is told by the dialect, for Graph by folders that
    /// hold `api/` or `resources/`; what is not said here is as the dialect says.
    pub versions: BTreeMap<String, Version>,
    /// Which part of the API is generated.
    pub select: Select,
    /// How the docs state things: the name of a built-in dialect such as `graph`, which is the default,
    /// the path of a dialect file, relative to the configuration file, or a table with the keys of one,
    /// in which `extends` may be such a name or path.
    #[serde(deserialize_with = "dialect::name_or_table")]
    pub dialect: DialectFile,
    /// Files of corrections of the docs, relative to the configuration file. Default: `overrides.toml` beside it, if
    /// there is one. Those that docs bring along are not read unless they are named here.
    pub overrides: Option<Vec<PathBuf>>,
    /// Reports on the docs that are not printed, and why.
    pub allow: Vec<Allow>,
    /// The file that this was read from.
    #[serde(skip)]
    pub(crate) file: ConfigFile,
    /// Whether other docs are read than the file says, which may have fewer versions.
    #[serde(skip)]
    pub(crate) reads_other_docs: bool,
    /// Whether nobody is told of slips in the docs, so that none are looked for.
    #[serde(skip)]
    pub(crate) is_unproofread: bool,
}

/// Where the crate goes.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Output {
    /// The folder, relative to the configuration file.
    pub dir: PathBuf,
    /// The package name.
    #[serde(rename = "crate")]
    pub crate_name: String,
    /// Where the generated manifest finds the runtime crate: the right-hand side of the dependency, in
    /// TOML, such as `{ path = "../apimark/crates/runtime" }`. A path is relative to the generated crate.
    /// The default only works inside of a workspace that names `apimark-runtime`.
    pub runtime: String,
    /// The command that regenerates the crate, named in every file. Default: `cargo xtask generate` in a workspace
    /// whose `.cargo/config.toml` has that alias, else `apimark generate`.
    pub command: String,
    /// What its manifest says of the package: `[output.package]`.
    pub package: Package,
}

/// One API version.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Version {
    /// The service root; default that of the dialect, for Graph `https://graph.microsoft.com/<name>`.
    pub base_url: Option<String>,
    /// The published reference page, with `{page}` for its path (`user-get`, `resources/user`); empty
    /// when the docs are not published. Default: that of the dialect.
    pub reference_url: Option<String>,
    /// The published address of any other page, with `{page}` for its name.
    pub concept_url: Option<String>,
    /// What site-rooted links (`/graph/overview`) are relative to.
    pub site_url: Option<String>,
    /// The namespace of types on pages that state none; default that of the dialect.
    pub default_namespace: Option<String>,
    /// Leave this version out.
    pub skip: bool,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            docs: vec!["docs-input".into()],
            sources: Vec::new(),
            revision: None,
            output: Output::default(),
            versions: BTreeMap::new(),
            select: Select::default(),
            dialect: dialect::named("graph"),
            overrides: None,
            allow: Vec::new(),
            file: ConfigFile::default(),
            reads_other_docs: false,
            is_unproofread: false,
        }
    }
}

impl Default for Output {
    fn default() -> Self {
        Self {
            dir: "generated".into(),
            crate_name: "generated".into(),
            runtime: "{ workspace = true }".into(),
            command: command::INSTALLED.into(),
            package: Package::default(),
        }
    }
}

impl Config {
    /// Reads a configuration file and makes its paths relative to the file's folder.
    ///
    /// # Errors
    /// The file cannot be read, is not TOML, has unknown or ill-typed keys, or values that cannot be meant;
    /// the message names line and column and says what to write.
    pub fn read(path: &Path) -> Result<Self> {
        let text = std::fs::read_to_string(path)
            .with_context(|| format!("cannot read the configuration {}", shown(path)))?;
        Self::parse(path, text)
    }

    /// The configuration that the file at `path` would say with this text.
    pub(crate) fn parse(path: &Path, text: String) -> Result<Self> {
        let mut config: Self =
            toml::from_str(&text).map_err(|error| invalid::unreadable(path, &text, &error))?;
        if !config.sources.is_empty() && !invalid::has_key(&text, "docs") {
            config.docs.clear();
        }
        check::check(&config).map_err(|mistake| mistake.in_file(path, &text))?;
        let base = path.parent().unwrap_or(Path::new(""));
        if invalid::exact_place(&text, &["output", "command"]).is_none() {
            config.output.command = command::usual(base).to_owned();
        }
        config.docs = config.docs.iter().map(|dir| base.join(dir)).collect();
        config.output.dir = base.join(&config.output.dir);
        config.file = ConfigFile { path: path.to_owned(), text, revision: None };
        Ok(config)
    }

    /// The command that fetches docs, as the one that generates is called.
    pub(crate) fn sync_command(&self) -> String {
        let program = self.output.command.strip_suffix(" generate").unwrap_or("apimark");
        format!("{program} sync")
    }

    /// The error of patterns that match nothing in the docs.
    pub(crate) fn unmatched(&self, patterns: &[model::WrongPattern]) -> anyhow::Error {
        invalid::all_in_file(&self.file.path, &self.file.text, patterns.iter().map(check::pattern))
    }

    /// Fails on the settings of versions that are not among `known`, those of the docs: what they say would be
    /// said of nothing, and requests go elsewhere. Of other docs than the configured ones it is remarked only.
    pub(crate) fn only_names_versions_of(
        &self,
        known: &[&str],
        remarks: &mut Vec<String>,
    ) -> Result<()> {
        let names = self.versions.keys().map(String::as_str);
        let unknown = names.filter(|name| !known.contains(name));
        let mistakes: Vec<_> = unknown.map(|name| check::unknown_version(name, known)).collect();
        if mistakes.is_empty() {
            return Ok(());
        }
        if self.reads_other_docs {
            remarks.extend(mistakes.into_iter().map(|it| it.message));
            return Ok(());
        }
        Err(invalid::all_in_file(&self.file.path, &self.file.text, mistakes))
    }

    /// What decides, besides the docs, what is read of them.
    pub(crate) fn reads_as(&self, dialect_text: &str, corrections: &str) -> String {
        let Self { versions, select, dialect, .. } = self;
        let decisive = (versions, select, dialect, dialect_text, corrections);
        serde_json::to_string(&decisive).expect("texts, lists and maps of texts")
    }

    /// The hash of what decides, besides the docs, which files there are. Where the docs and the output
    /// folder are, and of which revision the docs are, does not belong to it: reading the wrong docs must not
    /// pass for a changed configuration. The texts of a dialect file and of corrections do.
    pub(crate) fn fingerprint(&self, dialect_text: &str, corrections: &str) -> String {
        let Self { output, versions, select, dialect, .. } = self;
        let Output { dir: _, crate_name, runtime, command, package } = output;
        let decisive =
            (crate_name, runtime, command, package, versions, select, dialect, dialect_text);
        let text = serde_json::to_string(&decisive).expect("texts, lists and maps of texts");
        manifest::hash(&(text + corrections))
    }
}
