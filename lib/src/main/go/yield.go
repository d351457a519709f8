package main

import (
	"runtime"
	"sync"
	"sync/atomic"
)

const deepest = 16

// deep calls body from so many frames down, so that its frame lies elsewhere in its stack than
// another's: stacks that all begin alike meet in the same sets of a cache.
//
//go:noinline
func deep(frames int, body func()) {
	if frames == 0 {
		body()
		return
	}
	deep(frames-1, body)
}

func emptyLoop(operations int) int {
	for range operations {
	}
	return operations
}

// yieldGosched is in the ring itself: in the time from one of its turns to the next, every other
// goroutine has one too, since a goroutine that yields goes to the end of the queue.
func yieldGosched(o options) {
	var stop atomic.Bool
	var ended sync.WaitGroup
	turns := make([]uint64, o.coroutines-1)
	random := o.random()
	for i := range turns {
		frames := random.IntN(deepest)
		ended.Add(1)
		go deep(frames, func() {
			defer ended.Done()
			own := uint64(0)
			for !stop.Load() {
				own++
				runtime.Gosched()
			}
			turns[i] = own
		})
	}
	rounds := uint64(0)
	report(func(operations int) int {
		again := max(1, operations/o.coroutines)
		for range again {
			runtime.Gosched()
		}
		rounds += uint64(again)
		return again * o.coroutines
	}, emptyLoop, withCall())
	stop.Store(true)
	ended.Wait()
	for _, own := range turns {
		expectFair(own, rounds)
	}
}

// The scheduler looks at its queues in another order now and then, so turns are equal but nearly.
func expectFair(own, rounds uint64) {
	apart := max(own, rounds) - min(own, rounds)
	if apart > rounds/20+50 {
		giveUp("a goroutine had %d turns where another had %d: it was not round robin", own, rounds)
	}
}

// yieldChannel sends a token round a ring of goroutines; each hand-over adds 1 to it.
func yieldChannel(o options) {
	if o.coroutines < 2 {
		giveUp("--coroutines is %d; a ring of channels needs 2 or more", o.coroutines)
	}
	ring := make([]chan uint64, o.coroutines)
	for i := range ring {
		ring[i] = make(chan uint64)
	}
	random := o.random()
	for i := 1; i < o.coroutines; i++ {
		from, to := ring[i], ring[(i+1)%o.coroutines]
		go deep(random.IntN(deepest), func() {
			for token := range from {
				to <- token + 1
			}
		})
	}
	report(func(operations int) int {
		rounds := max(1, operations/o.coroutines)
		token := uint64(0)
		for range rounds {
			ring[1] <- token + 1
			token = <-ring[0]
		}
		expect(token, uint64(rounds*o.coroutines), "the number of hand-overs")
		return rounds * o.coroutines
	}, emptyLoop, withCall())
}
