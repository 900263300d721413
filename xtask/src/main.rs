//! The commands of the project: `cargo xtask help` lists them.

mod codegen;
mod contract;
mod files;

/// What a command ends with; the error is one line that says what is wrong and what to do.
pub type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error>>;

fn main() {
    if let Err(error) = codegen::run() {
        eprintln!("xtask: {error}");
        std::process::exit(1);
    }
}
