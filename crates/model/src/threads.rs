//! Work on two threads, with the same result as on one.

use std::thread;

/// What both return, one on another thread if `parallel` is set.
pub fn both<A, B: Send>(
    parallel: bool,
    one: impl FnOnce() -> A,
    other: impl FnOnce() -> B + Send,
) -> (A, B) {
    if !parallel {
        return (one(), other());
    }
    thread::scope(|scope| {
        let other = scope.spawn(other);
        (one(), other.join().expect("a stage never panics"))
    })
}

/// Maps in order, the second half on another thread if `parallel` is set.
pub(crate) fn in_halves<T: Send, R: Send>(
    parallel: bool,
    mut items: Vec<T>,
    map: impl Fn(T) -> R + Sync,
) -> Vec<R> {
    let rest = items.split_off(items.len() / 2);
    let of = |items: Vec<T>| items.into_iter().map(&map).collect::<Vec<R>>();
    let (mut mapped, more) = both(parallel, || of(items), || of(rest));
    mapped.extend(more);
    mapped
}

#[cfg(test)]
mod tests {
    use super::in_halves;

    #[test]
    fn the_order_is_that_of_one_thread() {
        for count in [0, 1, 2, 7] {
            let items: Vec<usize> = (0..count).collect();
            let mapped =
                [true, false].map(|parallel| in_halves(parallel, items.clone(), |it| it * 2));
            let expected: Vec<usize> = items.iter().map(|it| it * 2).collect();
            assert_eq!(mapped, [expected.clone(), expected]);
        }
    }
}
