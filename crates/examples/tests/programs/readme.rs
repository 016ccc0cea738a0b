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

#[test]
fn an_object_is_created_and_changed_as_in_the_program_that_is_run() {
    let source = include_str!("../../examples/create_user.rs");
    let from = source.find("    let new = ").unwrap();
    let (lines, _) = source[from..].split_once("    Ok(").unwrap();
    assert!(README.contains(&format!("```rust,ignore\n{lines}```")), "the README lacks\n{lines}");
}
