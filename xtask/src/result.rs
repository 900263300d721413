//! How a command ends.

/// What a command ends with; the error is one line that says what is wrong and what to do.
pub type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error>>;
