//! How long a whole generation takes, as a ratio to its floor measured in the same run.
//!
//! `cargo bench -p apimark --bench generation -- [DIR]`, by default on the docs of this repository.
//!
//! The floor is what any generator of this kind must do: read the files, let pulldown-cmark find the
//! Markdown events, let prettyplease print the Rust files of the output. Both run on one thread, in
//! turns, and nothing is kept between the rounds. Writing the output is in neither.

#![allow(clippy::print_stdout, reason = "the table is the result")]

use std::hint::black_box;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use apimark::{Config, Files, Generator};
use pulldown_cmark::{Options, Parser};
use walkdir::WalkDir;

const ROUNDS: usize = 9;

fn main() -> Result<()> {
    let docs = std::env::args().skip(1).find(|argument| !argument.starts_with('-'));
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let docs = docs.map_or_else(|| here.join("../../docs-input"), PathBuf::from);
    let empty = tempfile::tempdir()?;
    let mut config = Config::default();
    config.docs = vec![docs.clone()];
    let generator = Generator::new(config).out(empty.path()).threads(NonZero::<usize>::MIN);
    let syntax = parse_output(generator.plan()?.files())?;

    let mut rounds = [const { Vec::new() }; 4];
    for _ in 0..ROUNDS {
        let (read, texts) = timed(|| read(&docs));
        let texts = texts?;
        let (events, _) = timed(|| count_events(&texts));
        let (print, _) =
            timed(|| syntax.iter().map(|file| prettyplease::unparse(file).len()).sum::<usize>());
        let (generation, plan) = timed(|| generator.plan());
        plan?;
        for (times, time) in rounds.iter_mut().zip([read, events, print, generation]) {
            times.push(time);
        }
    }
    print_table(&docs, &mut rounds);
    Ok(())
}

/// The Rust files of the output; parsing them is not part of the floor.
fn parse_output(files: &Files) -> Result<Vec<syn::File>> {
    let rust =
        files.iter().filter(|(path, _)| Path::new(path).extension().is_some_and(|it| it == "rs"));
    rust.map(|(path, text)| syn::parse_file(text).with_context(|| path.clone())).collect()
}

fn read(docs: &Path) -> Result<Vec<String>> {
    let mut texts = Vec::new();
    for entry in WalkDir::new(docs) {
        let entry = entry?;
        if entry.path().extension().is_some_and(|extension| extension == "md") {
            texts.push(String::from_utf8_lossy(&std::fs::read(entry.path())?).into_owned());
        }
    }
    Ok(texts)
}

fn count_events(texts: &[String]) -> usize {
    texts
        .iter()
        .map(|text| Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter().count())
        .sum()
}

fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let result = black_box(work());
    (start.elapsed(), result)
}

fn print_table(docs: &Path, rounds: &mut [Vec<Duration>; 4]) {
    let mut least = [0.0; 4];
    println!("{}, one thread, {ROUNDS} rounds; milliseconds", docs.display());
    println!("{:<36}{:>10}{:>10}", "", "least", "median");
    let labels =
        ["read files", "pulldown-cmark events", "prettyplease of the output", "generation"];
    for ((label, times), least) in labels.into_iter().zip(rounds.iter_mut()).zip(&mut least) {
        times.sort();
        *least = times[0].as_secs_f64() * 1e3;
        println!("{label:<36}{least:>10.1}{:>10.1}", times[ROUNDS / 2].as_secs_f64() * 1e3);
    }
    let [read, events, print, generation] = least;
    let floor = read + events + print;
    println!("{:<36}{floor:>10.1}", "floor");
    println!("{:<36}{:>10.2}", "generation / floor", generation / floor);
}
