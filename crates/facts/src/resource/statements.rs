//! Sentences about a type: its base, and whether it is abstract or open.

use page::Page;

use crate::origin::Origin;
use crate::prose::{Prose, unmarked};
use crate::title::simple;
use crate::{TypeFacts, inheritance};

/// Reads a paragraph that speaks about `owner`.
pub(super) fn read(prose: &Prose<'_>, owner: &mut TypeFacts, origin: Origin<'_>) {
    let own = simple(&owner.names[0].value).to_owned();
    for base in inheritance::bases(prose, &own, origin) {
        if !owner.bases.iter().any(|known| known.value == base.value) {
            owner.bases.push(base);
        }
    }
    owner.derived.extend(inheritance::derived(prose, origin));
    owner.is_abstract.extend(inheritance::is_abstract(prose));
    owner.is_open.extend(inheritance::is_open(prose));
}

/// Reads the front matter's description the same way, when the page itself states no base.
pub(super) fn front_matter(page: &Page, main: &mut TypeFacts, origin: Origin<'_>) {
    let Some(entry) = page.front_matter.entries.get("description") else { return };
    let text = unmarked(&entry.value, entry.span);
    let prose = Prose::new(&text, origin.english());
    if main.bases.is_empty() {
        let own = simple(&main.names[0].value).to_owned();
        main.bases.extend(inheritance::bases(&prose, &own, origin));
    }
    if main.is_abstract.is_empty() {
        main.is_abstract.extend(inheritance::is_abstract(&prose));
    }
}
