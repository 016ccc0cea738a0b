//! How API docs are written, as files say it: the built-in dialects in `built-in`, and those of users.
//!
//! Knows the keys of such a file and how one adds to another. What a file means is worked out where pages are read, in the
//! crate `facts`. It is a crate of its own because it is all data: what reads it takes long to compile and no time to run.

mod english;
mod file;
mod merge;
mod plurals;
mod primitives;
mod role;

pub use toml::Spanned;
pub use toml::de::Error;

pub use english::{EnglishFile, Gives, Phrase, Says, Shape, Turns, Usual};
pub use file::{
    DialectFile, Fences, FrontMatter, KnownVersion, Level, Links, Pages, PagesOf, Service, Titles,
    Types, VersionSource, Versions,
};
pub use merge::Merge;
pub use plurals::PluralsFile;
pub use primitives::{Listed, Primitive};
pub use role::{Caller, Column, Place, Role};

/// What every dialect begins with.
pub const COMMON: &str = include_str!("../built-in/common.toml");

/// The built-in dialects; each may extend those before it.
pub const BUILT_IN: [&str; 3] = [
    include_str!("../built-in/graph.toml"),
    include_str!("../built-in/onedrive.toml"),
    include_str!("../built-in/business-central.toml"),
];

/// The words and phrases of English that all dialects have.
pub const ENGLISH: &str = include_str!("../built-in/english.toml");

/// Reads a dialect file.
///
/// # Errors
/// The text is no TOML, or has a key or value that is not known.
pub fn parse(text: &str) -> Result<DialectFile, Error> {
    toml::from_str(text)
}

/// The words and phrases of English that all dialects have.
#[must_use]
pub fn english() -> EnglishFile {
    toml::from_str(ENGLISH).expect("the tests of this crate read the file")
}

/// How cells name types in all dialects.
#[must_use]
pub fn types() -> Types {
    toml::from_str(include_str!("../built-in/types.toml"))
        .expect("the tests of this crate read the file")
}

/// Which of the keys or values that are known was probably meant by an unknown one: "did you mean `docs`?".
#[must_use]
pub fn did_you_mean(error: &Error) -> Option<String> {
    let message = error.message();
    let of_choice = message.starts_with("unknown field") || message.starts_with("unknown variant");
    let mut quoted = message.split('`').skip(1).step_by(2).filter(|_| of_choice);
    let written = quoted.next()?;
    diag::nearest(written, quoted).map(|known| format!("did you mean `{known}`?"))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_built_in_files_are_in_form() {
        for text in super::BUILT_IN.into_iter().chain([super::COMMON]) {
            super::parse(text).expect("a file in form");
        }
        assert!(!super::english().is_empty());
        assert!(!super::types().primitives.is_empty());
    }
}
