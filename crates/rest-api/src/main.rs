//! The program `swietlicobus`: everything it does is a command of [`rest_api::cli`].
#![forbid(unsafe_code)]

use std::process::ExitCode;

fn main() -> ExitCode {
    rest_api::cli::main()
}
