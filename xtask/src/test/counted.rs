//! Running tests while their output is shown and counted.

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

use crate::Result;

use super::Tally;

/// Runs cargo's tests and adds up what each test program says at its end.
pub fn run(command: &mut Command) -> Result<Tally> {
    let mut child = command.stdout(Stdio::piped()).spawn()?;
    let output = child.stdout.take().ok_or("no output")?;
    let mut sum = Tally::default();
    for line in BufReader::new(output).lines() {
        let line = line?;
        println!("{line}");
        if let Some(tally) = read(&line) {
            sum.passed += tally.passed;
            sum.failed += tally.failed;
        }
    }
    let status = child.wait()?;
    if !status.success() {
        // Where nothing was counted as failed it did not even compile.
        sum.failed = sum.failed.max(1);
    }
    Ok(sum)
}

/// `test result: ok. 12 passed; 0 failed; …`
fn read(line: &str) -> Option<Tally> {
    let (_, counts) = line.trim().strip_prefix("test result:")?.split_once(". ")?;
    let number = |word: &str| {
        let part = counts.split(';').find(|part| part.trim().ends_with(word))?;
        part.trim().split(' ').next()?.parse().ok()
    };
    Some(Tally { passed: number("passed")?, failed: number("failed")? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_a_test_program_says_at_its_end() {
        let tally =
            read("test result: FAILED. 3 passed; 2 failed; 1 ignored; 0 measured; 0 filtered out").unwrap();
        assert_eq!((tally.passed, tally.failed), (3, 2));
        assert!(read("test decode::tests::ok ... ok").is_none());
    }
}
