//! Items from within a recursion. An async function that calls itself must put the call's state
//! on the heap, and each item is asked for from the outermost call inwards: O(depth) an item.

use crate::bench::{self, Options, Random};
use crate::generator::{Generator, Outlet};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

type Recursion = Pin<Box<dyn Future<Output = ()>>>;

/// Measures what is emitted against what is called back; both begin anew when all items are done.
fn report(
    items: u64,
    emitting: impl Fn(Outlet) -> Recursion,
    calling: impl Fn(&mut dyn FnMut(u64)),
) {
    let (mut right, mut seen) = (0, 0);
    calling(&mut |item| {
        right += item;
        seen += 1;
    });
    bench::expect(seen, items, "the number of items");
    let often = |operations: u64, sum: &dyn Fn() -> u64| {
        let times = (operations / items).max(1);
        for _ in 0..times {
            bench::expect(sum(), right, "the sum of all items");
        }
        times * items
    };
    bench::report(
        |operations| often(operations, &|| Generator::of(&emitting).sum()),
        |operations| {
            often(operations, &|| {
                let mut sum = 0;
                calling(&mut |item| sum += item);
                sum
            })
        },
        bench::relative,
    );
}

/// A move, told as one number of disk, peg from and peg to.
fn told(disk: u64, from: u64, to: u64) -> u64 {
    disk << 4 | from << 2 | to
}

fn emit_moves(disk: u64, from: u64, to: u64, outlet: Outlet) -> Recursion {
    Box::pin(async move {
        let by = 3 - from - to;
        if disk > 1 {
            emit_moves(disk - 1, from, by, outlet.clone()).await;
        }
        outlet.emit(told(disk, from, to)).await;
        if disk > 1 {
            emit_moves(disk - 1, by, to, outlet).await;
        }
    })
}

fn call_moves(disk: u64, from: u64, to: u64, visit: &mut dyn FnMut(u64)) {
    let by = 3 - from - to;
    if disk > 1 {
        call_moves(disk - 1, from, by, visit);
    }
    visit(told(disk, from, to));
    if disk > 1 {
        call_moves(disk - 1, by, to, visit);
    }
}

pub fn measure_hanoi(options: &Options) {
    let disks = options.disks;
    report(
        (1 << disks) - 1,
        |outlet| emit_moves(disks, 0, 2, outlet),
        |visit| call_moves(disks, 0, 2, visit),
    );
}

struct Node {
    key: u64,
    left: Tree,
    right: Tree,
}

type Tree = Option<Rc<Node>>;

/// A balanced tree of the keys from `first` up to, but not including, `end`.
fn balanced(first: u64, end: u64, random: &mut Random, gaps: &mut Vec<Vec<u8>>) -> Tree {
    if first == end {
        return None;
    }
    let key = (first + end) / 2;
    gaps.push(random.gap());
    Some(Rc::new(Node {
        key,
        left: balanced(first, key, random, gaps),
        right: balanced(key + 1, end, random, gaps),
    }))
}

fn emit_keys(node: Rc<Node>, outlet: Outlet) -> Recursion {
    Box::pin(async move {
        if let Some(left) = &node.left {
            emit_keys(Rc::clone(left), outlet.clone()).await;
        }
        outlet.emit(node.key).await;
        if let Some(right) = &node.right {
            emit_keys(Rc::clone(right), outlet).await;
        }
    })
}

fn call_keys(node: &Node, visit: &mut dyn FnMut(u64)) {
    if let Some(left) = &node.left {
        call_keys(left, visit);
    }
    visit(node.key);
    if let Some(right) = &node.right {
        call_keys(right, visit);
    }
}

pub fn measure_tree_walk(options: &Options) {
    let mut gaps = Vec::new();
    let tree = balanced(1, options.nodes + 1, &mut Random::of(options), &mut gaps);
    let root = tree.unwrap_or_else(|| bench::give_up("a tree needs a node"));
    for (place, key) in (1..).zip(Generator::of(|outlet| emit_keys(Rc::clone(&root), outlet))) {
        bench::expect(key, place, "the next key in order");
    }
    report(
        options.nodes,
        |outlet| emit_keys(Rc::clone(&root), outlet),
        |visit| call_keys(&root, visit),
    );
}
