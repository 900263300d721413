//! A typed call: what is asked, and what the answer is read as.

use super::Request;
use crate::catalogue::Info;
use crate::error::Error;

/// A typed call. Most are declared by `call!`.
pub trait Call {
    /// The operation in the contract's catalogue.
    const OPERATION: &'static Info;
    /// What comes back.
    type Answer;
    /// The request.
    fn request(&self) -> Request;
    /// Reads the body of a successful answer.
    fn read(bytes: &[u8]) -> Result<Self::Answer, Error>;
}

/// Makes a type a [`Call`]. The operation is named once; `to` makes the request from the values of its path, and
/// without an answer the body is not looked at.
///
/// ```text
/// call!(List: acronis::APPLICATIONS_GET => Applications);
/// call!(Read: acronis::TENANT_READ => Tenant, |call, to| to([&call.id.to_string()]).flag("x", call.x));
/// call!(Delete: acronis::TENANT_DELETE, |call, to| to([&call.id.to_string()]));
/// ```
macro_rules! call {
    ($call:ty: $operation:path => $answer:ty) => {
        $crate::request::call!(@ $call, $operation, $answer, $crate::decode::json, |_call, to| to([]));
    };
    ($call:ty: $operation:path => $answer:ty, |$it:ident, $to:ident| $request:expr) => {
        $crate::request::call!(@ $call, $operation, $answer, $crate::decode::json, |$it, $to| $request);
    };
    ($call:ty: $operation:path, |$it:ident, $to:ident| $request:expr) => {
        $crate::request::call!(@ $call, $operation, (), $crate::request::nothing, |$it, $to| $request);
    };
    (@ $call:ty, $operation:path, $answer:ty, $read:path, |$it:ident, $to:ident| $request:expr) => {
        impl $crate::request::Call for $call {
            const OPERATION: &'static $crate::catalogue::Info = &$operation.0;
            type Answer = $answer;

            fn request(&self) -> $crate::request::Request {
                let $it = self;
                let $to = |path_values| $crate::request::Request::to(&$operation, path_values);
                $request
            }

            fn read(bytes: &[u8]) -> Result<$answer, $crate::error::Error> {
                $read($operation.0.id, bytes)
            }
        }
    };
}

pub(crate) use call;

/// For calls whose answer's body says nothing.
pub(crate) fn nothing(_: &'static str, _: &[u8]) -> Result<(), Error> {
    Ok(())
}
