//! What is printed is read again as rustdoc reads it, and must be the tree that was printed.

mod notices;
mod parse;
mod printing;
mod round_trip;
mod trees;
