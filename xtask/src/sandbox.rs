//! The sandbox program: built, started, asked where it listens, and ended with whoever started it.

use std::io::{self, BufRead as _, BufReader, Lines};
use std::path::Path;
use std::process::{Child, ChildStderr, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::Value;

use crate::{Result, build, files, run};

/// A running sandbox; it ends when this is dropped, and also when xtask is killed (its input closes).
pub struct Sandbox {
    child: Child,
    input: Option<ChildStdin>,
    output: Lines<BufReader<ChildStdout>>,
    /// Where the site and its path routes are.
    pub site: String,
    /// Where the vendor's side is, without CORS headers.
    pub vendor: String,
}

/// Which site, which estate and what else.
pub struct Options<'a> {
    command: Command,
    site: &'a Path,
}

impl<'a> Options<'a> {
    /// This site over an estate of that many tenants.
    pub fn new(site: &'a Path, tenants: u32) -> Result<Options<'a>> {
        build_program()?;
        let mut command = run::command(&files::target().join("host/tenantry-sandbox").to_string_lossy());
        command.arg("--site").arg(site).args(["--tenants", &tenants.to_string(), "--until-stdin-closes"]);
        Ok(Options { command, site })
    }

    /// A further option of the program.
    pub fn with(mut self, option: &str, value: &str) -> Options<'a> {
        self.command.args([option, value]);
        self
    }

    /// A further flag of the program.
    pub fn with_flag(mut self, flag: &str) -> Options<'a> {
        self.command.arg(flag);
        self
    }

    /// Beside the site, the pseudo-language as `languages/`.
    pub fn with_pseudo_language(self) -> Result<Options<'a>> {
        let folder = build::write_pseudo()?;
        Ok(self.with("--mount", &format!("/languages={}", folder.display())))
    }

    /// Ports that the system chooses.
    pub fn on_free_ports(self) -> Options<'a> {
        self.with("--site-port", "0").with("--port", "0")
    }

    /// Starts it and waits until it says where it listens.
    pub fn start(mut self) -> Result<Sandbox> {
        files::make_folder(self.site)?;
        self.command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = self.command.spawn()?;
        if let Some(errors) = child.stderr.take() {
            std::thread::spawn(move || show(BufReader::new(errors)));
        }
        let input = child.stdin.take();
        let output = child.stdout.take().ok_or("the sandbox has no output")?;
        let mut output = BufReader::new(output).lines();
        let Some(first) = output.next().transpose()? else {
            let status = child.wait()?;
            return Err(format!("the sandbox did not start ({status})").into());
        };
        let said: Value = serde_json::from_str(&first).map_err(|_| format!("the sandbox said {first}"))?;
        let address = |key: &str| said.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        let (site, vendor) = (address("site"), address("vendor"));
        Ok(Sandbox { child, input, output, site, vendor })
    }
}

impl Sandbox {
    /// Shows what it says until it ends.
    pub fn follow(mut self) -> Result {
        for line in self.output.by_ref() {
            println!("{}", line?);
        }
        let status = self.child.wait()?;
        if status.success() { Ok(()) } else { Err(format!("the sandbox ended ({status})").into()) }
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        drop(self.input.take());
        // It has nothing to save: what its closed input does not end at once is ended here.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Shows what it complains of, without the greeting for those who start it by hand: the command that started it
/// says where to go, and for `dev` that is elsewhere.
fn show(errors: BufReader<ChildStderr>) {
    let is_greeting = |line: &str| line.ends_with("Ctrl-C stops") || line.starts_with("the console: ");
    for line in errors.lines().map_while(io::Result::ok).filter(|line| !is_greeting(line)) {
        eprintln!("sandbox: {line}");
    }
}

fn build_program() -> Result {
    let mut cargo = run::cargo();
    cargo.args(["build", "--profile", "host", "-p", "tenantry-sandbox", "--bin", "tenantry-sandbox"]);
    run::step("building the sandbox", || run::run(&mut cargo))
}
