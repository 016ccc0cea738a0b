use insta::assert_snapshot;

use crate::Generator;
use crate::git::test_repository::TestRepository;

const PAGE: &str = "# shelf resource type\n\nNamespace: microsoft.graph\n\n## Properties\n\n\
    |Property|Type|Description|\n|:--|:--|:--|\n|id|String|The key.|\n";

/// A workspace in a folder of a repository, with one commit.
fn workspace() -> TestRepository {
    let there = TestRepository::new();
    there.put("client/apimark.toml", "docs = [\"../docs\"]\n");
    there.put("docs/v1.0/resources/shelf.md", PAGE);
    there.commit("one");
    there
}

fn generator(there: &TestRepository) -> Generator {
    Generator::from_config(there.path("client/apimark.toml")).unwrap()
}

#[test]
fn docs_of_a_commit_are_read_as_the_folder_was() {
    let there = workspace();
    let before = generator(&there).plan().unwrap().files().clone();
    there.put("docs/v1.0/resources/shelf.md", &PAGE.replace("The key.", "Another."));
    there.put("docs/v1.0/resources/new.md", &PAGE.replace("shelf", "book"));
    let now = generator(&there).plan().unwrap();
    let then = generator(&there).docs_at("main").plan().unwrap();
    assert!(now.files() != &before);
    assert_eq!(then.files(), &before);
}

#[test]
fn a_folder_that_is_a_version_keeps_its_name_in_a_commit() {
    let there = workspace();
    there.put("client/apimark.toml", "docs = [\"../docs/v1.0\"]\n");
    let now = generator(&there).plan().unwrap();
    let then = generator(&there).docs_at("HEAD").plan().unwrap();
    assert_eq!(then.files(), now.files());
    assert_eq!(then.apis()[0].version, "v1.0");
}

#[test]
fn links_and_submodules_in_a_commit_are_remarked_on() {
    let there = workspace();
    there.link("docs/v1.0/resources/link.md", "../../../secret.md");
    there.link("docs/v1.0/more", "../elsewhere");
    there.link("docs/picture.png", "x.png");
    let other = "0123456789012345678901234567890123456789";
    there.git(&["update-index", "--add", "--cacheinfo", &format!("160000,{other},docs/module")]);
    there.commit("two");
    let plan = generator(&there).docs_at("HEAD").plan().unwrap();
    assert_snapshot!(plan.remarks().join("\n"), @"
    module is a repository of its own; it is not read
    v1.0/more is a link; links among the docs are not followed
    v1.0/resources/link.md is a link; links among the docs are not followed
    ");
}

#[test]
fn what_a_commit_lacks_is_said() {
    let there = workspace();
    let said = |there: &TestRepository, revision: &str| {
        let error = generator(there).docs_at(revision).plan().err().unwrap();
        format!("{error:#}").replace(there.path("").to_str().unwrap(), "/")
    };
    let mut errors = vec![said(&there, "no-such"), said(&there, "--all")];
    there.put("client/apimark.toml", "docs = [\"../pages\"]\n");
    errors.push(said(&there, "HEAD"));
    there.put("client/apimark.toml", "docs = [\"../../pages\"]\n");
    errors.push(said(&there, "HEAD"));
    assert_snapshot!(errors.join("\n"), @"
    `no-such` names no commit: git says: fatal: Needed a single revision
    `--all` names no commit: git says: fatal: Needed a single revision
    there is no .md file in pages at b62acea2197451f087a678d6454f1afc0e73a06b; with `--base-docs`, a folder of docs is the base
    /client/../../pages does not lie in the repository around /client; with `--base-docs`, a folder of docs is the base
    ");
}
