//! Items that are counted down and added up.

use crate::bench::{self, keep, Options, Random};
use crate::generator::{Generator, Outlet};

pub fn sum_to(n: u64) -> u64 {
    n * (n + 1) / 2
}

pub async fn countdown(from: u64, outlet: Outlet) {
    for i in (1..=from).rev() {
        outlet.emit(i).await;
    }
}

pub fn measure(options: &Options) {
    let consume = [
        consume::<0>,
        consume::<3>,
        consume::<8>,
        consume::<13>,
        consume::<16>,
        consume::<24>,
        consume::<37>,
        consume::<48>,
    ][Random::of(options).below(8) as usize];
    bench::report(
        |operations| {
            bench::expect(consume(operations), sum_to(operations), "the sum");
            operations
        },
        |operations| {
            let sum = (1..=operations).rev().map(keep).sum();
            bench::expect(sum, sum_to(operations), "the baseline's sum");
            operations
        },
        bench::with_call(),
    );
}

#[inline(never)]
fn consume<const SHIFTED: usize>(items: u64) -> u64 {
    bench::shift::<SHIFTED>();
    Generator::of(|outlet| countdown(items, outlet))
        .map(keep)
        .sum()
}
