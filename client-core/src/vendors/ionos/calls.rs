//! The shape that nearly all calls of the API have: ids in the path, sometimes a JSON body, and options about the
//! answer.

/// Declares calls: `Name { fields }: operation [the fields in the path] json body => answer;`. Body and answer may
/// be missing; each call has `options` besides its fields.
macro_rules! calls {
    ($(
        $(#[$about:meta])*
        $name:ident { $($(#[$field_doc:meta])* $field:ident: $kind:ty),* $(,)? }:
            $operation:path [$($value:ident),*] $(json $body:expr)? $(=> $answer:ty)?;
    )*) => { $(
        $(#[$about])*
        #[derive(Clone, Debug)]
        pub struct $name {
            $($(#[$field_doc])* pub $field: $kind,)*
            /// What to choose about the answer.
            pub options: $crate::vendors::ionos::ResponseOptions,
        }

        $crate::request::call!($name: $operation $(=> $answer)?, |call, to| {
            let $name { $($field,)* options } = call;
            options.on(to([$($value.as_str()),*])$(.json(&$body))?)
        });
    )* };
}

pub(super) use calls;
