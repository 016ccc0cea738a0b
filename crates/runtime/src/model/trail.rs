//! Where in the value an error arose. The decoder records it only on the way out, so that decoding what
//! is well formed costs nothing.

use std::fmt;

use serde::de;

use super::Info;

/// The steps from the place of an error outwards.
#[derive(Default)]
pub(super) struct Trail {
    steps: Vec<Step>,
    /// The innermost type around the error.
    within: Option<&'static str>,
    /// Where the names of fields of the object that come as null are noted, if they are: a change to an
    /// object tells these from those that do not come.
    pub(super) nulls: Option<Vec<&'static str>>,
}

enum Step {
    Member(String),
    Index(usize),
}

impl Trail {
    /// The error lies in this member of an object.
    pub(super) fn member(&mut self, name: &str, of: &'static Info) {
        self.steps.push(Step::Member(name.to_owned()));
        let has_wire_name = !of.wire_name.is_empty();
        self.within.get_or_insert(if has_wire_name { of.wire_name } else { of.rust_name });
    }

    /// The error lies in this element of a collection.
    pub(super) fn index(&mut self, index: usize) {
        self.steps.push(Step::Index(index));
    }

    /// The error, with the place put before its message. The message stays last because serde_json reads
    /// line and column from its end.
    pub(super) fn locate<E: de::Error>(&self, error: E) -> E {
        match self.within {
            Some(wire_name) => E::custom(format_args!("{self} ({wire_name}): {error}")),
            None => error,
        }
    }
}

impl fmt::Display for Trail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, step) in self.steps.iter().rev().enumerate() {
            match step {
                Step::Member(name) if position == 0 => f.write_str(name)?,
                Step::Member(name) => write!(f, ".{name}")?,
                Step::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}
