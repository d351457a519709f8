//! What tasks on our own executor do.

use crate::bench::{self, Options, Random};
use crate::executor::{yield_now, Executor};
use crate::writers::{Counted, Writers};
use std::cell::Cell;
use std::future::{ready, Future};
use std::rc::Rc;

/// One run of the executor is one yield: it takes a task from the queue, and the task goes back.
pub fn measure_yield(options: &Options) {
    let mut random = Random::of(options);
    let turns: Rc<Vec<Cell<u64>>> =
        Rc::new((0..options.coroutines).map(|_| Cell::new(0)).collect());
    let mut executor = Executor::default();
    let mut gaps = Vec::new();
    for own in 0..turns.len() {
        let turns = Rc::clone(&turns);
        gaps.push(random.gap());
        executor.spawn(async move {
            loop {
                turns[own].set(turns[own].get() + 1);
                yield_now().await;
            }
        });
    }
    let run = [
        run::<0>, run::<3>, run::<8>, run::<13>, run::<16>, run::<24>, run::<37>, run::<48>,
    ][random.below(8) as usize];
    let mut all = 0;
    bench::report(
        |operations| {
            run(&mut executor, operations);
            all += operations;
            operations
        },
        bench::empty_loop,
        bench::with_call(),
    );
    for (own, turn) in turns.iter().enumerate() {
        let right = (all + options.coroutines - 1 - own as u64) / options.coroutines;
        bench::expect(turn.get(), right, "the number of turns of a task");
    }
}

#[inline(never)]
fn run<const SHIFTED: usize>(executor: &mut Executor, operations: u64) {
    bench::shift::<SHIFTED>();
    for _ in 0..operations {
        executor.run_one();
    }
}

pub fn measure_write_fully(options: &Options) {
    let writers = Writers::of(options);
    let brief = writers.brief();
    let mut random = Random::of(options);
    let runs = brief.runs_per_send(|| {
        together(writers, &mut random, || {
            Counted(Box::pin(brief.write(yield_now)))
        })
    });
    let mut order = Random::of(options);
    let mut waits = brief.often(|| {
        together(writers, &mut order, || brief.only_wait(yield_now));
    });
    let waits_a_batch = bench::batch(&mut waits);
    bench::report(
        writers.writing(|| together(writers, &mut random, || writers.write(yield_now))),
        writers.writing(|| in_turn(writers, || writers.write(|| ready(())))),
        |_, _| {
            let scheduler_ns = bench::timed(&mut waits, waits_a_batch).ns;
            format!(" schedulerNs={scheduler_ns:.5} schedulerRuns={runs:.4}")
        },
    );
}

/// One round: all tasks at once, each lying anywhere in memory.
fn together<T: Future<Output = ()> + 'static>(
    writers: Writers,
    random: &mut Random,
    task: impl Fn() -> T,
) {
    let mut executor = Executor::default();
    let mut gaps = Vec::new();
    for _ in 0..writers.tasks {
        gaps.push(random.gap());
        executor.spawn(task());
    }
    executor.run();
}

/// One round of tasks that never wait: each runs to its end in its first run.
fn in_turn<T: Future<Output = ()> + 'static>(writers: Writers, task: impl Fn() -> T) {
    let mut executor = Executor::default();
    for _ in 0..writers.tasks {
        executor.spawn(task());
        executor.run_one();
    }
}
