//! `apimark`: the command line, installed.

fn main() -> std::process::ExitCode {
    apimark_cli::main()
}
