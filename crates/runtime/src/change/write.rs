//! Who may write a property, as types.

/// May be set, on creation and later, and cleared. So is whatever the documentation does not limit.
#[derive(Debug)]
pub enum Writable {}

/// May be set, but not cleared: the documentation says that it is not nullable.
#[derive(Debug)]
pub enum NotNull {}

/// May be set when the object is created, and not changed afterwards.
#[derive(Debug)]
pub enum CreateOnly {}

/// Set by the service alone.
#[derive(Debug)]
pub enum ReadOnly {}

/// An update may set the property.
#[diagnostic::on_unimplemented(
    message = "the documentation says that this property cannot be updated: it is `{Self}`",
    label = "cannot be set in an update",
    note = "if the service accepts it nevertheless, use `set_raw` with the name of the property"
)]
pub trait SetOnUpdate {}

impl SetOnUpdate for Writable {}
impl SetOnUpdate for NotNull {}

/// The property may be set when the object is created.
#[diagnostic::on_unimplemented(
    message = "the documentation says that this property cannot be set: it is `{Self}`",
    label = "cannot be set on creation",
    note = "if the service accepts it nevertheless, use `set_raw` with the name of the property"
)]
pub trait SetOnCreate {}

impl SetOnCreate for Writable {}
impl SetOnCreate for NotNull {}
impl SetOnCreate for CreateOnly {}

/// An update may clear the property.
#[diagnostic::on_unimplemented(
    message = "the documentation says that this property cannot be cleared: it is `{Self}`",
    label = "cannot be cleared",
    note = "if the service accepts it nevertheless, use `set_raw` with the name of the property and `()`"
)]
pub trait Clear {}

impl Clear for Writable {}
