use std::fs;
use std::path::Path;

use insta::assert_snapshot;

use super::{Contents, Repository};
use crate::git::test_repository::TestRepository;

fn listed(repository: &Repository, commit: &str, paths: &[&str]) -> String {
    let paths: Vec<String> = paths.iter().map(|path| (*path).to_owned()).collect();
    let entries = repository.list(commit, &paths).unwrap();
    entries.iter().map(|it| format!("{:?} {}\n", it.kind, it.path)).collect()
}

#[test]
fn a_commit_is_listed_and_read_as_it_is() {
    let there = TestRepository::new();
    there.put("docs/b.md", "B\r\n");
    there.put("docs/a b\n.md", "");
    there.put("docs/.gitattributes", "*.md -text ident filter=lfs\n");
    there.put("other.md", "$Id$\n");
    there.link("docs/link.md", "../other.md");
    let commit = there.commit("one");
    there.put("docs/b.md", "not committed");
    let (repository, prefix) = Repository::around(&there.path("docs")).unwrap();
    assert_eq!(prefix, "docs/");
    assert_eq!(repository.commit("HEAD").unwrap(), commit);
    assert_snapshot!(listed(&repository, &commit, &["docs"]), @"
    File docs/.gitattributes
    File docs/a b
    .md
    File docs/b.md
    Link docs/link.md
    ");
    assert_snapshot!(listed(&repository, &commit, &[]).lines().last().unwrap(), @"File other.md");
    assert_eq!(listed(&repository, &commit, &["doc*"]), "", "a path is no pattern");
    let paths = ["docs/b.md", "docs/a b\n.md", "other.md"].map(str::to_owned);
    let entries = repository.list(&commit, &paths).unwrap();
    let ids: Vec<&str> = entries.iter().map(|it| it.id.as_str()).collect();
    let Contents::All(contents) = repository.read(&ids).unwrap() else { panic!("all are there") };
    let texts: Vec<_> = contents.iter().map(|it| String::from_utf8_lossy(it)).collect();
    assert_eq!(texts, ["", "B\r\n", "$Id$\n"]);
}

#[test]
fn what_is_missing_is_named() {
    let there = TestRepository::new();
    there.put("a.md", "A");
    there.commit("one");
    let repository = Repository::at(there.path(".git"));
    let missing = "0123456789012345678901234567890123456789";
    let read = repository.read(&[missing]).unwrap();
    assert!(matches!(read, Contents::Missing(id) if id == missing));
    assert!(repository.commit("no-such-branch").is_err());
    let failure = repository.list(missing, &[]).unwrap_err();
    assert_snapshot!(failure, @"git says: fatal: not a tree object");
    let failure = Repository::around(Path::new("/no such folder")).unwrap_err();
    assert_snapshot!(failure, @"git says: fatal: cannot change to '/no such folder': No such file or directory");
}

#[test]
fn a_revision_is_never_an_option() {
    let there = TestRepository::new();
    there.put("a.md", "A");
    let commit = there.commit("one");
    let repository = Repository::at(there.path(".git"));
    for odd in ["--git-dir", "-h", "--all", "--output=x", ""] {
        assert!(repository.commit(odd).is_err(), "{odd}");
    }
    assert_eq!(listed(&repository, &commit, &["-x", "--name-only"]), "");
}

#[test]
fn a_repository_configures_nothing_that_runs() {
    let there = TestRepository::new();
    there.put("a.md", "A");
    let commit = there.commit("one");
    let mark = there.path("ran");
    let program = format!("touch {}", mark.display());
    for key in
        ["core.fsmonitor", "core.pager", "core.sshCommand", "filter.x.smudge", "diff.external"]
    {
        there.git(&["config", key, &program]);
    }
    there.put(".git/info/attributes", "*.md filter=x\n");
    let repository = Repository::at(there.path(".git"));
    let entries = repository.list(&commit, &[]).unwrap();
    repository.read(&[&entries[0].id]).unwrap();
    assert!(!mark.exists());
    assert!(fs::exists(there.path("a.md")).unwrap());
}
