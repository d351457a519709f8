//! An executor for one thread: a queue of tasks that are ready, and wakers that put them there.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, RawWaker, RawWakerVTable, Waker};

type Queue = RefCell<VecDeque<usize>>;

/// What a waker points at.
struct Place {
    task: usize,
    ready: Rc<Queue>,
}

struct Task {
    body: Pin<Box<dyn Future<Output = ()>>>,
    waker: Waker,
    /// Lives as long as its waker, which points at it.
    _place: Box<Place>,
}

#[derive(Default)]
pub struct Executor {
    tasks: Vec<Task>,
    ready: Rc<Queue>,
}

impl Executor {
    pub fn spawn(&mut self, body: impl Future<Output = ()> + 'static) {
        let task = self.tasks.len();
        let place = Box::new(Place {
            task,
            ready: Rc::clone(&self.ready),
        });
        let data: *const Place = &*place;
        // SAFETY: the place outlives the waker, and neither leaves this thread.
        let waker = unsafe { Waker::from_raw(RawWaker::new(data.cast(), &WAKING)) };
        self.tasks.push(Task {
            body: Box::pin(body),
            waker,
            _place: place,
        });
        self.ready.borrow_mut().push_back(task);
    }

    /// Runs the task that has waited longest up to its next wait; false if none is ready.
    #[inline(always)]
    pub fn run_one(&mut self) -> bool {
        let Some(first) = self.ready.borrow_mut().pop_front() else {
            return false;
        };
        let task = &mut self.tasks[first];
        // A task that has ended wakes itself no more, so it is not polled again.
        let _ended: Poll<()> = task
            .body
            .as_mut()
            .poll(&mut Context::from_waker(&task.waker));
        true
    }

    /// Runs all tasks to their ends.
    pub fn run(&mut self) {
        while self.run_one() {}
    }
}

static WAKING: RawWakerVTable = RawWakerVTable::new(
    |data| RawWaker::new(data, &WAKING),
    wake,
    wake,
    |_| {}, // the executor owns what it points at
);

fn wake(data: *const ()) {
    // SAFETY: made by spawn from a place that is still there.
    let place = unsafe { &*data.cast::<Place>() };
    place.ready.borrow_mut().push_back(place.task);
}

/// Lets the other tasks run once.
pub fn yield_now() -> impl Future<Output = ()> {
    let mut yielded = false;
    std::future::poll_fn(move |context| {
        if yielded {
            return Poll::Ready(());
        }
        yielded = true;
        context.waker().wake_by_ref();
        Poll::Pending
    })
}
