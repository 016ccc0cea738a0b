//! One generation in a process of its own, which tells what it took.

use std::fs;
use std::num::NonZero;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use apimark::{Config, Generator};

use crate::cases::CASES;

/// The argument that makes this program generate instead of measuring.
pub(crate) const FLAG: &str = "--generate";
/// How often Linux counts the time of a process in a second.
const TICKS: f64 = 100.0;

/// How the work of the processor is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Measure {
    /// In seconds. They also tell how the memory's caches are used, and what else the machine does.
    Time,
    /// In instructions, as callgrind counts them: the same number every time, and fifty times slower.
    Instructions,
}

/// What a generation takes and gives.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cost {
    /// Seconds or instructions.
    pub(crate) work: f64,
    /// The most memory at any time, in bytes.
    pub(crate) memory: f64,
    /// Bytes of all files.
    pub(crate) output: f64,
}

impl Cost {
    /// Before anything is measured.
    pub(crate) const MOST: Self = Self { work: f64::INFINITY, memory: f64::INFINITY, output: 0.0 };

    /// The least of both.
    pub(crate) fn least(self, other: Self) -> Self {
        let (work, memory) = (self.work.min(other.work), self.memory.min(other.memory));
        Self { work, memory, output: other.output }
    }

    /// How many times `before` the work and the memory are, for an output that doubles at most.
    pub(crate) fn growth(self, before: &Self) -> [f64; 2] {
        let excess = (self.output / before.output / 2.0).max(1.0);
        [self.work / before.work / excess, self.memory / before.memory / excess]
    }
}

/// Generates from docs of a size in another process.
pub(crate) fn measure(case: &str, size: usize, way: Measure) -> Result<Cost> {
    let program = std::env::current_exe()?;
    let mut command = match way {
        Measure::Time => Command::new(program),
        Measure::Instructions => {
            let mut command = Command::new("valgrind");
            command.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]).arg(program);
            command
        }
    };
    let run = command.args([FLAG, case, &size.to_string()]).output().context("cannot start it")?;
    let said = String::from_utf8_lossy(&run.stderr);
    ensure!(run.status.success(), "{case}, {size}: {said}");
    let text = String::from_utf8(run.stdout)?;
    let numbers: Vec<f64> =
        text.split_whitespace().map(str::parse).collect::<std::result::Result<_, _>>()?;
    let [seconds, memory, output] = numbers[..] else { anyhow::bail!("not a cost: {text}") };
    if way == Measure::Time {
        return Ok(Cost { work: seconds, memory, output });
    }
    let work = instructions(&said).context("callgrind counted nothing")?;
    // Callgrind's own memory is no part of it.
    Ok(Cost { work, ..self::measure(case, size, Measure::Time)? })
}

/// The number behind "Collected :" in what callgrind says.
fn instructions(said: &str) -> Option<f64> {
    said.split("Collected : ").nth(1)?.split_whitespace().next()?.parse().ok()
}

/// Generates, writes nothing, and prints the cost.
pub(crate) fn run(case: &str, size: usize) -> Result<()> {
    let case = CASES.iter().find(|it| it.name == case).context("no such case")?;
    let (docs, out) = (tempfile::tempdir()?, tempfile::tempdir()?);
    for (path, text) in (case.docs)(size) {
        let path = docs.path().join("v1.0").join(path);
        fs::create_dir_all(path.parent().unwrap_or(Path::new("")))?;
        fs::write(path, text)?;
    }
    let before = seconds()?;
    let mut config = Config::default();
    config.docs = vec![docs.path().to_owned()];
    let generator = Generator::new(config).out(out.path()).threads(NonZero::<usize>::MIN);
    let plan = generator.plan()?;
    let output: usize = plan.files().values().map(String::len).sum();
    println!("{} {} {output}", seconds()? - before, memory()?);
    Ok(())
}

/// The time of this process in user mode, the 14th number. What the kernel does depends on the file system.
fn seconds() -> Result<f64> {
    let text = fs::read_to_string("/proc/self/stat")?;
    let (_, numbers) = text.rsplit_once(')').context("no name in brackets")?;
    let ticks = numbers.split_whitespace().nth(11).context("no time in user mode")?;
    Ok(ticks.parse::<f64>()? / TICKS)
}

fn memory() -> Result<usize> {
    let text = fs::read_to_string("/proc/self/status")?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next());
    Ok(kilobytes.context("no high-water mark")?.parse::<usize>()? * 1024)
}
