//! Running tests while their output is shown and counted.

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

use crate::Result;

use super::Tally;

/// Runs tests of cargo or of Node (TAP) and adds up what each test program says at its end.
pub fn run(command: &mut Command) -> Result<Tally> {
    let mut child = command.stdout(Stdio::piped()).spawn()?;
    let output = child.stdout.take().ok_or("no output")?;
    let mut sum = Tally::default();
    for line in BufReader::new(output).lines() {
        let line = line?;
        println!("{line}");
        if let Some(tally) = read(&line).or_else(|| read_tap(&line)) {
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

/// `# pass 12` and, on a line of its own, `# fail 0`.
fn read_tap(line: &str) -> Option<Tally> {
    let (word, count) = line.strip_prefix("# ")?.split_once(' ')?;
    let count = count.parse().ok()?;
    match word {
        "pass" => Some(Tally { passed: count, failed: 0 }),
        "fail" | "cancelled" => Some(Tally { passed: 0, failed: count }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_node_says_at_its_end() {
        let count = |line: &str| read_tap(line).map(|tally| (tally.passed, tally.failed));
        assert_eq!((count("# pass 12"), count("# fail 2")), (Some((12, 0)), Some((0, 2))));
        assert_eq!(
            (count("# duration_ms 12"), count("# Subtest: pass 12"), count("ok 1 - pass")),
            (None, None, None)
        );
    }

    #[test]
    fn reads_what_a_test_program_says_at_its_end() {
        let tally =
            read("test result: FAILED. 3 passed; 2 failed; 1 ignored; 0 measured; 0 filtered out").unwrap();
        assert_eq!((tally.passed, tally.failed), (3, 2));
        assert!(read("test decode::tests::ok ... ok").is_none());
    }
}
