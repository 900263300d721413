//! `tenantry-sandbox`: the simulated vendors as a server on this machine.

use std::process::ExitCode;

use tenantry_sandbox::server::{self, Options, options::HELP};

fn main() -> ExitCode {
    match start() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("tenantry-sandbox: {message}");
            ExitCode::from(2)
        }
    }
}

fn start() -> Result<(), String> {
    let options = Options::parse(std::env::args().skip(1))?;
    if options.help {
        println!("{HELP}");
        return Ok(());
    }
    let runtime = tokio::runtime::Runtime::new().map_err(|error| format!("cannot start: {error}"))?;
    let ended = runtime.block_on(server::run(options));
    // The thread that reads standard input may still be blocked.
    runtime.shutdown_background();
    ended
}
