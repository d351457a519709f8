//! A generator made of an async function: it emits an item and waits; whoever wants the next item
//! polls it. It needs no executor, since it never waits for anything else.

use std::cell::Cell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};

/// Where the body leaves an item for its consumer.
#[derive(Clone, Default)]
pub struct Outlet(Rc<Cell<Option<u64>>>);

impl Outlet {
    /// Hands over an item; the body goes on when its consumer wants the next one.
    #[inline(always)]
    pub fn emit(&self, item: u64) -> impl Future<Output = ()> + '_ {
        self.0.set(Some(item));
        std::future::poll_fn(move |_| match self.0.take() {
            Some(taken) => {
                self.0.set(Some(taken));
                Poll::Pending
            }
            None => Poll::Ready(()),
        })
    }
}

pub struct Generator<F: ?Sized> {
    outlet: Outlet,
    waker: Waker,
    body: Pin<Box<F>>,
}

/// One whose body may be any: as many can be chained as are asked for.
pub type AnyGenerator = Generator<dyn Future<Output = ()>>;

impl<F: Future<Output = ()> + 'static> Generator<F> {
    pub fn of(body: impl FnOnce(Outlet) -> F) -> Self {
        let outlet = Outlet::default();
        Generator {
            waker: Waker::from(Arc::new(Nobody)),
            body: Box::pin(body(outlet.clone())),
            outlet,
        }
    }

    pub fn any(self) -> AnyGenerator {
        Generator {
            outlet: self.outlet,
            waker: self.waker,
            body: self.body,
        }
    }
}

impl<F: Future<Output = ()> + ?Sized> Iterator for Generator<F> {
    type Item = u64;

    #[inline(always)]
    fn next(&mut self) -> Option<u64> {
        let _ended: Poll<()> = self
            .body
            .as_mut()
            .poll(&mut Context::from_waker(&self.waker));
        self.outlet.0.take()
    }
}

/// Nobody sleeps that had to be woken.
struct Nobody;

impl Wake for Nobody {
    fn wake(self: Arc<Self>) {}
}
