//! Whole pages to facts: one page of each kind in `docs-input/`, as file snapshots.
//!
//! A line of a snapshot is one claim: where it stands, which rule read it, and what it says.

mod listing;

use std::fs;
use std::path::Path;

use apimark_facts as facts;
use diag::{SourceFile, Sources};
use page::Library;

/// All of `docs-input/`, so that includes are found.
fn library() -> (Sources, Library) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs-input");
    let mut sources = Sources::default();
    let mut open = vec![root.clone()];
    let mut paths = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).expect("a readable folder") {
            let path = entry.expect("a readable entry").path();
            if path.is_dir() {
                open.push(path);
            } else {
                paths.push(path);
            }
        }
    }
    paths.sort();
    for path in paths {
        let text = fs::read_to_string(&path).expect("readable text");
        let path = path
            .strip_prefix(&root)
            .expect("a path below the root")
            .to_string_lossy()
            .replace('\\', "/");
        sources.add(SourceFile { path, text });
    }
    let library = sources.iter().map(|(id, file)| page::parse(id, file).0).collect();
    (sources, library)
}

#[test]
fn one_page_of_each_kind() {
    let (sources, library) = library();
    let pages = [
        "v1.0/resources/attachment.md",
        "v1.0/resources/chat.md",
        "v1.0/resources/driveitem.md",
        "v1.0/resources/externalaudiencescope.md",
        "v1.0/resources/group.md",
        "v1.0/resources/recurrencerange.md",
        "v1.0/resources/termstore-group.md",
        "v1.0/resources/users-overview.md",
        "v1.0/api/attachment-get.md",
        "v1.0/api/driveitem-get-content.md",
        "v1.0/api/driveitem-get.md",
        "v1.0/api/driveitem-put-content.md",
        "v1.0/api/group-post-groups.md",
        "v1.0/api/group-post-members.md",
        "v1.0/api/plannertask-update.md",
        "v1.0/api/reportroot-getemailactivitycounts.md",
        "v1.0/api/subscription-delete.md",
        "v1.0/api/subscription-post-subscriptions.md",
        "v1.0/api/user-delta.md",
        "v1.0/api/user-list-count.md",
        "v1.0/api/user-list.md",
        "v1.0/api/user-reminderview.md",
        "v1.0/api/user-sendmail.md",
        "beta/api/qrcode-get.md",
        "beta/api/qrcode-update.md",
        "beta/resources/qrcode.md",
    ];
    for path in pages {
        let page = library.get(&format!("api-reference/{path}")).expect("the page exists");
        let (page, mut diagnostics) = page::expand(page, &library);
        let (facts, more) = facts::read(&page, facts::Dialect::graph());
        diagnostics.extend(more);
        let name = path.trim_end_matches(".md").replace(['/', '.'], "_");
        insta::assert_snapshot!(name, listing::render(&facts, &diagnostics, &sources));
    }
}
