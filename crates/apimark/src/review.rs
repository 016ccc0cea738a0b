//! What changed since the docs were others: both readings are made by this program and compared.

use std::path::{Path, PathBuf};

use ::review::{self as compared, Cause, Change, Review, Side};
use anyhow::{Context, Result};

use crate::config::Config;
use crate::export::version_of;
use crate::generator::Generator;
use crate::git::around::file_at;
use crate::git::objects::Repository;
use crate::overrides_files;
use crate::pipeline::Reading;
use crate::plan::Plan;
use crate::shown::shown;
use crate::source;
use crate::threads::both;

/// What the docs are compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Base {
    /// The docs and the configuration as they stand in a commit of the repository around the configuration file: a
    /// branch, a tag or an id.
    Commit(String),
    /// Other folders of docs, read as the configuration says.
    Docs(Vec<PathBuf>),
}

impl Base {
    fn name(&self) -> String {
        match self {
            Self::Commit(revision) => revision.clone(),
            Self::Docs(folders) => {
                folders.iter().map(|it| shown(it)).collect::<Vec<_>>().join(", ")
            }
        }
    }
}

/// What the docs that were read last are called.
const NEW: &str = "the docs as they are";

/// A reading of the base, and one of the base's docs as the new configuration says, where that is another one.
struct Before {
    base: Reading,
    reread: Option<Reading>,
    /// The configuration of the base.
    config: Config,
    /// The version that it states for the generated package.
    package_version: Option<String>,
    remarks: Vec<String>,
}

impl Generator {
    /// Reads the docs and tells what changed since the base: in terms of the API, of the generated crate, and of what
    /// programs do.
    ///
    /// # Errors
    /// As for [`Generator::plan`], also of the base, except that nothing need be selected; and there is no such
    /// commit.
    pub fn review(&self, base: &Base) -> Result<Review> {
        of(self, base)
    }

    /// Reads the docs and tells how one version differs from another one.
    ///
    /// # Errors
    /// As for [`Generator::export`].
    pub fn review_versions(&self, from: &str, to: &str) -> Result<Review> {
        between(&self.read_unproofread()?, from, to)
    }

    /// Whether Git keeps what is around the configuration file, so that there is a base to compare with.
    pub fn has_history(&self) -> bool {
        Repository::around(self.config.file.folder()).is_ok()
    }
}

impl Plan {
    /// What changed since the base, which `generator` reads as the one that made this plan.
    ///
    /// # Errors
    /// As for [`Generator::review`].
    pub fn review(&self, generator: &Generator, base: &Base) -> Result<Review> {
        review(generator, base, before(generator, base)?, &self.reading)
    }
}

/// The review of what `generator` reads. Both sides are read at once: modelling takes one thread.
fn of(generator: &Generator, base: &Base) -> Result<Review> {
    let new = || generator.read_unproofread();
    let (new, before) = both(generator.threads, new, || before(generator, base));
    let new = new?;
    review(generator, base, before?, &new)
}

fn before(generator: &Generator, base: &Base) -> Result<Before> {
    match base {
        Base::Docs(folders) => others(generator, folders),
        Base::Commit(revision) => committed(generator, revision),
    }
}

fn review(generator: &Generator, base: &Base, before: Before, new: &Reading) -> Result<Review> {
    let Before { base: old, reread, config, package_version, mut remarks } = before;
    let mut changes = match &reread {
        None => compared::compare(side(&old), side(new)),
        Some(reread) => by_cause(&old, reread, new),
    };
    if old.dialect != new.dialect {
        let named = |(name, version): &(String, String)| format!("{name} {version}");
        remarks.push(format!(
            "the base is read in the dialect {}, the docs now in {}",
            named(&old.dialect),
            named(&new.dialect)
        ));
    }
    let name = |config: &Config| config.output.crate_name.clone();
    changes.extend(compared::package(&name(&config), &name(generator.config())));
    let mut review = Review::new(base.name(), NEW.to_owned(), changes);
    review.remarks = remarks;
    // What is not stated is nothing that anybody steps.
    review.package_version = package_version.filter(|_| generator.config().states_version());
    review.steps = generator.config().output.package.steps;
    Ok(review)
}

/// The review from one version of a reading to another one.
fn between(reading: &Reading, from: &str, to: &str) -> Result<Review> {
    let api = |name| version_of(&reading.apis, Some(name));
    let (old, now) = (api(from)?, api(to)?);
    let changes = compared::compare_versions((old, &reading.sources), (now, &reading.sources));
    Ok(Review::new(from.to_owned(), to.to_owned(), changes))
}

fn side(reading: &Reading) -> Side<'_> {
    Side { apis: &reading.apis, sources: &reading.sources }
}

fn others(generator: &Generator, folders: &[PathBuf]) -> Result<Before> {
    let config = generator.config().clone();
    let base = generator.like(config.clone(), None).docs(folders).read_unproofread()?;
    let package_version = Some(config.output.package.version.clone());
    Ok(Before { base, reread: None, config, package_version, remarks: Vec::new() })
}

fn committed(generator: &Generator, revision: &str) -> Result<Before> {
    let config = generator.config();
    let mut remarks = Vec::new();
    let path = &config.file.path;
    let name = Path::new(path.file_name().unwrap_or_default());
    let Some(text) = file_at(config.file.folder(), name, revision)? else {
        let what = "is not in the base, whose docs are read as it now says";
        remarks.push(format!("{} {what}", shown(path)));
        let base = generator.like(elsewhere(config), Some(revision)).read_unproofread()?;
        let config = config.clone();
        return Ok(Before { base, reread: None, config, package_version: None, remarks });
    };
    let text = String::from_utf8(text);
    let text = text.with_context(|| format!("{} is not valid UTF-8", shown(path)))?;
    let mut old = Config::parse(path, text)
        .with_context(|| format!("the configuration at `{}`", diag::printable(revision)))?;
    old.file.revision = Some(revision.to_owned());
    let base = generator.like(elsewhere(&old), Some(revision)).read_unproofread()?;
    let reads_then = old.reads_as(&base.dialect_text, &base.corrections);
    let now = Config { docs: old.docs.clone(), sources: old.sources.clone(), ..elsewhere(config) };
    let package_version = Some(old.output.package.version.clone());
    remarks.extend(source::other_tool(&old, revision)?);
    let reads = now.reads_as(&dialect_text(config)?, &overrides_files::text_of(config)?);
    let mut before = Before { base, reread: None, config: old, package_version, remarks };
    if reads_then != reads {
        let what =
            "the configuration, its dialect or its corrections differ from those of the base";
        before.remarks.push(what.to_owned());
        match generator.like(now, Some(revision)).read_unproofread() {
            Ok(reread) => before.reread = Some(reread),
            Err(error) => before.remarks.push(format!(
                "what comes of that is not told apart, because the base cannot be read so: {error:#}"
            )),
        }
    }
    Ok(before)
}

/// The configuration for docs that may have fewer versions than it names.
fn elsewhere(config: &Config) -> Config {
    Config { reads_other_docs: true, ..config.clone() }
}

fn dialect_text(config: &Config) -> Result<String> {
    Ok(crate::dialect::chosen(&config.dialect, &config.file)?.text)
}

/// The changes of the way of reading, on the base's docs, and those of the docs, read in the new way.
fn by_cause(base: &Reading, reread: &Reading, new: &Reading) -> Vec<Change> {
    let reading = compared::compare(side(base), side(reread)).into_iter();
    let reading = reading.map(|change| Change { cause: Cause::Reading, ..change });
    reading.chain(compared::compare(side(reread), side(new))).collect()
}
