//! `cargo xtask`: the command line of apimark.

fn main() -> std::process::ExitCode {
    apimark_cli::main()
}
