//! The parameters of an action, sent as a JSON object.

/// Makes a struct of parameters fit for [`Request::json`](crate::Request::json): `Default` and `Serialize`.
///
/// It is only ever filled in and sent, so it has no more than that. Every field is an `Option`; the struct
/// also has a field `additional:` [`Additional`](crate::Additional).
///
/// ```
/// use apimark_runtime as rt;
///
/// pub struct FeedBody {
///     pub grams: Option<i32>,
///     pub at_time: Option<rt::Time>,
///     pub additional: rt::Additional,
/// }
///
/// rt::parameters! {
///     FeedBody {
///         grams: "grams",
///         at_time: "atTime",
///     }
/// }
///
/// let body = FeedBody { grams: Some(80), ..FeedBody::default() };
/// assert_eq!(serde_json::to_string(&body)?, r#"{"grams":80}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[macro_export]
macro_rules! parameters {
    ($name:ident { $($field:ident: $member:literal,)* }) => {
        impl Default for $name {
            #[inline]
            fn default() -> Self {
                Self { $($field: None,)* additional: $crate::Additional::new() }
            }
        }

        impl $crate::private::Serialize for $name {
            fn serialize<S: $crate::private::Serializer>(
                &self,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                $crate::model::write_parameters(
                    &[$($member),*],
                    &[$(&self.$field),*],
                    &[$(self.$field.is_some()),*],
                    &self.additional,
                    serializer,
                )
            }
        }
    };
}
