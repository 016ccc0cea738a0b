//! The steps, in their order.

use anyhow::Result;

use super::bench::Bench;
use super::{exports, hostile, other_docs, package};
use crate::{features, process};

/// What is checked by itself.
pub(super) struct Step {
    pub name: &'static str,
    pub title: &'static str,
    pub work: &'static [Work],
}

/// A part of a step.
pub(super) enum Work {
    /// A call of cargo.
    Cargo(&'static str),
    /// A call of this program.
    Apimark(&'static str),
    /// A call of a script that needs more than Rust.
    Script(&'static str),
    /// Anything else.
    Check(fn(&Bench) -> Result<()>),
}

use Work::{Apimark, Cargo, Check, Script};

/// All of them. What finds most and soonest comes first.
pub(super) const STEPS: &[Step] = &[
    Step {
        name: "tests",
        title: "the tests of all crates, which prove that the generated one is fresh too",
        work: &[Cargo("test --workspace --all-features --no-fail-fast")],
    },
    Step {
        name: "format",
        title: "all sources are formatted",
        work: &[Cargo("fmt --all --check")],
    },
    Step {
        name: "lints",
        title: "no warning of clippy",
        work: &[Cargo("clippy --workspace --all-features --all-targets -- -D warnings")],
    },
    Step {
        name: "circles",
        title: "no circle of files, no dependency that is not used",
        work: &[Script(".ci/census.py --check")],
    },
    Step {
        name: "runtime",
        title: "the runtime without a client, and without a transport",
        work: &[
            Cargo("clippy --package apimark-runtime --all-targets -- -D warnings"),
            Cargo(
                "clippy --package apimark-runtime --all-targets --features pipeline -- -D warnings",
            ),
        ],
    },
    Step {
        name: "features",
        title: "any part of the generated crate",
        work: &[Check(|bench| {
            features::check("generated/Cargo.toml".as_ref(), || bench.cargo(""))
        })],
    },
    Step { name: "docs", title: "no warning of rustdoc", work: &[Check(documentation)] },
    Step {
        name: "fresh",
        title: "the generated crate is what the docs say",
        work: &[Apimark("generate --check")],
    },
    Step { name: "exports", title: "exports are valid", work: &[Check(exports::check)] },
    Step {
        name: "hostile",
        title: "nothing of hostile docs becomes anything else",
        work: &[Check(hostile::check)],
    },
    Step {
        name: "other-docs",
        title: "docs in a layout of their own",
        work: &[Check(other_docs::check)],
    },
    Step {
        name: "verdict",
        title: "the verdict of reviews, on a few edits",
        work: &[Script(".ci/verdict/run --most 5")],
    },
    Step {
        name: "review-page",
        title: "the page of reviews in a browser",
        work: &[Script(".ci/review-page/run")],
    },
    Step { name: "adopt", title: "foreign workspaces", work: &[Script(".ci/adopt")] },
    Step { name: "service", title: "a real OData service", work: &[Script(".ci/service/run")] },
    Step { name: "corpus", title: "the bars on real docs", work: &[Check(corpus)] },
    // Last, because the crates of the workspace are built anew after it.
    Step {
        name: "package",
        title: "packages build from their own contents",
        work: &[Check(package::check)],
    },
];

impl Work {
    /// Carries it out.
    ///
    /// # Errors
    /// It fails.
    pub(super) fn run(&self, bench: &Bench) -> Result<()> {
        match self {
            Cargo(line) => process::run(&mut bench.cargo(line)),
            Apimark(line) => process::run(&mut bench.apimark(line)?),
            Script(line) => process::run(&mut bench.script(line)),
            Check(check) => check(bench),
        }
    }
}

fn documentation(bench: &Bench) -> Result<()> {
    let mut cargo = bench.cargo("doc --workspace --all-features --no-deps --quiet");
    process::run(cargo.env("RUSTDOCFLAGS", "-D warnings"))
}

fn corpus(bench: &Bench) -> Result<()> {
    let Some(shared) = &bench.shared else {
        println!("skipped: there are no real docs here");
        return Ok(());
    };
    process::run(bench.script(".ci/corpus").arg(shared))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_step_has_a_name_of_its_own() {
        let names: BTreeSet<&str> = STEPS.iter().map(|it| it.name).collect();
        assert_eq!(names.len(), STEPS.len());
    }

    #[test]
    fn the_scripts_that_are_called_are_there() {
        let root = crate::ci::bench::root();
        for work in STEPS.iter().flat_map(|it| it.work) {
            if let Script(line) = work {
                let script = line.split(' ').next().expect("it is named");
                assert!(root.join(script).is_file(), "there is no {script}");
            }
        }
    }
}
