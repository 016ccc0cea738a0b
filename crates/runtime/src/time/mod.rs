//! Times as OData spells them.
//!
//! Days and times of day are those of jiff. Points in time and durations have types of their own, because
//! jiff's end before OData's: `9999-12-31T23:59:59Z`, which services write for "never", and durations of
//! more than 20,000 years.

mod duration;
mod invalid;
mod spell;
mod timestamp;

pub use duration::Duration;
pub use invalid::InvalidTime;
pub use timestamp::Timestamp;

pub(crate) use spell::{SpelledDate, date, time_of_day};
