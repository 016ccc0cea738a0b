//! Whole pages to emitted files: one of each kind in `docs-input/`, as file snapshots.

use std::path::Path;

use apimark::{Config, Generator};

#[test]
fn every_file_says_that_it_is_generated() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let out = tempfile::tempdir().unwrap();
    let generator = Generator::new(Config::default());
    let plan = generator.docs([root.join("docs-input")]).out(out.path()).plan().unwrap();
    assert!(!plan.files().is_empty());
    for (path, text) in plan.files() {
        let first = text.lines().next().unwrap_or_default();
        assert!(first.contains("@generated"), "{path}: {first}");
    }
}

#[test]
fn one_file_of_each_kind() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let out = tempfile::tempdir().unwrap();
    let generator = Generator::new(Config::default());
    let plan = generator.docs([root.join("docs-input")]).out(out.path()).plan().unwrap();
    let files = [
        // An abstract entity with derived types, a complex type, a type that repeats a name of
        // another namespace, an open type without properties, a type with an enumeration beside it.
        "src/v1_0/models/outlook/attachment.rs",
        "src/v1_0/models/outlook/recurrencerange.rs",
        "src/v1_0/models/sites_and_lists/termstore_group.rs",
        "src/v1_0/models/planner/plannerappliedcategories.rs",
        "src/v1_0/models/microsoft_teams/chat.rs",
        // A page that is an enumeration, and the drafted page's resource.
        "src/v1_0/models/outlook/externalaudiencescope.rs",
        "src/beta/models/microsoft_identity_platform/qrcode.rs",
        // Actions and lists, ETags, streams and path addressing, functions, references and deltas.
        "src/v1_0/operations/directory_management/directoryobject.rs",
        "src/v1_0/operations/planner/plannertask.rs",
        "src/v1_0/operations/files/driveitem.rs",
        "src/v1_0/operations/reports/reportroot.rs",
        "src/v1_0/operations/groups/group.rs",
        "src/v1_0/operations/users/user.rs",
        // The draft.
        "src/beta/operations/common/qrcode.rs",
        // What leads to them.
        "src/v1_0/paths/drives.rs",
        "src/v1_0/models/mod.rs",
        "src/lib.rs",
        "Cargo.toml",
    ];
    for file in files {
        let text = plan.files().get(file);
        let text = text.unwrap_or_else(|| panic!("{file} is not planned"));
        insta::assert_snapshot!(file.replace(['/', '.'], "_"), text);
    }
}
