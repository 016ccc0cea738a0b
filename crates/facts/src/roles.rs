//! What sections are for, by their headings and by what is around them.

use page::Page;

use crate::{Dialect, Role};

/// What the sections of `page` are for: a heading means what it says, except inside examples and prose, where it
/// belongs to them.
pub fn roles(page: &Page, dialect: &Dialect) -> Vec<Role> {
    let mut roles: Vec<Role> = Vec::with_capacity(page.sections.len());
    for section in &page.sections {
        let around = section.parent.map_or(Role::Preamble, |parent| roles[parent.0]);
        let role = match section.level {
            0 => Role::Preamble,
            1 => Role::Title,
            _ => within(around, dialect.heading(&section.title.plain())),
        };
        roles.push(role);
    }
    roles
}

pub(crate) fn within(around: Role, own: Role) -> Role {
    let in_example = matches!(around, Role::Example | Role::ExampleRequest | Role::ExampleResponse);
    match (own, around) {
        (Role::Response, _) if in_example => Role::ExampleResponse,
        (Role::HttpRequest, _) if in_example => Role::ExampleRequest,
        (Role::ExampleRequest | Role::ExampleResponse, _) => own,
        _ if in_example => around,
        // A form of the answer: "CSV", "JSON".
        (Role::Json, Role::Response) => around,
        // What they are called may be anything.
        (Role::Properties | Role::Relationships | Role::Members | Role::Json, _) => own,
        (_, Role::Definitions) => around,
        (Role::Unknown, Role::Title | Role::Preamble) => Role::Unknown,
        (Role::Unknown, _) => around,
        _ => own,
    }
}
