//! Names of path parameters, unique along a path.
//!
//! Reads one settled segment and what stands before it; renames what is taken. The same path always
//! gets the same names: only its own segments count.

use facts::Plurals;

use crate::names::field_name;
use crate::types::simple_name;
use crate::{PathParameter, PathSegment};

/// What stands before a segment on its path.
#[derive(Clone, Debug, Default)]
pub(super) struct Before {
    /// Rust names of the parameters.
    taken: Vec<String>,
    /// The nearest literal or function name.
    noun: String,
}

impl Before {
    /// Makes the parameters of `segment` unlike those before it, and returns what stands before its
    /// children.
    pub(super) fn name(&self, segment: &mut PathSegment, plurals: &Plurals) -> Self {
        let mut after = self.clone();
        let renames_wire = matches!(
            segment,
            PathSegment::Key(_) | PathSegment::PositionalKey(_) | PathSegment::ItemPath(_)
        );
        for parameter in segment.parameters_mut() {
            if after.taken.contains(&parameter.rust_name) {
                after.rename(parameter, renames_wire, plurals);
            }
            after.taken.push(parameter.rust_name.clone());
        }
        if let PathSegment::Literal(name) | PathSegment::Function { name, .. } = segment {
            after.noun = simple_name(name).trim_start_matches('$').to_owned();
        }
        after
    }

    /// `{id}` below `messages` becomes `{message-id}`; if that is taken too, a number follows. The
    /// argument of a function keeps its name on the wire.
    fn rename(&self, parameter: &mut PathParameter, renames_wire: bool, plurals: &Plurals) {
        let one = plurals.singular(&self.noun);
        let base = if renames_wire {
            format!("{one}-id")
        } else {
            format!("{one}-{}", parameter.wire_name)
        };
        let numbered = (2..).map(|number| format!("{base}-{number}"));
        let free = std::iter::once(base.clone())
            .chain(numbered)
            .find(|name| !self.taken.contains(&field_name(name)))
            .expect("the numbers do not run out");
        parameter.rust_name = field_name(&free);
        if renames_wire {
            parameter.wire_name = free;
        }
    }
}
