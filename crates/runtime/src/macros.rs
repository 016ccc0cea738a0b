//! The tables in which generated code writes paths and operations.
//!
//! A table costs a reviewer one line per path node and one block per operation; what it stands for is
//! ordinary structs and methods.

/// Declares path nodes.
///
/// Each block names a node and its template, and lists the nodes below it: the method that leads
/// there, the child, and what it adds to the template. [`Path::with`](crate::Path::with) says how
/// arguments are written. Nodes are not `Clone`, because their methods borrow them, nor `Debug`: for
/// thousands of nodes, deriving the two takes longer than compiling all the rest. Their path has a name
/// because a tuple struct is also a function, which costs the compiler half as much again.
///
/// ```
/// use apimark_runtime as rt;
///
/// pub struct Api { path: rt::Path }
/// rt::paths! {
///     Api "" {
///         users() -> Users "/users";
///     }
///     Users "/users" {
///         by_id(user_id: &str) -> UsersById "/{user-id}";
///     }
/// }
/// let user = Api { path: rt::Path::root() }.users().by_id("1/2");
/// assert_eq!(user.path.as_str(), "/users/1%2F2");
/// ```
#[macro_export]
macro_rules! paths {
    ($(
        $parent:ident $template:literal {
            $($method:ident($($argument:ident: $ty:ty),* $(,)?) -> $child:ident $segment:literal;)*
        }
    )*) => { $(
        impl $parent { $(
            #[doc = ::core::concat!("`", $template, $segment, "`")]
            #[inline]
            #[must_use]
            pub fn $method(&self $(, $argument: $ty)*) -> $child {
                let mut child = $child { path: $crate::Path::root() };
                self.path.lead(&mut child.path, $segment, &[$(&$argument),*]);
                child
            }
        )* }
        $(
            #[doc = ::core::concat!("`", $template, $segment, "`")]
            pub struct $child {
                pub(crate) path: $crate::Path,
            }
        )*
    )* };
}

/// Declares operations on path nodes.
///
/// Each operation is documented once and offered at one or several nodes, each with the template that
/// the documentation gives it. In front of the HTTP method stands the constant that holds what the
/// documentation says of the operation; behind it follow the methods of [`Request`](crate::Request) that
/// put the arguments in place.
///
/// ```
/// use apimark_runtime as rt;
///
/// pub static USER_UPDATE: rt::Operation = rt::Operation::new("Update user", "user-update");
/// pub struct Me { path: rt::Path }
/// pub struct UsersById { path: rt::Path }
/// rt::operations! {
///     /// Update user
///     ///
///     /// Changes what the body holds.
///     update(body: &rt::Reference) -> rt::NoContent = USER_UPDATE: PATCH.reference(body) at
///         "/me" Me,
///         "/users/{user-id}" UsersById;
/// }
/// let me = Me { path: rt::Path::root().child("/me") };
/// let request = me.update(&rt::Reference::new("x"));
/// assert_eq!((request.method(), request.path()), (rt::Method::PATCH, "/me"));
/// assert_eq!(request.operation(), Some(&USER_UPDATE));
/// ```
#[macro_export]
macro_rules! operations {
    ($(
        #[doc = $title:literal]
        $(#$attribute:tt)*
        $name:ident $arguments:tt -> $response:ty = $constant:ident: $method:ident
            $(.$setter:ident $values:tt)* at
            $($route:literal $node:ty),+;
    )*) => { $(
        $crate::__operation! {
            [$title $(#$attribute)*]
            [$name $arguments -> $response = $constant: $method $(.$setter $values)*]
            $($route $node),+
        }
    )* };
}

/// One operation: first one step per route, because the attributes repeat independently of the routes,
/// then the method itself. Attributes are passed on as tokens, which costs half as much as parsing them.
#[doc(hidden)]
#[macro_export]
macro_rules! __operation {
    ($docs:tt $signature:tt $($route:literal $node:ty),+) => {
        $( $crate::__operation! { $docs $signature at $route $node } )+
    };
    (
        [$title:literal $(#$attribute:tt)*]
        [
            $name:ident($($argument:ident: $ty:ty),* $(,)?) -> $response:ty
                = $constant:ident: $method:ident $(.$setter:ident $values:tt)*
        ]
        at $route:literal $node:ty
    ) => {
        impl $node {
            #[doc = $title]
            #[doc = ""]
            #[doc = ::core::concat!("`", ::core::stringify!($method), " ", $route, "` · [`", ::core::stringify!($constant), "`]")]
            $(#$attribute)*
            #[inline]
            pub fn $name(&self $(, $argument: $ty)*) -> $crate::Request<$response> {
                self.path.request($crate::Method::$method).documented_by(&$constant) $(.$setter $values)*
            }
        }
    };
}
