//! How the cost of a generation grows with each dimension of its input.
//!
//! `cargo bench -p apimark --bench growth -- [--instructions] [CASE]…`, by default all cases; add `--profile dev` to
//! `bench` to build nothing anew.
//!
//! Each case makes docs of four sizes, each twice the one before, and generates a crate from each in a process of its
//! own. Twice the input must not cost more than 2.2 times the work of the processor and the memory; where the output
//! more than doubles, that holds for each byte of it. Exits with 1 where it does not.
//!
//! Work is time, or instructions where valgrind is at hand and `--instructions` asks for it. Time grows faster than
//! instructions where the memory in use outgrows the caches.

#![allow(clippy::print_stdout, reason = "the table is the result")]

mod cases;
mod process;

use std::process::ExitCode;

use anyhow::Result;

use cases::{CASES, Case};
use process::{Cost, Measure};

/// What each doubling may multiply the cost by.
const BAR: f64 = 2.2;
/// The least cost of so many runs counts.
const ROUNDS: usize = 3;
/// How often a case is measured again when it misses a bar: other programs may have disturbed it.
const AGAIN: usize = 2;
const SIZES: [usize; 4] = [1, 2, 4, 8];

fn main() -> Result<ExitCode> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [flag, name, size] = arguments.as_slice()
        && flag == process::FLAG
    {
        process::run(name, size.parse()?)?;
        return Ok(ExitCode::SUCCESS);
    }
    let by_instructions = arguments.iter().any(|it| it == "--instructions");
    let way = if by_instructions { Measure::Instructions } else { Measure::Time };
    println!(
        "{:<14}{:>7}{:>10}{:>10}{:>9}   for each doubling: work, memory",
        "",
        "size",
        if by_instructions { "M instr" } else { "ms" },
        "MB",
        "output"
    );
    let is_wanted = |case: &&Case| {
        let mut names = arguments.iter().filter(|it| !it.starts_with('-')).peekable();
        names.peek().is_none() || names.any(|it| *it == case.name)
    };
    let mut missed = Vec::new();
    for case in CASES.iter().filter(is_wanted) {
        if !measure(case, way)? {
            missed.push(case.name);
        }
    }
    if missed.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    println!("more than {BAR} for a doubling: {}", missed.join(", "));
    Ok(ExitCode::FAILURE)
}

/// Prints the rows of a case; whether each doubling stays within the bar.
fn measure(case: &Case, way: Measure) -> Result<bool> {
    let mut costs = SIZES.map(|_| Cost::MOST);
    let rounds = if way == Measure::Instructions { 1 } else { ROUNDS * (1 + AGAIN) };
    for round in 0..rounds {
        if round >= ROUNDS && round % ROUNDS == 0 && is_within(&costs) {
            break;
        }
        for (cost, size) in costs.iter_mut().zip(SIZES) {
            *cost = cost.least(process::measure(case.name, case.size * size, way)?);
        }
    }
    for (index, cost) in costs.iter().enumerate() {
        let Cost { work, memory, output } = cost;
        let work = if way == Measure::Instructions { work / 1e6 } else { work * 1e3 };
        print!("{:<14}{:>7}", if index == 0 { case.name } else { "" }, case.size * SIZES[index]);
        print!("{work:>10.0}{:>10.1}{:>9.2}", memory / 1e6, output / 1e6);
        if index > 0 {
            let [work, memory] = cost.growth(&costs[index - 1]);
            print!(
                "   ×{work:.2} ×{memory:.2}{}",
                if work.max(memory) > BAR { "   MISSED" } else { "" }
            );
        }
        println!();
    }
    Ok(is_within(&costs))
}

fn is_within(costs: &[Cost]) -> bool {
    costs.windows(2).all(|pair| pair[1].growth(&pair[0]).iter().all(|growth| *growth <= BAR))
}
