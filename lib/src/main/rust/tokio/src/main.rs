//! Async functions of Rust on tokio, with all tasks on one thread.

#[path = "../../bench.rs"]
mod bench;
mod pipeline;
#[path = "../../writers.rs"]
mod writers;
mod yielding;

use std::future::{ready, Future};
use tokio::runtime::{Builder, Runtime};
use tokio::task::{yield_now, JoinHandle};
use writers::{Counted, Writers};

fn main() {
    bench::run_case(&[
        ("coroutine-yield", "rust-tokio", yielding::measure),
        ("write-fully", "rust-tokio", measure_write_fully),
        ("pipeline", "rust-tokio", pipeline::measure),
    ]);
}

/// After so many turns, 61 by default, tokio looks for events and wakes all that have yielded, the
/// last one first: with more tasks than that some would have two turns while others have one.
fn on_one_thread(tasks: u64) -> Runtime {
    let turns = u32::try_from(tasks.max(60) + 1).unwrap_or(u32::MAX);
    match Builder::new_current_thread().event_interval(turns).build() {
        Ok(runtime) => runtime,
        Err(error) => bench::give_up(format_args!("tokio does not start: {error}")),
    }
}

/// Waits for a task; one that panicked has said why and ended the program.
async fn ended(task: JoinHandle<()>) {
    if let Err(error) = task.await {
        bench::give_up(error);
    }
}

fn measure_write_fully(options: &bench::Options) {
    let writers = Writers::of(options);
    let brief = writers.brief();
    let runtime = on_one_thread(options.tasks);
    let mut random = bench::Random::of(options);
    let runs = brief.runs_per_send(|| {
        together(&runtime, writers, &mut random, || {
            Counted(Box::pin(brief.write(yield_now)))
        });
    });
    let mut order = bench::Random::of(options);
    let mut waits = brief.often(|| {
        together(&runtime, writers, &mut order, || brief.only_wait(yield_now));
    });
    let waits_a_batch = bench::batch(&mut waits);
    bench::report(
        writers.writing(|| together(&runtime, writers, &mut random, || writers.write(yield_now))),
        writers.writing(|| {
            runtime.block_on(async {
                for _ in 0..writers.tasks {
                    ended(tokio::spawn(writers.write(|| ready(())))).await;
                }
            });
        }),
        |_, _| {
            let scheduler_ns = bench::timed(&mut waits, waits_a_batch).ns;
            format!(" schedulerNs={scheduler_ns:.5} schedulerRuns={runs:.4}")
        },
    );
}

/// One round: all tasks at once, each lying anywhere in memory.
fn together<T: Future<Output = ()> + Send + 'static>(
    runtime: &Runtime,
    writers: Writers,
    random: &mut bench::Random,
    task: impl Fn() -> T,
) {
    runtime.block_on(async {
        let mut gaps = Vec::new();
        let mut running = Vec::new();
        for _ in 0..writers.tasks {
            gaps.push(random.gap());
            running.push(tokio::spawn(task()));
        }
        for one in running {
            ended(one).await;
        }
    });
}
