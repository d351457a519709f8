//! Coroutines of Rust itself, by its async functions: no package is needed. Its generators
//! (`gen` blocks) are for nightly compilers only, as of Rust 1.95.

#[path = "../../bench.rs"]
mod bench;
mod executor;
mod generator;
mod pipeline;
mod recursion;
mod sequence;
mod tasks;
#[path = "../../writers.rs"]
mod writers;

const EXECUTOR: &str = "rust-executor";
const GENERATOR: &str = "rust-async-generator";

const CASES: &[bench::Case] = &[
    ("coroutine-yield", EXECUTOR, tasks::measure_yield),
    ("write-fully", EXECUTOR, tasks::measure_write_fully),
    ("sequence-sum", GENERATOR, sequence::measure),
    ("hanoi", GENERATOR, recursion::measure_hanoi),
    ("tree-walk", GENERATOR, recursion::measure_tree_walk),
    ("pipeline", GENERATOR, pipeline::measure),
];

fn main() {
    bench::run_case(CASES);
}
