//! What time it takes.

use std::fmt;
use std::time::{Duration, Instant};

/// Runs from when it is made.
pub(crate) struct Clock {
    start: Instant,
    of_processors: Option<Duration>,
}

/// What has passed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spent {
    on_the_clock: Duration,
    /// Of the programs that were called and have ended, where the system tells.
    of_processors: Option<Duration>,
}

impl Clock {
    pub(crate) fn start() -> Self {
        Self { start: Instant::now(), of_processors: of_children() }
    }

    pub(crate) fn spent(&self) -> Spent {
        let of_processors = of_children().zip(self.of_processors);
        Spent {
            on_the_clock: self.start.elapsed(),
            of_processors: of_processors.map(|(now, before)| now.saturating_sub(before)),
        }
    }
}

impl Spent {
    /// The time of processors, else that on the clock: `1.5 CPU s`, `1.5 s`.
    pub(crate) fn exact(self) -> String {
        match self.of_processors {
            Some(time) => format!("{:6.1} CPU s", time.as_secs_f64()),
            None => format!("{:6.1} s", self.on_the_clock.as_secs_f64()),
        }
    }
}

impl fmt::Display for Spent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} s", self.on_the_clock.as_secs())?;
        self.of_processors.map_or(Ok(()), |time| write!(f, ", {} CPU s", time.as_secs()))
    }
}

/// The processor time of all programs that this one has called and waited for. Linux says it in a file; elsewhere it would
/// take a call of the system.
fn of_children() -> Option<Duration> {
    parsed(&std::fs::read_to_string("/proc/self/stat").ok()?)
}

/// The fields `cutime` and `cstime` of the form that `man proc_pid_stat` describes. The second field, the name, may hold
/// spaces and brackets.
fn parsed(stat: &str) -> Option<Duration> {
    /// What programs are told a second has, whatever the kernel counts in.
    const TICKS: u64 = 100;
    let (_, rest) = stat.rsplit_once(") ")?;
    let mut fields = rest.split(' ').skip(13).map(str::parse::<u64>);
    let ticks = fields.next()?.ok()? + fields.next()?.ok()?;
    Some(Duration::from_millis(ticks * 1_000 / TICKS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_of_children_is_read_behind_a_name_of_any_kind() {
        let rest = "S 1 2 3 4 5 6 7 8 9 10 700 800 1234 66 20 0 1 0 99";
        let expected = Some(Duration::from_secs(13));
        assert_eq!(parsed(&format!("17 (xtask) {rest}")), expected);
        assert_eq!(parsed(&format!("17 (a) b (c) {rest}")), expected);
        assert_eq!(parsed("17 (xtask) S 1"), None);
    }

    #[test]
    fn time_is_told_as_far_as_it_is_known() {
        let on_the_clock = Duration::from_millis(61_900);
        let known = Spent { on_the_clock, of_processors: Some(Duration::from_millis(7_250)) };
        let unknown = Spent { of_processors: None, ..known };
        assert_eq!(
            (known.to_string(), known.exact()),
            ("61 s, 7 CPU s".into(), "   7.2 CPU s".into())
        );
        assert_eq!((unknown.to_string(), unknown.exact()), ("61 s".into(), "  61.9 s".into()));
    }
}
