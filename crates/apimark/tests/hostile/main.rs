//! The whole way from pages to files on pages that nobody should write: no panic, Rust that parses,
//! paths that stay inside, exports that other tools can read.
//!
//! `PROPTEST_CASES=5000 cargo test -p apimark --test hostile` looks further, `PROPTEST_RNG_SEED=7` elsewhere.

#![allow(clippy::unwrap_used, reason = "a test stops where something fails")]

mod checks;
mod deep;
mod matrix;
mod mutation;
mod pages;
mod words;

use std::path::Path;

use proptest::prelude::*;
use proptest::sample::{Index, subsequence};
use proptest::test_runner::RngSeed;

use checks::{Pages, check, plan};
use mutation::{Mutation, mutation};
use pages::hostile_pages;

/// Few by default, and the same ones each time; the environment asks for others.
fn configuration() -> ProptestConfig {
    let asked = ProptestConfig::default();
    let is_set = |name| std::env::var_os(name).is_some();
    ProptestConfig {
        cases: if is_set("PROPTEST_CASES") { asked.cases } else { 24 },
        rng_seed: if is_set("PROPTEST_RNG_SEED") { asked.rng_seed } else { RngSeed::Fixed(1) },
        failure_persistence: None,
        max_shrink_iters: 400,
        ..asked
    }
}

fn embedded_pages() -> Pages {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs-input");
    let mut found = Pages::new();
    let mut open = vec![root.clone()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|it| it == "md") {
                let name = path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
                found.insert(name, std::fs::read_to_string(&path).unwrap());
            }
        }
    }
    found
}

/// Some pages of the embedded docs and of the hostile ones, some of them edited.
fn mutated_pages() -> impl Strategy<Value = Pages> {
    let mut all = embedded_pages();
    all.extend(hostile_pages());
    let all: Vec<(String, String)> = all.into_iter().collect();
    let edits = prop::collection::vec((any::<Index>(), mutation()), 0..12);
    (subsequence(all, 2..9), edits).prop_map(
        |(mut pages, edits): (Vec<_>, Vec<(Index, Mutation)>)| {
            for (page, mutation) in edits {
                let text = &mut page.get_mut(&mut pages).1;
                *text = mutation.apply(text);
            }
            // At least one page that is no include, or there is no API version.
            pages.push(("v1.0/resources/last.md".to_owned(), "# last resource type\n".to_owned()));
            pages.into_iter().collect()
        },
    )
}

#[track_caller]
fn assert_sound(pages: &Pages) {
    if let Err(broken) = check(&plan(pages)) {
        panic!("{broken}");
    }
}

#[test]
fn hostile_pages_give_a_sound_crate() {
    assert_sound(&hostile_pages());
}

#[test]
fn every_weapon_in_every_position_gives_a_sound_crate() {
    assert_sound(&matrix::pages());
}

/// A position that no page reaches any more would prove nothing.
#[test]
fn every_position_reaches_the_crate() {
    let plan = plan(&matrix::pages());
    let sources: String = plan
        .files()
        .iter()
        .filter(|(path, _)| path.ends_with(".rs"))
        .flat_map(|(path, text)| [path.as_str(), text.as_str()])
        .collect::<String>()
        .to_lowercase();
    let lost: Vec<&str> = matrix::markers()
        .into_iter()
        .filter(|(_, markers)| !markers.iter().any(|marker| sources.contains(marker)))
        .map(|(position, _)| position)
        .collect();
    assert!(lost.is_empty(), "{lost:?}");
}

/// How an editor stores a page says nothing: not even the report differs.
#[test]
fn line_ends_and_byte_order_marks_change_nothing() {
    for pages in [embedded_pages(), hostile_pages()] {
        let stored_otherwise = |(path, text): (&String, &String)| {
            (path.clone(), format!("\u{feff}{}", text.replace("\r\n", "\n").replace('\n', "\r\n")))
        };
        let other = plan(&pages.iter().map(stored_otherwise).collect());
        let plan = plan(&pages);
        for (path, text) in plan.files() {
            assert_eq!(Some(text), other.files().get(path), "{path}");
        }
        assert_eq!(plan.files().len(), other.files().len());
    }
}

proptest! {
    #![proptest_config(configuration())]
    #[test]
    fn edited_pages_give_a_sound_crate(pages in mutated_pages()) {
        let first = plan(&pages);
        if let Err(broken) = check(&first) {
            return Err(TestCaseError::fail(broken));
        }
        let second = plan(&pages);
        prop_assert_eq!(first.files(), second.files());
    }
}
