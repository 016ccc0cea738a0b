//! What is not in the API but in the crate.

/// What the caller decides about the crate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The package name: `generated`.
    pub crate_name: String,
    /// What its manifest says of the package besides name and edition, as lines of TOML.
    pub package: String,
    /// The command that writes the crate, named in every file: `cargo xtask generate`.
    pub command: String,
    /// The runtime dependency as a line of a manifest: `apimark-runtime.workspace = true`.
    pub runtime: String,
    /// The revision of the documentation, where known: a commit, a date, a release.
    pub revision: Option<String>,
    /// Whether to work on several threads. The files are the same either way.
    pub parallel: bool,
}
