//! A progress bar on standard error, where that is a terminal.

use apimark::Progress;
use indicatif::{ProgressBar, ProgressStyle};

/// Shows the stages as they go. Draws nothing where nobody watches.
pub(crate) fn listener() -> impl Fn(Progress) + Sync + 'static {
    let style = ProgressStyle::with_template("{msg:10} {wide_bar} {pos}/{len}")
        .expect("the template is valid");
    let bar = ProgressBar::new(0).with_style(style);
    move |progress| match progress {
        Progress::Stage { name, pages } => {
            bar.reset();
            bar.set_length(pages as u64);
            bar.set_message(name);
            if name == "emitting" {
                bar.finish_and_clear();
            }
        }
        Progress::Page => bar.inc(1),
    }
}
