//! The embedded docs: nearly every slip is reported, and no honest edit.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::Path;

use apimark_slips::{Docs, Tally, tally};

fn docs() -> Docs {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs-input");
    Docs::read(&root, "v1.0").unwrap()
}

fn missed(all: &[Tally]) -> String {
    let cases = all.iter().flat_map(|tally| tally.silent.iter().map(move |case| (tally, case)));
    cases.map(|(tally, case)| format!("{}\n{case}\n", tally.kind)).collect()
}

#[test]
fn nine_of_ten_slips_are_reported() {
    let all = tally::slips(&mut docs(), 90, 7, "");
    let reported: usize = all.iter().map(|it| it.reported).sum();
    let made: usize = all.iter().map(Tally::made).sum();
    assert!(made >= 80, "{made} slips could be made");
    assert!(reported * 10 >= made * 9, "{reported} of {made}\n{}", missed(&all));
}

#[test]
fn no_honest_edit_is_remarked_on() {
    let all = tally::honest(&mut docs(), 30, 7, "");
    assert_eq!(missed(&all), "");
}
