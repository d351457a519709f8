//! `write-fully` as every executor does it: tasks that each send their bytes piece by piece.

use crate::bench::{expect, Options};
use std::cell::Cell;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

thread_local! {
    static SENT_BYTES: Cell<u64> = const { Cell::new(0) };
    static POLLS: Cell<u64> = const { Cell::new(0) };
}

#[derive(Clone, Copy)]
pub struct Writers {
    pub tasks: u64,
    task_bytes: u64,
    send_bytes: u64,
}

/// Scheduling alone takes as long in a part of a long round.
const MOST_WAITS: u64 = 1 << 12;

#[inline(never)]
fn send(bytes: u64) -> u64 {
    SENT_BYTES.with(|sent| sent.set(sent.get() + bytes));
    bytes
}

async fn write_fully<W: Future<Output = ()>>(bytes: u64, send_bytes: u64, wait: impl Fn() -> W) {
    let mut left = bytes;
    while left > 0 {
        wait().await;
        left -= send(left.min(send_bytes));
    }
}

impl Writers {
    pub fn of(options: &Options) -> Self {
        Writers {
            tasks: options.tasks,
            task_bytes: options.task_bytes,
            send_bytes: options.send_bytes,
        }
    }

    /// Those that send no more than tells how long scheduling takes.
    pub fn brief(mut self) -> Self {
        self.task_bytes = self.task_bytes.min(MOST_WAITS * self.send_bytes);
        self
    }

    /// How many sends all tasks need.
    pub fn sends(&self) -> u64 {
        self.tasks * self.task_bytes.div_ceil(self.send_bytes)
    }

    /// A task that writes all of its bytes, waiting by `wait` before each send.
    pub async fn write<W: Future<Output = ()>>(self, wait: impl Fn() -> W) {
        write_fully(self.task_bytes, self.send_bytes, wait).await;
    }

    /// A task that waits as often, and sends nothing.
    pub async fn only_wait<W: Future<Output = ()>>(self, wait: impl Fn() -> W) {
        for _ in 0..self.sends() / self.tasks {
            wait().await;
        }
    }

    /// Work that runs `round`, in which every task writes, again and again.
    pub fn writing(self, mut round: impl FnMut()) -> impl FnMut(u64) -> u64 {
        self.often(move || {
            SENT_BYTES.with(|sent| sent.set(0));
            round();
            let sent = SENT_BYTES.with(Cell::get);
            expect(
                sent,
                self.tasks * self.task_bytes,
                "the number of bytes sent",
            );
        })
    }

    /// The same where nothing is sent.
    pub fn often(self, mut round: impl FnMut()) -> impl FnMut(u64) -> u64 {
        move |operations| {
            let rounds = (operations / self.sends()).max(1);
            for _ in 0..rounds {
                round();
            }
            rounds * self.sends()
        }
    }

    /// How often a task was polled for each send, in one round of tasks that are `Counted`.
    pub fn runs_per_send(self, counted_round: impl FnOnce()) -> f64 {
        POLLS.with(|polls| polls.set(0));
        counted_round();
        POLLS.with(Cell::get) as f64 / self.sends() as f64
    }
}

/// A task whose polls are counted: each is one run of the scheduler.
pub struct Counted<F>(pub Pin<Box<F>>);

impl<F: Future> Future for Counted<F> {
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<F::Output> {
        POLLS.with(|polls| polls.set(polls.get() + 1));
        self.0.as_mut().poll(context)
    }
}
