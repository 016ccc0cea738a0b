//! What a workspace has as its members, and what lies in its folder and is none.

use super::Choice;
use super::source::toml_string;

/// The lines of `[workspace]` that `init` needs.
pub(super) struct Members {
    members: Vec<String>,
    exclude: Vec<String>,
}

impl Members {
    /// Those that the choice leads to.
    pub(super) fn of(choice: &Choice) -> Self {
        let xtask = choice.xtask.then(|| "xtask".to_owned());
        let members = [choice.dir.clone()].into_iter().chain(xtask).collect();
        let exclude = choice.source.excluded().map(str::to_owned).into_iter().collect();
        Self { members, exclude }
    }

    /// Those that a manifest does not list. What its globs match is not known.
    pub(super) fn without_those_of(mut self, manifest: &str) -> Self {
        let table = manifest.parse::<toml::Table>().unwrap_or_default();
        let lists = |list: &str, name: &String| {
            let listed = table.get("workspace").and_then(|it| it.get(list));
            let listed = listed.and_then(toml::Value::as_array).map(Vec::as_slice);
            listed.unwrap_or_default().iter().any(|it| it.as_str() == Some(name))
        };
        self.members.retain(|name| !lists("members", name));
        self.exclude.retain(|name| !lists("exclude", name));
        self
    }

    /// Whether nothing is needed.
    pub(super) fn is_empty(&self) -> bool {
        self.members.is_empty() && self.exclude.is_empty()
    }

    /// As lines of a manifest.
    pub(super) fn lines(&self) -> String {
        self.each(|key, names| format!("{key} = [{names}]\n"))
    }

    /// As what to add to a manifest that has a `[workspace]`, in words.
    pub(super) fn additions(&self) -> String {
        self.each(|key, names| format!("{names} to `{key}`\n"))
    }

    fn each(&self, say: impl Fn(&str, &str) -> String) -> String {
        let lists = [("members", &self.members), ("exclude", &self.exclude)];
        let said = lists.into_iter().filter(|(_, names)| !names.is_empty()).map(|(key, names)| {
            let names: Vec<String> = names.iter().map(|it| toml_string(it)).collect();
            say(key, &names.join(", "))
        });
        said.collect()
    }
}
