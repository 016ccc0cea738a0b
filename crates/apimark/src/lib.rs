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

mod allowed;
mod beside;
mod changes;
mod config;
mod coverage;
mod dialect;
mod export;
mod folder;
mod generator;
mod git;
mod input;
mod lint;
mod lock;
mod manifest;
mod odd_globs;
mod overrides_files;
mod page_files;
mod pages;
mod pipeline;
mod plan;
mod progress;
mod removals;
mod replace;
mod report;
mod review;
mod root;
mod session;
mod shown;
mod snapshot;
mod source;
mod threads;
mod tree;
mod version;
mod versions;
mod work;

pub use ::review::{Step, Steps};
pub use changes::{Change, Files};
pub use config::{Allow, Config, Output, Package, Source, Version};
pub use export::{Export, Exported};
pub use generator::Generator;
pub use lint::{Baseline, Deny, Findings, Lint};
pub use model::{PropertyName, QualifiedName, Reason, Select, Selected};
pub use plan::Plan;
pub use progress::Progress;
pub use review::Base;
pub use session::Session;
pub use source::{Origin, Synced, sync};
pub use version::Versioned;
