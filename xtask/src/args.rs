//! The options of a command: `--name value`, `--name=value` and `--flag`, nothing more.

use std::str::FromStr;

use crate::Result;

/// The arguments that no one has asked for yet.
pub struct Args(Vec<String>);

impl Args {
    /// From the arguments after the command's name.
    pub fn new(rest: impl Iterator<Item = String>) -> Args {
        let split = |one: String| match one.split_once('=') {
            Some((name, value)) if name.starts_with("--") => vec![name.to_owned(), value.to_owned()],
            _ => vec![one],
        };
        Args(rest.flat_map(split).collect())
    }

    /// Whether the flag is there.
    pub fn flag(&mut self, name: &str) -> bool {
        let before = self.0.len();
        self.0.retain(|one| one != name);
        self.0.len() < before
    }

    /// The value of an option.
    pub fn value(&mut self, name: &str) -> Result<Option<String>> {
        let Some(at) = self.0.iter().position(|one| one == name) else {
            return Ok(None);
        };
        if at + 1 >= self.0.len() {
            return Err(format!("{name} needs a value").into());
        }
        let value = self.0.remove(at + 1);
        self.0.remove(at);
        Ok(Some(value))
    }

    /// The value of an option as a number, or what it is when not given.
    pub fn number<T: FromStr>(&mut self, name: &str, otherwise: T) -> Result<T> {
        match self.value(name)? {
            None => Ok(otherwise),
            Some(text) => {
                text.replace('_', "").parse().map_err(|_| format!("{name}: {text} is not a number").into())
            }
        }
    }

    /// Refuses what nobody asked for, so that a misspelt option is not silently ignored.
    pub fn finish(self) -> Result {
        match self.0.first() {
            None => Ok(()),
            Some(one) => Err(format!("unknown argument {one}; cargo xtask help lists what there is").into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn args(line: &str) -> Args {
        Args::new(line.split(' ').map(str::to_owned))
    }

    #[test]
    fn takes_values_and_flags_in_any_order() {
        let mut args = args("--open-nothing --port=8000 --tenants 100_000");
        assert_eq!(args.number("--tenants", 500).unwrap(), 100_000);
        assert_eq!(args.number("--port", 1).unwrap(), 8000);
        assert_eq!(args.number("--seed", 7).unwrap(), 7);
        assert!(args.flag("--open-nothing"));
        args.finish().unwrap();
    }

    #[test]
    fn refuses_what_it_does_not_know() {
        assert!(args("--tenant 5").finish().is_err());
        assert!(args("--tenants").value("--tenants").is_err());
        assert!(args("--tenants many").number("--tenants", 1).is_err());
    }
}
