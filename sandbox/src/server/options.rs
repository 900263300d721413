//! The command line.

use std::path::PathBuf;

use crate::Settings;

/// What `--help` prints.
pub const HELP: &str = "\
tenantry-sandbox: the vendors' APIs, simulated on this machine

  --tenants N           living tenants below the demo account, itself included (500)
  --seed N              the same seed gives the same estate (7)
  --token-life SECONDS  how long an access token lives (600)
  --check               refuse to answer what does not keep the contract

  --port P              port of the vendor's side; 0 for any free one (8471)
  --log FILE            one line of JSON a vendor request

  --site DIR            also serve this built site, with headers and proxy
  --site-port P         its port; 0 for any free one (8470)
  --base PATH           the path under which the site stands; its routes answer with the page (/)
  --config FILE         serve this as config.json instead of one made for this sandbox
  --direct              add a connection that goes round the proxy, to see what CORS does to it
  --mount /PREFIX=DIR   serve one more folder; may be repeated

  --until-stdin-closes  stop when standard input ends
  --help

On standard output: one line of JSON with the addresses.";

/// A port to listen on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Port {
    /// 0 for any.
    pub number: u16,
    /// Asked for on the command line, so that another one will not do.
    pub explicit: bool,
}

/// One more folder under a prefix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mount {
    /// Starts with a slash and does not end with one.
    pub prefix: String,
    /// The folder.
    pub folder: PathBuf,
}

/// All options.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct Options {
    pub settings: Settings,
    pub port: Port,
    pub log: Option<PathBuf>,
    pub site: Option<PathBuf>,
    pub site_port: Port,
    /// Starts and ends with a slash; None where not given, and then no route answers with the page.
    pub base: Option<String>,
    pub config: Option<PathBuf>,
    pub direct: bool,
    pub mounts: Vec<Mount>,
    pub until_stdin_closes: bool,
    pub help: bool,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            settings: Settings::default(),
            port: Port { number: 8471, explicit: false },
            log: None,
            site: None,
            site_port: Port { number: 8470, explicit: false },
            base: None,
            config: None,
            direct: false,
            mounts: Vec::new(),
            until_stdin_closes: false,
            help: false,
        }
    }
}

/// Most tenants that are still worth trying.
const MOST_TENANTS: u32 = 20_000_000;

impl Options {
    /// Reads the arguments after the program's name; an error is one readable line.
    pub fn parse(arguments: impl IntoIterator<Item = String>) -> Result<Options, String> {
        let mut options = Options::default();
        let mut arguments = arguments.into_iter();
        while let Some(argument) = arguments.next() {
            let (name, inline) = match argument.split_once('=') {
                Some((name, value)) if name.starts_with("--") => (name.to_owned(), Some(value.to_owned())),
                _ => (argument, None),
            };
            let mut value =
                || inline.clone().or_else(|| arguments.next()).ok_or_else(|| format!("{name} needs a value"));
            options.set(&name, &mut value)?;
        }
        Ok(options)
    }

    fn set(&mut self, name: &str, value: &mut dyn FnMut() -> Result<String, String>) -> Result<(), String> {
        match name {
            "--tenants" => self.settings.tenants = tenants(&value()?)?,
            "--seed" => self.settings.seed = number(name, &value()?)?,
            "--token-life" => self.settings.token_life = number(name, &value()?)?,
            "--check" => self.settings.check = true,
            "--port" => self.port = Port { number: number(name, &value()?)?, explicit: true },
            "--site-port" => self.site_port = Port { number: number(name, &value()?)?, explicit: true },
            "--log" => self.log = Some(value()?.into()),
            "--site" => self.site = Some(value()?.into()),
            "--base" => self.base = Some(base(&value()?)?),
            "--config" => self.config = Some(value()?.into()),
            "--direct" => self.direct = true,
            "--mount" => self.mounts.push(mount(&value()?)?),
            "--until-stdin-closes" => self.until_stdin_closes = true,
            "--help" | "-h" => self.help = true,
            _ => return Err(format!("unknown option {name}; --help lists them")),
        }
        Ok(())
    }
}

fn number<T: std::str::FromStr>(name: &str, text: &str) -> Result<T, String> {
    text.parse().map_err(|_| format!("{name} {text}: not a number in range"))
}

fn tenants(text: &str) -> Result<u32, String> {
    let tenants = number("--tenants", text)?;
    if (1..=MOST_TENANTS).contains(&tenants) {
        Ok(tenants)
    } else {
        Err(format!("--tenants {text}: must be from 1 to {MOST_TENANTS}"))
    }
}

fn base(text: &str) -> Result<String, String> {
    let sane = text.starts_with('/') && text.ends_with('/') && !text.contains("//") && !text.contains("..");
    if sane { Ok(text.to_owned()) } else { Err(format!("--base {text}: must look like /a/b/")) }
}

fn mount(text: &str) -> Result<Mount, String> {
    let parts = text.split_once('=').filter(|(prefix, _)| prefix.len() > 1 && prefix.starts_with('/'));
    let (prefix, folder) = parts.ok_or_else(|| format!("--mount {text}: must look like /prefix=folder"))?;
    Ok(Mount { prefix: prefix.trim_end_matches('/').to_owned(), folder: folder.into() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Options, String> {
        Options::parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn reads_both_writings() {
        let options = parse("--tenants 9 --seed=3 --mount /bench=a/b --mount=/x=y --base /a/b/").unwrap();
        assert_eq!((options.settings.tenants, options.settings.seed), (9, 3));
        let mounts: Vec<&str> = options.mounts.iter().map(|mount| mount.prefix.as_str()).collect();
        assert_eq!(mounts, ["/bench", "/x"]);
        assert!(parse("--port 0").unwrap().port.explicit && !options.port.explicit);
    }

    #[test]
    fn says_what_is_wrong() {
        for (line, part) in [
            ("--tenants 0", "from 1"),
            ("--port 99999", "--port 99999"),
            ("--base a/b", "/a/b/"),
            ("--mount x", "/prefix=folder"),
            ("--what", "unknown option --what"),
            ("--site", "needs a value"),
        ] {
            let error = parse(line).unwrap_err();
            assert!(error.contains(part), "{line}: {error}");
        }
    }
}
