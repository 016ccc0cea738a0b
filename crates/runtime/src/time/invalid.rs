//! What OData has no spelling for.

use std::error::Error;
use std::fmt;

/// Text or a value that is no time in OData.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidTime(pub(super) &'static str);

impl fmt::Display for InvalidTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl Error for InvalidTime {}
