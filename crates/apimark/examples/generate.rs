//! What an xtask or a `build.rs` of another workspace does to have its client generated.

#![allow(clippy::print_stdout, reason = "an xtask talks to whoever runs it")]

fn main() -> anyhow::Result<()> {
    let config = std::env::args().nth(1).unwrap_or_else(|| "apimark.toml".into());
    let plan = apimark::Generator::from_config(config)?.plan()?;
    plan.write()?;
    println!("{}", plan.summary());
    Ok(())
}
