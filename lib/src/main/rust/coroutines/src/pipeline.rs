//! Generators that take from one another: as many as there are stages; the first adds 1 to what
//! it counts.

use crate::bench::{self, keep, Options};
use crate::generator::{AnyGenerator, Generator};
use crate::sequence::sum_to;

fn one_more(source: AnyGenerator) -> AnyGenerator {
    Generator::of(|outlet| async move {
        for item in source {
            outlet.emit(item + 1).await;
        }
    })
    .any()
}

fn counted(items: u64) -> AnyGenerator {
    Generator::of(|outlet| async move {
        for i in (1..=items).rev() {
            outlet.emit(i + 1).await;
        }
    })
    .any()
}

#[inline(never)]
fn add_one(item: u64) -> u64 {
    keep(item) + 1
}

pub fn measure(options: &Options) {
    let stages = options.stages;
    let right = |items| sum_to(items) + items * stages;
    bench::report(
        |items| {
            let chain = (1..stages).fold(counted(items), |chain, _| one_more(chain));
            bench::expect(chain.sum(), right(items), "the sum of what came out");
            items
        },
        |items| {
            let sum = (1..=items)
                .rev()
                .map(|item| (0..stages).fold(item, |item, _| add_one(item)))
                .sum();
            bench::expect(sum, right(items), "the baseline's sum");
            items
        },
        bench::no_more,
    );
}
