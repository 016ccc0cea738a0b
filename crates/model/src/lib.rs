//! [`facts::PageFacts`] to [`Api`]: everything is decided here.
//!
//! Resolves references, settles contradictions by one written precedence, tells entity types from
//! complex ones, merges what several pages say of one operation, and assigns every Rust name, module and
//! file in one pass. After this stage nothing consults the docs again. Knows Rust's naming rules, no
//! Rust syntax.
//!
//! # Precedence
//!
//! Statements contradict one another. The one further left wins; for types and answers the loser is reported where
//! it stands. What somebody corrected in `overrides.toml` is further left than all of them, for the type of a
//! property, base types, kinds, responses and Rust names. Where a page says the same of a question more than once, its
//! first statement counts; of several pages about a type, its home comes first.
//!
//! | Question | Statements, strongest first | Decided in |
//! |---|---|---|
//! | Name of a type | annotation, JSON of a section, heading; the other names become aliases | `types::statements` |
//! | Namespace | "Namespace:" line, qualifier of the name, default | `types::statements` |
//! | What a mention means | linked page or section that goes by the name, primitive's spelling, qualified name, the type of the linked section or the only one of the page, linked as a whole, simple name in the same namespace, in the default one, anywhere if unique, alias if unique, the name in the other number if unique, the name with any of its words in another number if unique | `types::index` |
//! | Home of a type stated on several pages | named by annotation and heading, more rows, path; of an enumeration: more members, path | `types::statements` |
//! | Structured type or enumeration | properties, members | `types::statements` |
//! | Table of members | a `String` property of its page that has its name: the values of that, unless a cell names such a type and no other page lists its members; else an enumeration | `types::value_tables` |
//! | Flags | words of any page, values that are single bits | `types::enums` |
//! | Members | all tables together, else the values listed beside cells and JSON that name an undefined type | `types::enums` |
//! | Base type | the most derived that is stated; else annotation, sentence, "Inherited from" rows, the list of the base's own page; where none is stated, the type in whose place an example shows it, if it lists all of that one's properties; common root of entity types that state none and have its key | `types::bases`, `types::shown`, `types::root` |
//! | Entity or complex | rows of relationships to it or to a type above it, not fewer than those of structural properties (a stated key counts for 3 rows, reading by key for 3); then, of its topmost base: type of a structural property (unless it is read by key and lists its key), stated key or identifier, read by key, read and has an `id`. What is above an entity type is one | `types::kinds` |
//! | Who declares a property | the base furthest up that lists it | `types::own` |
//! | Type of a property | the first cell that names a known type, home page first (with seven provable exceptions), JSON representation; the base's for an inherited one | `types::property_type` |
//! | Name of a property | row, unless all JSON of the type, on two pages at least or where the row only begins with capitals, has it in one other case | `types::spelled` |
//! | Relationship or structural | what the type allows, table | `types::own` |
//! | Other facts of a property | first row of the type, row of the nearest base | `types::own`, `types::field` |
//! | Key | annotation, "Key." rows, nearest base, `id` | `types::structs` |
//! | Abstract, open | the first statement; any statement of the type or of one above it | `types::structs` |
//! | How a key is written (`/{id}`, `({id})`, `('{id}')`) | more request lines, the first page by path | `operations::spelling` |
//! | Spelling of a path segment | more request lines, the first page by path | `operations::spelling` |
//! | Where a call has its arguments | parentheses, query | `operations::claims` |
//! | What a path addresses | documented property of what is passed (below a collection, an operation that a page is titled after goes first), operation that a page is titled after or that is only called, the type named by the last segment where the node's pages name what the path passes or another page names that type too, the node's own most specific pages, those of its keys; where these are silent, at the root the type that operations below it are called on, then the last segment's name, elsewhere that name if a page about the node names it too, as its answer or, where it is the type's own name, in its title. One becomes many by keys after a plural or an undocumented name, or by `$filter`, `$orderby`, `$top`, `$skip` and `$count` in request lines | `operations::shapes` |
//! | Routes | request lines; of examples those that branch off a listed path and end as the page's own do | `operations::grafts` |
//! | Page that speaks for a route | names the addressed type, names a relative, is named after what the path addresses, has fewer routes, path | `operations::merge` |
//! | One or many in a response | path, sentence or annotation, shown array; `delta` returns many | `operations::response` |
//! | Type in a response | what HTTP and OData fix; against a page that names an unrelated type, the path if each of its steps is documented or the page only names what the path passes; sentence, annotation, JSON body, table of its members, path, plain words before "in the body" that are a type's name, for actions and functions the only type that has just the members which the JSON shows. Of several types that a page names, the base that they share, else the first. A type that describes a page stands for several of what its `value` holds. A relative of what the path addresses is that. Silence is any JSON, or nothing if all shown answers are empty | `operations::response`, `operations::call` |
//! | Body | what the method fixes, "no body" without a table, bytes; the addressed type, or the one derived from it that all pages of the route name and that one of them lists properties of; an unrelated type that the page names, unless the path is believed as for a response; table, JSON. Of an action: "no body" and bytes without a table, named type that has all listed properties, table, JSON | `operations::body`, `operations::narrowed`, `operations::call` |
//! | Type of a function's argument | table, unless quotes contradict it; text | `operations::template` |
//! | Who may write a property | key, table of a page that changes such objects, table or example of one that creates them, row of the type | `writing::access` |
//! | How an expansion selects what a derived type has | behind the type's name if an example of the relationship does so, by the name alone if one does, OData: behind the type's name | `examples::bare` |
//! | What creating an object asks for | row of the type, all pages that create such objects; not what has a default or is deprecated, nor what one of these pages calls optional, or does without in its list or in all its examples | `writing::constructor` |

mod account;
mod answers;
mod api;
mod assemble;
mod corrections;
mod docs;
mod entries;
pub mod examples;
mod features;
mod kept;
mod layout;
mod names;
mod operations;
mod operators;
mod options;
mod select;
mod selected;
mod showcase;
#[cfg(test)]
mod testing;
mod threads;
mod types;
mod writing;

use diag::{Diagnostic, codes};
use facts::PageFacts;

pub use account::{Account, Accounts, why_left_out};
pub use api::*;
pub use entries::{Entry, entries};
pub use features::{Features, features, version_feature};
pub use names::{is_taken, module_name};
pub use operators::{Operator, OperatorSet};
pub use options::{Links, Options};
pub use select::{Select, WrongPattern};
pub use selected::{PropertyName, Reason, Selected};
pub use showcase::{Showcase, showcase};
pub use threads::both;

/// One version, built.
#[derive(Clone, Debug)]
pub struct Built {
    /// The selected part of the API.
    pub api: Api,
    /// What is to be reported of the docs.
    pub diagnostics: Vec<Diagnostic>,
    /// The patterns of the selection that match nothing.
    pub unmatched: Vec<WrongPattern>,
    /// What is selected, and why.
    pub selected: Selected,
    /// The corrections that do not fit what is decided, by the place of each: what would be reported of them. An
    /// entry may still fit elsewhere.
    pub misfits: Vec<Diagnostic>,
    /// What became of the claims of each page, by its path, selected or not.
    pub accounts: Accounts,
    /// Whether the docs state any type or route, selected or not.
    pub is_recognised: bool,
}

/// Builds one version of the API from the facts of its pages. The order of the pages does not matter.
#[must_use]
pub fn build(pages: &[PageFacts], options: &Options<'_>, selection: &Select) -> Built {
    let mut diagnostics = Vec::new();
    // What a page states of actions in prose counts as a page of its own.
    let actions = pages.iter().flat_map(|page| &page.actions);
    let mut pages: Vec<&PageFacts> = pages.iter().chain(actions).collect();
    pages.sort_by(|one, other| one.path.cmp(&other.path));
    let answers = answers::Answers::new(&pages, options, selection, &mut diagnostics);
    let api = assemble::api(&answers, options, &mut diagnostics);
    let is_recognised = answers.is_recognised();
    let accounts = account::accounts(&pages, &answers, &diagnostics);
    let selected = Selected::new(&answers, selection);
    let is_misfit = |it: &mut Diagnostic| {
        it.code == codes::STALE_OVERRIDE || it.code == codes::USELESS_OVERRIDE
    };
    let misfits = diagnostics.extract_if(.., is_misfit).collect();
    Built {
        api,
        diagnostics,
        unmatched: answers.unmatched,
        selected,
        misfits,
        accounts,
        is_recognised,
    }
}
