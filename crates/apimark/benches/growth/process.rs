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

/// What a generation takes and gives.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cost {
    /// Processor time.
    pub(crate) seconds: f64,
    /// The most memory at any time, in bytes.
    pub(crate) memory: f64,
    /// Bytes of all files.
    pub(crate) output: f64,
}

impl Cost {
    /// Before anything is measured.
    pub(crate) const MOST: Self =
        Self { seconds: f64::INFINITY, memory: f64::INFINITY, output: 0.0 };

    /// The least of both.
    pub(crate) fn least(self, other: Self) -> Self {
        let (seconds, memory) = (self.seconds.min(other.seconds), self.memory.min(other.memory));
        Self { seconds, memory, output: other.output }
    }

    /// How many times `before` the time and the memory are, for an output that doubles at most.
    pub(crate) fn growth(self, before: &Self) -> [f64; 2] {
        let excess = (self.output / before.output / 2.0).max(1.0);
        [self.seconds / before.seconds / excess, self.memory / before.memory / excess]
    }
}

/// Generates from docs of a size in another process.
pub(crate) fn measure(case: &str, size: usize) -> Result<Cost> {
    let program = std::env::current_exe()?;
    let run = Command::new(program).args([FLAG, case, &size.to_string()]).output()?;
    ensure!(run.status.success(), "{case}, {size}: {}", String::from_utf8_lossy(&run.stderr));
    let text = String::from_utf8(run.stdout)?;
    let numbers: Vec<f64> =
        text.split_whitespace().map(str::parse).collect::<std::result::Result<_, _>>()?;
    let [seconds, memory, output] = numbers[..] else { anyhow::bail!("not a cost: {text}") };
    Ok(Cost { seconds, memory, output })
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
    let config = Config { docs: vec![docs.path().to_owned()], ..Config::default() };
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
