//! How the cost of a generation grows with each dimension of its input.
//!
//! `cargo bench -p apimark --bench growth -- [CASE]…`, by default all cases; add `--profile dev` to `bench` to build
//! nothing anew.
//!
//! Each case makes docs of four sizes, each twice the one before, and generates a crate from each in a process of its
//! own. Twice the input must not cost more than 2.2 times the processor time and the memory; where the output more than
//! doubles, that holds for each byte of it. Exits with 1 where it does not.

#![allow(clippy::print_stdout, reason = "the table is the result")]

mod cases;
mod process;

use std::process::ExitCode;

use anyhow::Result;

use cases::{CASES, Case};
use process::Cost;

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
    println!(
        "{:<14}{:>7}{:>10}{:>10}{:>9}   for each doubling: time, memory",
        "", "size", "ms", "MB", "output"
    );
    let is_wanted = |case: &&Case| {
        let mut names = arguments.iter().filter(|it| !it.starts_with('-')).peekable();
        names.peek().is_none() || names.any(|it| *it == case.name)
    };
    let mut missed = Vec::new();
    for case in CASES.iter().filter(is_wanted) {
        if !measure(case)? {
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
fn measure(case: &Case) -> Result<bool> {
    let mut costs = SIZES.map(|_| Cost::MOST);
    for round in 0..ROUNDS * (1 + AGAIN) {
        if round >= ROUNDS && round % ROUNDS == 0 && is_within(&costs) {
            break;
        }
        for (cost, size) in costs.iter_mut().zip(SIZES) {
            *cost = cost.least(process::measure(case.name, case.size * size)?);
        }
    }
    for (index, cost) in costs.iter().enumerate() {
        let Cost { seconds, memory, output } = cost;
        print!("{:<14}{:>7}", if index == 0 { case.name } else { "" }, case.size * SIZES[index]);
        print!("{:>10.0}{:>10.1}{:>9.2}", seconds * 1e3, memory / 1e6, output / 1e6);
        if index > 0 {
            let [time, memory] = cost.growth(&costs[index - 1]);
            print!(
                "   ×{time:.2} ×{memory:.2}{}",
                if time.max(memory) > BAR { "   MISSED" } else { "" }
            );
        }
        println!();
    }
    Ok(is_within(&costs))
}

fn is_within(costs: &[Cost]) -> bool {
    costs.windows(2).all(|pair| pair[1].growth(&pair[0]).iter().all(|growth| *growth <= BAR))
}
