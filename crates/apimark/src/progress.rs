//! How far a run has got.

/// What a long run tells while it works.
#[derive(Clone, Copy, Debug)]
pub enum Progress {
    /// A stage begins, with this many pages to go.
    Stage {
        /// `parsing`, `reading`, `modelling`, `emitting`
        name: &'static str,
        /// Pages it will report.
        pages: usize,
    },
    /// One page is done.
    Page,
}
