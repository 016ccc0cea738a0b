//! Reads API reference docs written in Markdown and writes a typed Rust client crate.
//!
//! This crate is the front that other workspaces call, from an xtask of their own or from `build.rs`:
//!
//! ```no_run
//! # fn main() -> anyhow::Result<()> {
//! let plan = apimark::Generator::from_config("apimark.toml")?.plan()?;
//! plan.write()?;
//! println!("{}", plan.summary());
//! # Ok(())
//! # }
//! ```
//!
//! It reads the docs, runs the stages (`page`, `facts`, `model`, `emit`) and compares their result with
//! the output folder. It is the only library crate that touches the disk.

mod changes;
mod config;
mod input;
mod lock;
mod manifest;
mod pipeline;
mod plan;
mod removals;
mod replace;
mod report;
mod tree;
mod versions;

pub use changes::{Change, Files};
pub use config::{Config, Output, Select, Version, Vocabulary};
pub use plan::{Export, Exported, Generator, Plan};

/// A path as it may be printed: names of files are foreign text.
pub(crate) fn shown(path: &std::path::Path) -> String {
    diag::printable(&path.display().to_string()).into_owned()
}

/// What a long run tells while it works.
#[derive(Clone, Copy, Debug)]
pub enum Progress {
    /// A stage begins, with this many pages to go.
    Stage {
        /// `parsing`, `reading`, `modelling`, `emitting`
        name: &'static str,
        /// Pages it will report.
        pages: usize,
    },
    /// One page is done.
    Page,
}
