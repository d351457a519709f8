//! A task for each stage, which takes items from a channel and puts them into the next.

use crate::bench::{self, keep, Options};
use tokio::sync::mpsc::{channel, Receiver};

/// Room for one item: then the sender waits, as a generator does.
const ROOM: usize = 1;

#[inline(never)]
fn add_one(item: u64) -> u64 {
    keep(item) + 1
}

fn sum_to(n: u64) -> u64 {
    n * (n + 1) / 2
}

/// The first stage adds 1 to what it counts.
fn counted(items: u64) -> Receiver<u64> {
    let (to, from) = channel(ROOM);
    tokio::spawn(async move {
        for i in (1..=items).rev() {
            if to.send(i + 1).await.is_err() {
                return;
            }
        }
    });
    from
}

fn one_more(mut source: Receiver<u64>) -> Receiver<u64> {
    let (to, from) = channel(ROOM);
    tokio::spawn(async move {
        while let Some(item) = source.recv().await {
            if to.send(item + 1).await.is_err() {
                return;
            }
        }
    });
    from
}

async fn sum_through(items: u64, stages: u64) -> u64 {
    let mut chain = (1..stages).fold(counted(items), |chain, _| one_more(chain));
    let mut sum = 0;
    while let Some(item) = chain.recv().await {
        sum += item;
    }
    sum
}

pub fn measure(options: &Options) {
    let stages = options.stages;
    let right = |items| sum_to(items) + items * stages;
    let runtime = crate::on_one_thread(options.stages);
    bench::report(
        |items| {
            let sum = runtime.block_on(sum_through(items, stages));
            bench::expect(sum, right(items), "the sum of what came out");
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
