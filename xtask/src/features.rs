//! Whether a generated crate compiles without a warning whatever part of it is asked for: none, each version alone, each
//! area alone, what sends, everything.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, bail};
use clap::Parser;

use crate::clock::Clock;
use crate::process;

/// Check that a generated crate compiles without a warning whatever part of it is asked for, and say what each costs.
#[derive(Debug, Parser)]
#[command(bin_name = "cargo xtask features")]
struct Arguments {
    /// The manifest of the crate. Folder, environment and locked packages are as for any `cargo check` of it.
    manifest: PathBuf,
}

/// `cargo xtask features`
pub(crate) fn main() -> ExitCode {
    let arguments = Arguments::parse_from(std::env::args_os().skip(1));
    match check(&arguments.manifest, || process::command("cargo")) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Checks each part of a crate, and names those that do not compile.
///
/// # Errors
/// One does not.
pub(crate) fn check(manifest: &Path, cargo: impl Fn() -> Command) -> Result<()> {
    let text = std::fs::read_to_string(manifest)
        .with_context(|| format!("cannot read {}", manifest.display()))?;
    let mut missed = Vec::new();
    for part in parts(&text)? {
        if !compiles(&part, manifest, cargo())? {
            missed.push(part.label);
        }
    }
    if missed.is_empty() {
        return Ok(());
    }
    bail!("these parts do not compile without a warning: {}", missed.join(", "))
}

/// A part of a crate that somebody may ask for.
#[derive(Debug, PartialEq, Eq)]
struct Part {
    label: String,
    features: Vec<String>,
}

/// What a manifest lets one ask for.
fn parts(manifest: &str) -> Result<Vec<Part>> {
    let manifest: toml::Table = manifest.parse().context("the manifest is no TOML")?;
    let features = manifest.get("features").and_then(|it| it.as_table());
    let features = features.context("the manifest has no features")?;
    let areas = features.get("areas").and_then(|it| it.as_array());
    let areas: Vec<&str> = areas
        .context("the feature `areas` is missing")?
        .iter()
        .filter_map(|it| it.as_str())
        .collect();
    let senders = ["client", "identity"];
    let is_version = |name: &&str| {
        !["default", "areas"].contains(name) && !senders.contains(name) && !areas.contains(name)
    };
    let versions: Vec<&str> = features.keys().map(String::as_str).filter(is_version).collect();
    let part = |label: &str, features: &[&str]| Part {
        label: label.to_owned(),
        features: features.iter().map(|it| (*it).to_owned()).collect(),
    };
    let mut parts = vec![part("nothing", &[])];
    parts.extend(versions.iter().chain(&senders).map(|name| part(name, &[name])));
    parts.extend(areas.iter().map(|name| part(name, &[&versions[..], &[*name]].concat())));
    parts.push(part("everything but what sends", &[&versions[..], &["areas"]].concat()));
    Ok(parts)
}

fn compiles(part: &Part, manifest: &Path, mut cargo: Command) -> Result<bool> {
    let clock = Clock::start();
    cargo.args(["check", "--quiet", "--offline", "--manifest-path"]).arg(manifest);
    cargo.args(["--no-default-features", "--features", &part.features.join(",")]);
    let output = cargo.output().context("cannot call cargo")?;
    // A quiet check prints nothing but warnings and errors.
    let is_clean = output.status.success() && output.stderr.is_empty();
    let missed = if is_clean { "" } else { "   MISSED" };
    println!("  {:<40}{}{missed}", part.label, clock.spent().exact());
    print!("{}", String::from_utf8_lossy(&output.stderr));
    Ok(is_clean)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_version_and_area_is_asked_for_alone() {
        let manifest = r#"
            [features]
            default = ["client", "identity", "areas", "v1"]
            areas = ["boats", "harbours"]
            boats = []
            harbours = []
            client = []
            identity = ["client"]
            v1 = []
            v2 = []
        "#;
        let parts = parts(manifest).expect("it is a manifest");
        let line =
            |it: &Part| format!("{}: {}", it.label, it.features.join(" ")).trim_end().to_owned();
        insta::assert_snapshot!(parts.iter().map(line).collect::<Vec<_>>().join("\n"), @"
        nothing:
        v1: v1
        v2: v2
        client: client
        identity: identity
        boats: v1 v2 boats
        harbours: v1 v2 harbours
        everything but what sends: v1 v2 areas
        ");
    }

    #[test]
    fn a_manifest_without_areas_is_none_of_ours() {
        assert!(parts("[features]\nv1 = []").is_err());
        assert!(parts("[package]").is_err());
    }
}
