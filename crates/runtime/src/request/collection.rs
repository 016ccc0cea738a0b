//! Requests that follow from one for a collection: only the objects of a derived type, and their number.

use super::{Page, Request};
use crate::query::{self, IsA, Resource};

impl<R: Resource> Request<Page<R>> {
    /// The same for those objects only that are a `D`: `/members/microsoft.graph.user` (OData URL
    /// conventions 4.01, section 4.11).
    ///
    /// ```
    /// # use apimark_runtime as rt;
    /// # pub struct Animal { pub name: Option<Box<str>>, pub additional: rt::Additional }
    /// # rt::model! { Animal: "zoo.animal" { name: "name", } }
    /// # pub struct Dog { pub name: Option<Box<str>>, pub additional: rt::Additional }
    /// # rt::model! { Dog: "zoo.dog" { name: "name", } }
    /// # impl rt::IsA<Animal> for Dog {}
    /// # let animals: rt::Request<rt::Page<Animal>> = rt::Path::root().child("/animals").request(rt::Method::GET);
    /// let dogs: rt::Request<rt::Page<Dog>> = animals.of_type();
    /// assert_eq!(dogs.path(), "/animals/zoo.dog");
    /// assert_eq!(dogs.total().path(), "/animals/zoo.dog/$count");
    /// ```
    pub fn of_type<D: IsA<R::Type>>(mut self) -> Request<Page<D>> {
        self.path = self.path.below(query::info::<D>().wire_name);
        self.decode_as()
    }

    /// How many objects there are: `/users/$count` (OData URL conventions 4.01, section 4.8).
    pub fn total(mut self) -> Request<i64> {
        self.path = self.path.below("$count");
        self.decode_as()
    }
}
