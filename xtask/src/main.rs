//! The commands of the project: `cargo xtask help` lists them.

mod args;
mod bench;
mod build;
mod codegen;
mod coverage;
mod effect;
mod files;
mod fuzz;
mod lint;
mod result;
mod run;
mod sandbox;
mod serve;
mod test;
mod tidy;
mod tools;

use args::Args;
pub use result::Result;

const HELP: &str = "\
cargo xtask …

  serve [--tenants N] [--seed N] [--port P]   build the console and serve it with the sandbox behind it
  dev [--tenants N] [--seed N]                the same with trunk, rebuilt at every change of the source
  build [--base /a/b/]                        write dist/, the site for a static host, and dist-npm/
  npm                                         write dist-npm/ alone: @tenantry/client
  test [--only STAGE]                         everything: lints, tests, build, byte budget, browser tests
  lint                                        formatting, clippy, the project's own rules, cargo deny
  ci                                          exactly what .ci/run runs
  tidy                                        the project's own rules alone
  codegen                                     write the operations of contracts/ as Rust
  fuzz [--cases N]                            the decoders against N broken inputs each
  coverage [--json]                           how much of the vendors' APIs is typed, callable, exercised
  bench [--tenants N] [--runs N] [--json F]   measure the console and its peers in Chromium
  help                                        this list";

fn main() {
    let mut given = std::env::args().skip(1);
    let command = given.next().unwrap_or_else(|| "help".to_owned());
    if let Err(error) = dispatch(&command, Args::new(given)) {
        eprintln!("xtask {command}: {error}");
        std::process::exit(1);
    }
}

fn dispatch(command: &str, mut args: Args) -> Result {
    match command {
        "serve" => serve::serve(args),
        "dev" => serve::dev(args),
        "build" => {
            let base = args.value("--base")?;
            args.finish()?;
            build::run(base.as_deref())
        }
        "npm" => {
            args.finish()?;
            build::npm().map(|folder| println!("{}", folder.display()))
        }
        "test" => test::run(args),
        "ci" => test::run(args),
        "bench" => bench::run(args),
        "coverage" => coverage::run(args),
        "fuzz" => fuzz::run(args),
        "lint" => args.finish().and_then(|()| lint::run()),
        "tidy" => args.finish().and_then(|()| tidy::run()),
        "codegen" => args.finish().and_then(|()| codegen::run()),
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        other => Err(format!("there is no command {other}; cargo xtask help lists them").into()),
    }
}
