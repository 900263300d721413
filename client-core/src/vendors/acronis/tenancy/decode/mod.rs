//! A page of `GET /tenants`, decoded while its bytes arrive: when the last byte is here, all but the last
//! rows are in the tree already. A general JSON parser needs the whole text first, and three times as long.

mod cursor;
mod row;
#[cfg(test)]
mod tests;

use cursor::{Cursor, Read, Stop};
use serde::Deserialize;

use crate::decode::lenient;

pub use row::Row;

/// What a page says beside its rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageEnd {
    /// The server's time (`timestamp`).
    pub timestamp: Option<String>,
    /// The cursor of the next page; `None` on the last.
    pub after: Option<String>,
    /// Rows on the page.
    pub rows: usize,
}

/// Why a page could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecodeFault {
    /// Where: `.` or `items[17]`.
    pub path: String,
    /// What is wrong there.
    pub detail: String,
}

/// Reads one page.
#[derive(Debug, Default)]
pub struct PageDecoder {
    buffer: Vec<u8>,
    /// Up to here everything is read.
    at: usize,
    /// A value was incomplete; it is tried again when the buffer has grown to this, so that a long value
    /// that comes in many small parts is not read again for each of them.
    retry_at: usize,
    state: State,
    end: PageEnd,
    has_items: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    /// Before the page's opening brace.
    #[default]
    Start,
    /// Before a key, or the closing brace of an empty page.
    Key,
    /// After a value.
    Comma,
    /// Before the first item.
    FirstItem,
    /// Before an item.
    Item,
    /// After an item.
    ItemComma,
    /// After the closing brace.
    Done,
}

impl PageDecoder {
    /// Where the next bytes are to be appended; [`PageDecoder::advance`] then reads them.
    pub fn buffer(&mut self) -> &mut Vec<u8> {
        &mut self.buffer
    }

    /// Reads what has come, giving each row as soon as it is whole.
    pub fn advance(&mut self, mut each: impl FnMut(Row<'_>)) -> Result<(), DecodeFault> {
        if self.buffer.len() < self.retry_at {
            return Ok(());
        }
        // Taken out, so that rows can borrow from it.
        let buffer = std::mem::take(&mut self.buffer);
        let outcome = self.read(&buffer, &mut each);
        self.buffer = buffer;
        self.forget_what_is_read();
        match outcome {
            Ok(()) => Ok(()),
            Err(Stop::Incomplete) => {
                self.retry_at = self.buffer.len() + (self.buffer.len() - self.at) / 2;
                Ok(())
            }
            Err(Stop::Bad(detail)) => Err(self.fault(detail)),
        }
    }

    /// The page's end: all bytes have come.
    pub fn finish(mut self, each: impl FnMut(Row<'_>)) -> Result<PageEnd, DecodeFault> {
        self.retry_at = 0;
        // A word such as a number ends where something else begins.
        self.buffer.push(b'\n');
        self.advance(each)?;
        match (self.state, self.has_items) {
            (State::Done, true) => Ok(self.end),
            (State::Done, false) => Err(self.fault("the page has no `items`")),
            _ => Err(self.fault("the answer ends in the middle")),
        }
    }

    fn read(&mut self, buffer: &[u8], each: &mut impl FnMut(Row<'_>)) -> Read<()> {
        loop {
            let mut cursor = Cursor::new(buffer, self.at);
            self.state = self.step(&mut cursor, each)?;
            self.at = cursor.at;
            if self.state == State::Done {
                return match cursor.peek() {
                    Ok(_) => Err(Stop::Bad("something follows the page")),
                    Err(_) => Ok(()),
                };
            }
        }
    }

    /// One step, after which the cursor stands at a place to go on from.
    fn step(&mut self, cursor: &mut Cursor<'_>, each: &mut impl FnMut(Row<'_>)) -> Read<State> {
        Ok(match self.state {
            State::Start => {
                cursor.expect(b'{', "expected a JSON object")?;
                State::Key
            }
            State::Key => {
                if cursor.take(b'}')? {
                    return Ok(State::Done);
                }
                self.member(cursor)?
            }
            State::Comma => {
                if cursor.goes_on(b'}')? {
                    self.member(cursor)?
                } else {
                    State::Done
                }
            }
            State::FirstItem if cursor.take(b']')? => State::Comma,
            State::FirstItem | State::Item => {
                each(row::row(cursor)?);
                self.end.rows += 1;
                State::ItemComma
            }
            State::ItemComma => {
                if cursor.goes_on(b']')? {
                    State::Item
                } else {
                    State::Comma
                }
            }
            State::Done => State::Done,
        })
    }

    fn member(&mut self, cursor: &mut Cursor<'_>) -> Read<State> {
        let key = cursor.key()?;
        match key.bytes {
            b"items" => {
                cursor.expect(b'[', "expected `items` to be a list")?;
                self.has_items = true;
                return Ok(State::FirstItem);
            }
            b"paging" => self.end.after = after(cursor.skip()?),
            b"timestamp" => self.end.timestamp = serde_json::from_slice(cursor.skip()?).ok(),
            _ => {
                cursor.skip()?;
            }
        }
        Ok(State::Comma)
    }

    fn forget_what_is_read(&mut self) {
        if self.at > 64 * 1024 {
            self.buffer.drain(..self.at);
            self.at = 0;
        }
        self.retry_at = 0;
    }

    fn fault(&self, detail: &str) -> DecodeFault {
        let in_items = matches!(self.state, State::FirstItem | State::Item | State::ItemComma);
        let path = if in_items { format!("items[{}]", self.end.rows) } else { ".".to_owned() };
        DecodeFault { path, detail: detail.to_owned() }
    }
}

/// `{"cursors": {"after": "…"}}`
fn after(paging: &[u8]) -> Option<String> {
    #[derive(Deserialize)]
    struct Paging {
        cursors: Cursors,
    }
    #[derive(Deserialize)]
    struct Cursors {
        #[serde(deserialize_with = "lenient::option")]
        after: Option<String>,
    }
    serde_json::from_slice::<Paging>(paging).ok()?.cursors.after
}
