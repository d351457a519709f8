package main

import "iter"

// recursion calls back with each item from within; false from the callback ends it.
type recursion func(visit func(item uint64) bool) bool

func (r recursion) sequence() iter.Seq[uint64] {
	return func(yield func(uint64) bool) { r(yield) }
}

// reportRecursion measures items yielded from within the recursion against items called back.
func reportRecursion(r recursion, items int, form generator[uint64]) {
	right := uint64(0)
	seen := uint64(0)
	r(func(item uint64) bool { right += item; seen++; return true })
	expect(seen, uint64(items), "the number of items")
	again := func(operations int, sum func() uint64) int {
		times := max(1, operations/items)
		for range times {
			expect(sum(), right, "the sum of all items")
		}
		return times * items
	}
	report(func(operations int) int {
		return again(operations, func() (sum uint64) {
			for item := range form(r.sequence()) {
				sum += item
			}
			return sum
		})
	}, func(operations int) int {
		return again(operations, func() (sum uint64) {
			r(func(item uint64) bool { sum += item; return true })
			return sum
		})
	}, relative)
}

// hanoi calls back with each move, told as one number of disk, peg from and peg to.
func hanoi(disk, from, to uint64, visit func(uint64) bool) bool {
	if disk == 0 {
		return true
	}
	by := 3 - from - to
	return hanoi(disk-1, from, by, visit) &&
		visit(disk<<4|from<<2|to) &&
		hanoi(disk-1, by, to, visit)
}

func hanoiBy(form generator[uint64]) func(options) {
	return func(o options) {
		disks := uint64(o.disks)
		reportRecursion(func(visit func(uint64) bool) bool { return hanoi(disks, 0, 2, visit) },
			1<<disks-1, form)
	}
}

type node struct {
	left, right *node
	key         uint64
}

func (n *node) walk(visit func(uint64) bool) bool {
	return n == nil || n.left.walk(visit) && visit(n.key) && n.right.walk(visit)
}

// balanced makes a tree of the keys from first up to, but not including, end; each node lies in
// the place that is drawn for its key.
func balanced(first, end int, nodes []node, places []int) *node {
	if first == end {
		return nil
	}
	middle := (first + end) / 2
	n := &nodes[places[middle]]
	n.key = uint64(middle + 1)
	n.left = balanced(first, middle, nodes, places)
	n.right = balanced(middle+1, end, nodes, places)
	return n
}

func treeBy(form generator[uint64]) func(options) {
	return func(o options) {
		tree := balanced(0, o.nodes, make([]node, o.nodes), o.random().Perm(o.nodes))
		last := uint64(0)
		for key := range form(recursion(tree.walk).sequence()) {
			expect(key, last+1, "the next key in order")
			last = key
		}
		reportRecursion(tree.walk, o.nodes, form)
	}
}
