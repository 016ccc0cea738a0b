//! `$orderby`: by what to sort.

use std::borrow::Cow;
use std::marker::PhantomData;

use super::{IsA, Property};
use crate::model::Model;

/// A property to sort by, and in which direction.
#[derive(Clone, Debug)]
pub struct Order<T> {
    path: String,
    descending: bool,
    of: PhantomData<fn() -> T>,
}

impl<T, V, O, W, P: AsRef<str>> Property<T, V, O, W, P> {
    /// Sorted by this property, the least first, as also without a direction.
    pub fn asc(self) -> Order<T> {
        Order { path: self.path().to_owned(), descending: false, of: PhantomData }
    }

    /// Sorted by this property, the greatest first.
    pub fn desc(self) -> Order<T> {
        Order { path: self.path().to_owned(), descending: true, of: PhantomData }
    }
}

/// What objects of type `T` can be sorted by: a property, with or without direction, or a tuple, in
/// which the first counts most.
#[diagnostic::on_unimplemented(
    message = "`{T}` cannot be sorted by `{Self}`",
    label = "not a property of the type that is queried, nor a tuple of such properties",
    note = "`order_by_raw` takes names as text"
)]
pub trait OrderBy<T> {
    /// Lends each path to `take`, and whether it is descending.
    #[doc(hidden)]
    fn each_order(&self, take: &mut dyn FnMut(Cow<'_, str>, bool));
}

impl<T: Model + Default, U: IsA<T>> OrderBy<T> for Order<U> {
    fn each_order(&self, take: &mut dyn FnMut(Cow<'_, str>, bool)) {
        take(<U as IsA<T>>::name_in(&self.path), self.descending);
    }
}

impl<T, U, V, O, W, P> OrderBy<T> for Property<U, V, O, W, P>
where
    T: Model + Default,
    U: IsA<T>,
    P: AsRef<str>,
{
    fn each_order(&self, take: &mut dyn FnMut(Cow<'_, str>, bool)) {
        take(<U as IsA<T>>::name_in(self.path()), false);
    }
}

macro_rules! tuples {
    ($($name:ident)+) => {
        impl<T, $($name: OrderBy<T>),+> OrderBy<T> for ($($name,)+) {
            fn each_order(&self, take: &mut dyn FnMut(Cow<'_, str>, bool)) {
                #[expect(non_snake_case, reason = "values are named as their types")]
                let ($($name,)+) = self;
                $($name.each_order(take);)+
            }
        }
    };
}

tuples! { A }
tuples! { A B }
tuples! { A B C }
tuples! { A B C D }
tuples! { A B C D E }
tuples! { A B C D E F }

/// Appends the paths, with commas between them and what stands there.
pub(crate) fn append<T>(text: &mut String, properties: &impl OrderBy<T>) {
    properties.each_order(&mut |path, descending| {
        text.push_str(if text.is_empty() { "" } else { "," });
        text.push_str(&path);
        text.push_str(if descending { " desc" } else { "" });
    });
}
