//! Work on several threads, in the same order as on one.

use std::num::NonZero;
use std::thread;

/// Maps in order, each thread taking a contiguous share.
pub(crate) fn in_parallel<T: Sync, R: Send>(
    items: &[T],
    threads: NonZero<usize>,
    map: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    let share = items.len().div_ceil(threads.get()).max(1);
    thread::scope(|scope| {
        let map = &map;
        let workers: Vec<_> = items
            .chunks(share)
            .map(|chunk| scope.spawn(move || chunk.iter().map(map).collect::<Vec<R>>()))
            .collect();
        workers
            .into_iter()
            .flat_map(|worker| worker.join().expect("a stage never panics"))
            .collect()
    })
}

/// What both return, one of them on a thread of its own if there may be several.
pub(crate) fn both<A, B: Send>(
    threads: NonZero<usize>,
    one: impl FnOnce() -> A,
    other: impl FnOnce() -> B + Send,
) -> (A, B) {
    model::both(threads > NonZero::<usize>::MIN, one, other)
}
