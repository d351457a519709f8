package main

import "iter"

func oneMore(sequence iter.Seq[uint64]) iter.Seq[uint64] {
	return func(yield func(uint64) bool) {
		for item := range sequence {
			if !yield(item + 1) {
				return
			}
		}
	}
}

//go:noinline
func addOne(item uint64) uint64 { return item + 1 }

// pipelineBy chains as many generators as there are stages; the first adds 1 to what it counts.
func pipelineBy(form generator[uint64]) func(options) {
	return func(o options) {
		right := func(items uint64) uint64 { return sumTo(items) + items*uint64(o.stages) }
		report(func(operations int) int {
			chain := countdown(uint64(operations))
			for range o.stages {
				chain = form(oneMore(chain))
			}
			sum := uint64(0)
			for item := range chain {
				sum += item
			}
			expect(sum, right(uint64(operations)), "the sum of what came out")
			return operations
		}, func(operations int) int {
			sum := uint64(0)
			for i := uint64(operations); i > 0; i-- {
				item := i
				for range o.stages {
					item = addOne(item)
				}
				sum += item
			}
			expect(sum, right(uint64(operations)), "the baseline's sum")
			return operations
		})
	}
}
