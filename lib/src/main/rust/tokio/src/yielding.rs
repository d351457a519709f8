//! Tasks that yield to one another for ever; main sleeps until they have had so many turns.

use crate::bench::{self, Options, Random};
use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::task::{Poll, Waker};
use tokio::task::yield_now;

thread_local! {
    static TURNS: RefCell<Vec<u64>> = const { RefCell::new(Vec::new()) };
    static ALL: Cell<u64> = const { Cell::new(0) };
    static WANTED: Cell<u64> = const { Cell::new(u64::MAX) };
    static SLEEPER: RefCell<Option<Waker>> = const { RefCell::new(None) };
}

fn take_turn(own: usize) {
    TURNS.with(|turns| turns.borrow_mut()[own] += 1);
    let all = ALL.get() + 1;
    ALL.set(all);
    if all == WANTED.get() {
        if let Some(sleeper) = SLEEPER.take() {
            sleeper.wake();
        }
    }
}

/// Sleeps until so many more turns were taken; answers how many it were, since some more may be
/// taken until main has its own.
async fn sleep_for(turns: u64) -> u64 {
    let before = ALL.get();
    WANTED.set(before + turns);
    poll_fn(|context| {
        if ALL.get() >= WANTED.get() {
            return Poll::Ready(());
        }
        SLEEPER.set(Some(context.waker().clone()));
        Poll::Pending
    })
    .await;
    ALL.get() - before
}

pub fn measure(options: &Options) {
    let tasks = options.coroutines as usize;
    TURNS.set(vec![0; tasks]);
    let runtime = crate::on_one_thread(options.coroutines);
    let mut random = Random::of(options);
    let mut gaps = Vec::new();
    for own in 0..tasks {
        gaps.push(random.gap());
        runtime.spawn(async move {
            loop {
                take_turn(own);
                yield_now().await;
            }
        });
    }
    bench::report(
        |operations| runtime.block_on(sleep_for(operations)),
        bench::empty_loop,
        bench::with_call(),
    );
    let round = ALL.get() / options.coroutines;
    for turns in TURNS.take() {
        if turns.abs_diff(round) > 2 {
            bench::give_up(format_args!(
                "a task had {turns} turns where {round} were due: it was not round robin"
            ));
        }
    }
}
