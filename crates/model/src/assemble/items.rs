//! Where links to published pages lead in the generated crate: to the item that documents the same.
//!
//! A page of a type is its type, a page of an operation the method of its first route. Of sections, those that
//! hold the values of an enumeration are that enumeration; others are found at their address alone.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use text::{Address, DocText, ItemPath};

use super::Assembly;
use crate::threads::both;
use crate::types::{Structure, TypeId};
use crate::{Api, BodyContent, Docs, Gate, Operation, PathNode, Property, RustItem};

/// An item that documents something.
#[derive(Clone, Debug)]
struct Item {
    path: ItemPath,
    /// The file in which `name` alone means it.
    file: Vec<String>,
    name: String,
    /// The features that it needs.
    gate: Gate,
}

/// The items by the addresses of what they document, in lower case.
#[derive(Debug, Default)]
struct Items(BTreeMap<String, Item>);

/// Sections of a type's page about which its item says all that they do.
const TYPE_SECTIONS: [&str; 2] = ["properties", "relationships"];

/// Such sections of an operation's page.
const OPERATION_SECTIONS: [&str; 1] = ["permissions"];

impl Assembly<'_> {
    /// Leads the links in all words of `api` to its items.
    pub(super) fn lead_to_items(self, api: &mut Api) {
        let items = self.items(api);
        let Api { module, structs, enums, nodes, operations, .. } = api;
        let of_types = || {
            for item in structs {
                let here = type_item(module, &item.rust, &item.gate);
                items.lead(&mut item.docs, here.as_ref());
                items.lead_fields(&mut item.fields, here.as_ref());
            }
            for item in enums {
                let here = type_item(module, &item.rust, &item.gate);
                let members = item.members.iter_mut().map(|member| &mut member.docs);
                members.chain([&mut item.docs]).for_each(|docs| items.lead(docs, here.as_ref()));
            }
        };
        let of_operations = || {
            for operation in operations {
                let here = method_item(module, nodes, operation);
                items.lead_operation(operation, here.as_ref());
            }
        };
        both(self.options.parallel, of_types, of_operations);
    }

    /// The items of `api`. The item that a page is about comes before those that it speaks of besides.
    fn items(self, api: &Api) -> Items {
        let mut items = Items::default();
        for is_home in [true, false] {
            self.add_operations(&mut items, api, is_home);
            self.add_structs(&mut items, is_home);
        }
        self.add_enums(&mut items);
        items
    }

    fn add_operations(self, items: &mut Items, api: &Api, is_home: bool) {
        for operation in &api.operations {
            let pages = operation.pages.iter().filter(|page| (**page == operation.page) == is_home);
            for page in pages {
                let item = || method_item(&api.module, &api.nodes, operation);
                self.add_page(items, page, &OPERATION_SECTIONS, item);
            }
        }
    }

    fn add_structs(self, items: &mut Items, is_home: bool) {
        let structs = self.answers.types.structs.iter();
        for (id, item) in structs.filter(|(id, it)| self.answers.kept.holds(**id) && !it.is_json) {
            for page in principal_pages(item, is_home) {
                self.add_page(items, page, &TYPE_SECTIONS, || self.type_at(*id));
            }
        }
    }

    fn add_enums(self, items: &mut Items) {
        let enums = self.answers.types.enums.iter();
        for (id, item) in enums.filter(|(id, _)| self.answers.kept.holds(**id)) {
            let section = format!("{}-values", self.name(*id).name);
            if let Some(url) = self.options.links.page_url(&item.page.path) {
                items.add(&format!("{url}#{section}"), || self.type_at(*id));
            }
            if item.has_own_page() && !item.is_listed() {
                self.add_page(items, &item.page.path, &[], || self.type_at(*id));
            }
        }
    }

    /// Adds an item for a page and these of its sections.
    fn add_page(
        self,
        items: &mut Items,
        page: &str,
        sections: &[&str],
        item: impl Fn() -> Option<Item>,
    ) {
        let Some(url) = self.options.links.page_url(page) else { return };
        sections.iter().for_each(|section| items.add(&format!("{url}#{section}"), &item));
        items.add(&url, item);
    }

    fn type_at(self, id: TypeId) -> Option<Item> {
        let answers = self.answers;
        type_item(&self.options.module, answers.names.item(id), &answers.gates.types[&id])
    }
}

/// The pages on which a type comes first: its home, or those that state it besides.
fn principal_pages<'i>(item: &'i Structure<'_>, is_home: bool) -> impl Iterator<Item = &'i str> {
    let statements = item.stated.statements.iter().enumerate();
    let pages = statements.filter(move |(index, (page, facts))| {
        let is_first = page.types.first().is_some_and(|first| std::ptr::eq(first, *facts));
        (*index == 0) == is_home && is_first
    });
    pages.map(|(_, (page, _))| page.path.as_str())
}

fn type_item(version: &str, item: &RustItem, gate: &Gate) -> Option<Item> {
    let path = format!("crate::{version}::{}::{}", item.module.join("::"), item.name);
    let (name, file) = (item.name.clone(), item.file.clone());
    Some(Item { path: ItemPath::new(&path)?, file, name, gate: gate.clone() })
}

/// The method that calls an operation, on the node of its first route.
fn method_item(version: &str, nodes: &[PathNode], operation: &Operation) -> Option<Item> {
    let node = &nodes[operation.routes.first()?.node.0];
    let name = format!("{}::{}", node.rust_name, operation.rust_name);
    let path = format!("crate::{version}::{}::{name}", node.file.join("::"));
    let (file, gate) = (node.file.clone(), operation.gate.clone());
    Some(Item { path: ItemPath::new(&path)?, file, name, gate })
}

impl Items {
    /// Adds an item, unless one is known.
    fn add(&mut self, url: &str, item: impl Fn() -> Option<Item>) {
        let Some(address) = Address::new(url) else { return };
        let key = address.as_str().to_ascii_lowercase();
        if !self.0.contains_key(&key) {
            self.0.extend(item().map(|item| (key, item)));
        }
    }

    fn lead_operation(&self, operation: &mut Operation, here: Option<&Item>) {
        let parameters = operation.query.iter_mut().chain(&mut operation.headers);
        let docs = parameters.map(|parameter| &mut parameter.docs).chain([&mut operation.docs]);
        docs.for_each(|docs| self.lead(docs, here));
        let body = operation.body.as_mut().map(|body| &mut body.content);
        if let Some(BodyContent::Parameters { fields, .. }) = body {
            self.lead_fields(fields, here);
        }
    }

    fn lead_fields(&self, fields: &mut [Property], here: Option<&Item>) {
        fields.iter_mut().for_each(|field| self.lead(&mut field.docs, here));
    }

    fn lead(&self, docs: &mut Docs, here: Option<&Item>) {
        let Some(here) = here else { return };
        docs.text = self.leading(&docs.text, here);
    }

    /// The words at the item `here`, with links to others that are there wherever it is.
    fn leading(&self, text: &DocText, here: &Item) -> DocText {
        text.lead_to_items(|address, label| {
            let item = self.0.get(&address.as_str().to_ascii_lowercase())?;
            let is_there = item.gate.within(&here.gate).is_open();
            // Rustdoc finds the item by such a label, and says so of each target beside it.
            let is_named = here.file == item.file && label.text() == item.name;
            (is_there && !is_named && here.path != item.path).then(|| item.path.clone())
        })
    }
}
