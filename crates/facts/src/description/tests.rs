use crate::Note;
use crate::testing::{cell, origin};

/// What remains when all that notes hold is told elsewhere, and `|` between it and the rest.
fn untold(markdown: &str) -> String {
    let read = super::read(&cell(markdown), origin());
    let words = read.words.expect("words").value;
    assert_eq!(words.untold(|_| false), words.text());
    words.untold(|note| *note != Note::Key).to_string()
}

#[test]
fn sentences_that_notes_hold_can_be_left_out() {
    let cases = [
        ("The ink. Read-only.", "The ink."),
        (
            "The ink. Read-only. Supports `$filter` (`eq`, `NOT`, and `eq` on `null` values). More.",
            "The ink. More.",
        ),
        ("Supports `$filter` and `$orderby`.", ""),
        ("Supports `$filter` and `$select`.", "Supports `$filter` and `$select`."),
        ("Supports `$filter` on **city**.", "Supports `$filter` on **city**."),
        ("The ink, read-only.", "The ink."),
        ("Key, Not nullable, Read-only.", "Key."),
        ("Key.", "Key."),
        ("Inherited from [ink](ink.md). The shade.", "The shade."),
        (
            "Inherited from [ink](ink.md) and from others.",
            "Inherited from [ink](v1.0/resources/ink.md) and from others.",
        ),
        ("Default is `x`. Defaults to `y`.", ""),
        (
            "This property is read-only and computed from the ink.",
            "This property is read-only and computed from the ink.",
        ),
        ("Filled by the case; read-only.", "Filled by the case."),
        ("Key; read-only.", "Key."),
        ("Nullable; read-only.", ""),
        ("Read-only when lent.", "Read-only when lent."),
        ("The ink.<br>Read-only.<br>See below.", "The ink.\n\nSee below."),
        (
            "See https://example.com/a.b. Returned only on `$select`.",
            "See <https://example.com/a.b>.",
        ),
        ("Windows, iOS, etc. This property is read-only.", "Windows, iOS, etc."),
        ("The ink left Read-only.", "The ink left"),
    ];
    for (description, expected) in cases {
        assert_eq!(untold(description), expected, "{description}");
    }
}
