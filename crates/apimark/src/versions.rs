//! The modules of API versions that stand side by side.

use std::collections::{BTreeMap, BTreeSet};

/// Each version's module. Where two versions would get the same one, such as `v1.0` and `v1_0`, the later
/// one in the order of their names is numbered and remarked on. Names are in lower case, so that they are
/// distinct on every file system; so are the features that are called after them.
pub(crate) fn modules<'a>(
    versions: impl Iterator<Item = &'a str>,
    remarks: &mut Vec<String>,
) -> BTreeMap<&'a str, String> {
    let mut taken = BTreeSet::from(RESERVED.map(str::to_owned));
    let mut owners: BTreeMap<String, &str> = BTreeMap::new();
    let mut modules = BTreeMap::new();
    for version in versions {
        let wanted = model::module_name(version);
        let numbered = (2..).map(|number| format!("{wanted}_{number}"));
        let module = std::iter::once(wanted.clone())
            .chain(numbered)
            .find(|it| names(it).iter().all(|name| !taken.contains(name)))
            .expect("there are more numbers than versions");
        if module != wanted {
            let why = match owners.get(&wanted) {
                Some(other) => {
                    format!("the API versions `{other}` and `{version}` have the same name in Rust")
                }
                None => format!("the API version `{version}` cannot be called `{wanted}` in Rust"),
            };
            remarks.push(format!("{why}; the module of `{version}` is `{module}`"));
        }
        taken.extend(names(&module));
        owners.insert(wanted, version);
        modules.insert(version, module);
    }
    modules
}

/// What the generated crate itself has at its root, and crates whose names its paths begin with.
const RESERVED: [&str; 5] = ["runtime", "std", "core", "alloc", "lib"];

/// What a version takes: its module, and a feature that may have to be called otherwise.
fn names(module: &str) -> [String; 2] {
    [module.to_owned(), format!("{module}_version")]
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::modules;

    #[test]
    fn versions_of_one_name_are_told_apart() {
        let mut remarks = Vec::new();
        let modules =
            modules(["V1.0", "beta", "runtime", "v1.0", "v1_0"].into_iter(), &mut remarks);
        assert_snapshot!(format!("{modules:#?}\n{}", remarks.join("\n")), @r#"
        {
            "V1.0": "v1_0",
            "beta": "beta",
            "runtime": "runtime_2",
            "v1.0": "v1_0_2",
            "v1_0": "v1_0_3",
        }
        the API version `runtime` cannot be called `runtime` in Rust; the module of `runtime` is `runtime_2`
        the API versions `V1.0` and `v1.0` have the same name in Rust; the module of `v1.0` is `v1_0_2`
        the API versions `v1.0` and `v1_0` have the same name in Rust; the module of `v1_0` is `v1_0_3`
        "#);
    }
}
