package main

import (
	"fmt"
	"runtime"
	"sync"
)

// wait lets others run until the socket is ready.
type wait func(task int)

type sink struct{ bytes int }

//go:noinline
func (s *sink) send(bytes int) int {
	s.bytes += bytes
	return bytes
}

//go:noinline
func waitForNothing(int) {}

//go:noinline
func waitByGosched(int) { runtime.Gosched() }

//go:noinline
func writeFully(to *sink, task, bytes, sendBytes int, until wait) {
	for left := bytes; left > 0; {
		until(task)
		left -= to.send(min(left, sendBytes))
	}
}

// Scheduling alone takes as long in a part of a long round.
const mostWaits = 1 << 12

// writers are tasks that each write so many bytes by sends of so many.
type writers struct{ tasks, taskBytes, sendBytes int }

func (w writers) sends() int { return w.tasks * ((w.taskBytes + w.sendBytes - 1) / w.sendBytes) }

// brief sends no more than tells how long scheduling takes.
func (w writers) brief() writers {
	w.taskBytes = min(w.taskBytes, mostWaits*w.sendBytes)
	return w
}

func (w writers) expectAll(to *sink) {
	expect(uint64(to.bytes), uint64(w.tasks)*uint64(w.taskBytes), "the number of bytes sent")
}

// together runs one goroutine a task and waits for all.
func (w writers) together(body func(task int)) {
	var all sync.WaitGroup
	for task := range w.tasks {
		all.Add(1)
		go func() {
			defer all.Done()
			body(task)
		}()
	}
	all.Wait()
}

func (w writers) writeTogether(until wait) {
	var to sink
	w.together(func(task int) { writeFully(&to, task, w.taskBytes, w.sendBytes, until) })
	w.expectAll(&to)
}

// often does one round after another, each of which is so many sends.
func (w writers) often(round func()) work {
	return func(operations int) int {
		rounds := max(1, operations/w.sends())
		for range rounds {
			round()
		}
		return rounds * w.sends()
	}
}

// countedRuns is how often a send found that another task had run before it.
func (w writers) countedRuns() float64 {
	runs, last := 0, -1
	w.writeTogether(func(task int) {
		runtime.Gosched()
		if task != last || w.tasks == 1 {
			runs++
		}
		last = task
	})
	return float64(runs) / float64(w.sends())
}

func writeFullyGosched(o options) {
	w := writers{o.tasks, o.taskBytes, o.sendBytes}
	brief := w.brief()
	scheduler := brief.often(func() {
		brief.together(func(task int) {
			for range brief.sends() / brief.tasks {
				waitByGosched(task)
			}
		})
	})
	waits, runs := scheduler.batch(), brief.countedRuns()
	report(w.often(func() { w.writeTogether(waitByGosched) }), w.often(func() {
		var to sink
		for task := range w.tasks {
			writeFully(&to, task, w.taskBytes, w.sendBytes, waitForNothing)
		}
		w.expectAll(&to)
	}), func(_, _ timed) string {
		return fmt.Sprintf(" schedulerNs=%.5f schedulerRuns=%.4f", scheduler.timed(waits).ns, runs)
	})
}
