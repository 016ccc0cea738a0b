//! The README shows programs that are compiled and run.

const README: &str = include_str!("../../../../README.md");

#[test]
fn the_first_program_is_the_one_that_is_run() {
    let source = include_str!("../../examples/first.rs");
    let (_, program) = source.split_once("\n\n").unwrap();
    assert!(
        README.contains(&format!("```rust,ignore\n{program}```")),
        "the README lacks\n{program}"
    );
}
