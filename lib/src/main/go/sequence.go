package main

import "iter"

// generator makes a sequence run in a coroutine of its own, which hands over one item after another.
type generator[T any] func(iter.Seq[T]) iter.Seq[T]

// pulled runs the sequence in the coroutine behind iter.Pull.
func pulled[T any](sequence iter.Seq[T]) iter.Seq[T] {
	return func(yield func(T) bool) {
		next, stop := iter.Pull(sequence)
		defer stop()
		for item, more := next(); more && yield(item); item, more = next() {
		}
	}
}

// sent runs the sequence in a goroutine that sends each item through a channel without a buffer.
func sent[T any](sequence iter.Seq[T]) iter.Seq[T] {
	return func(yield func(T) bool) {
		items := make(chan T)
		go func() {
			defer close(items)
			for item := range sequence {
				items <- item
			}
		}()
		for item := range items {
			if !yield(item) {
				giveUp("the consumer of a channel ended before its producer")
			}
		}
	}
}

func countdown(from uint64) iter.Seq[uint64] {
	return func(yield func(uint64) bool) {
		for i := from; i > 0 && yield(i); i-- {
		}
	}
}

func sumTo(n uint64) uint64 { return n * (n + 1) / 2 }

func sequenceBy(form generator[uint64]) func(options) {
	return func(options) {
		report(func(operations int) int {
			sum := uint64(0)
			for item := range form(countdown(uint64(operations))) {
				sum += item
			}
			expect(sum, sumTo(uint64(operations)), "the sum")
			return operations
		}, plainSum, withCall())
	}
}

// sequenceBySeq has no coroutine: the loop's body is a callback, which the compiler may inline.
func sequenceBySeq(options) {
	report(func(operations int) int {
		sum := uint64(0)
		for item := range countdown(uint64(operations)) {
			sum += item
		}
		expect(sum, sumTo(uint64(operations)), "the sum")
		return operations
	}, plainSum, withCall())
}

func plainSum(operations int) int {
	sum := uint64(0)
	for i := uint64(operations); i > 0; i-- {
		sum += i
	}
	expect(sum, sumTo(uint64(operations)), "the baseline's sum")
	return operations
}
