//! Every kind of report there is, in one table.
//!
//! A [`Code`] can be made here only, so that whoever reports something has written down what it means,
//! what is done about it and what to write instead. Numbers stay what they are for good: a new kind takes
//! the next free number of its range, and the number of a kind that is gone is not given again.
//!
//! | numbers | what is reported |
//! |:--|:--|
//! | `AM01xx` | the Markdown of a page |
//! | `AM02xx` | what a page states of types, and what no rule reads |
//! | `AM03xx` | what a page states of an operation |
//! | `AM04xx` | what is probably a slip of the writer |
//! | `AM05xx` | types that the pages state together |
//! | `AM06xx` | operations and paths that the pages state together |
//! | `AM07xx` | examples that the client cannot say or read |
//! | `AM08xx` | what an export leaves out |
//! | `AM09xx` | files, configuration and suppressions |

#[macro_use]
mod entry;
mod examples;
mod explain;
mod export;
mod files;
mod markdown;
mod operation;
mod operations;
mod proof;
mod resource;
mod types;

pub use entry::{Code, ExampleFile};
pub use examples::*;
pub use explain::{page, unknown};
pub use export::*;
pub use files::*;
pub use markdown::*;
pub use operation::*;
pub use operations::*;
pub use proof::*;
pub use resource::*;
pub use types::*;

/// The tables of all ranges, in the order of their numbers.
const RANGES: [&[Code]; 9] = [
    markdown::ALL,
    resource::ALL,
    operation::ALL,
    proof::ALL,
    types::ALL,
    operations::ALL,
    examples::ALL,
    export::ALL,
    files::ALL,
];

/// Every code, in the order of the numbers.
pub fn all() -> impl Iterator<Item = Code> {
    RANGES.into_iter().flatten().copied()
}

/// The code of this number (`AM0106`, in any case) or name (`missing-include`).
pub fn find(text: &str) -> Option<Code> {
    all().find(|code| code.name() == text || code.number().eq_ignore_ascii_case(text))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn numbers_rise_and_names_are_given_once() {
        let numbers: Vec<String> = all().map(Code::number).collect();
        assert!(numbers.is_sorted_by(|one, other| one < other), "{numbers:?}");
        let names: BTreeSet<&str> = all().map(Code::name).collect();
        assert_eq!(names.len(), numbers.len());
    }

    #[test]
    fn names_are_kebab_case() {
        for code in all() {
            let is_kebab = |part: &str| {
                !part.is_empty()
                    && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
            };
            assert!(code.name().split('-').all(is_kebab), "{code:?}");
        }
    }

    #[test]
    fn every_entry_says_what_it_means_and_what_to_do() {
        for code in all() {
            assert!(!code.title().ends_with('.'), "{code:?}: the title is no sentence");
            for text in [code.explanation(), code.remedy()] {
                assert!(text.ends_with('.') && text.len() >= 12, "{code:?}: {text}");
            }
            assert!(!code.example().is_empty(), "{code:?}: no example");
        }
    }

    #[test]
    fn a_code_is_found_by_number_and_by_name() {
        assert_eq!(find("AM0106"), Some(MISSING_INCLUDE));
        assert_eq!(find("am0106"), Some(MISSING_INCLUDE));
        assert_eq!(find("missing-include"), Some(MISSING_INCLUDE));
        assert_eq!(find("missing"), None);
    }
}
