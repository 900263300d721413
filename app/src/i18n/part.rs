//! A part of a language.

/// The texts of one part in one language, as a message file has them: `key = text` a line, `#` before a comment.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// `shell` or a lazy module's own: the name of the file without its ending.
    pub name: &'static str,
    /// The file.
    pub source: &'static str,
}
