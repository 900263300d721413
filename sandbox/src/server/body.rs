//! A body that breaks off: its connection is closed in the middle, as by a network that fails.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use hyper::body::{Body, Frame, SizeHint};
use tokio::time::Sleep;

/// Sends the first part, waits until it has surely left, then fails.
pub struct CutBody {
    part: Option<Bytes>,
    full_length: u64,
    pause: Pin<Box<Sleep>>,
}

const PAUSE: Duration = Duration::from_millis(50);

impl CutBody {
    /// The first `cut_after` bytes of a body; the length that is announced is the whole body's.
    pub fn new(body: &Bytes, cut_after: usize) -> CutBody {
        let part = body.slice(..cut_after.min(body.len()));
        CutBody {
            part: Some(part),
            full_length: body.len() as u64,
            pause: Box::pin(tokio::time::sleep(PAUSE)),
        }
    }
}

impl Body for CutBody {
    type Data = Bytes;
    type Error = std::io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, std::io::Error>>> {
        if let Some(part) = self.part.take() {
            return Poll::Ready(Some(Ok(Frame::data(part))));
        }
        match self.pause.as_mut().poll(context) {
            Poll::Pending => Poll::Pending,
            Poll::Ready(()) => Poll::Ready(Some(Err(std::io::ErrorKind::ConnectionReset.into()))),
        }
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.full_length)
    }
}
