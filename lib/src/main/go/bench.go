// Programs in Go that measure coroutines: see lib/docs/subjects.md for what each workload is.
package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"strconv"
	"time"
)

// options are what a visit is asked for. A factor that the workload does not have keeps its default.
type options struct {
	workload, subject string
	seed              uint64
	coroutines        int
	disks             int
	nodes             int
	stages            int
	tasks             int
	taskBytes         int
	sendBytes         int
}

// random draws where things lie, differently in each visit.
func (o options) random() *rand.Rand { return rand.New(rand.NewPCG(o.seed, 0)) }

// work does about as many operations as it is told and answers how many it did.
type work func(operations int) int

type timed struct{ ns, ticks float64 }

// extra answers further keys of an observation, each with a blank before it.
type extra func(whole, bare timed) string

const (
	wantedNs    = 3e6
	longNs      = 20e6
	repetitions = 9
	// As many as an answer needs, where a single operation lasts long.
	fewestRepetitions = 5
)

func giveUp(format string, values ...any) {
	fmt.Fprintf(os.Stderr, format+"\n", values...)
	os.Exit(1)
}

// expect ends the program if what was computed is wrong: a broken subject's number is worth nothing.
func expect(computed, right uint64, what string) {
	if computed != right {
		giveUp("%s is %d, and should be %d", what, computed, right)
	}
}

//go:noinline
func emptyCall() {}

func (w work) timed(operations int) timed {
	ticksBefore, before := ticks(), time.Now()
	done := float64(w(operations))
	ns, ticksAfter := time.Since(before), ticks()
	return timed{float64(ns.Nanoseconds()) / done, float64(ticksAfter-ticksBefore) / done}
}

// batch is as many operations as last about 3 ms. Finding it warms up, too.
func (w work) batch() int {
	for operations := 1; ; {
		before := time.Now()
		done := w(operations)
		taken := float64(time.Since(before).Nanoseconds())
		if taken >= wantedNs/2 {
			return max(1, int(float64(done)*wantedNs/taken))
		}
		operations = 2 * max(done, operations)
	}
}

// report measures the work and its baseline in turn and prints one observation a repetition.
func report(gross, baseline work, extras ...extra) {
	grossOperations, baselineOperations := gross.batch(), baseline.batch()
	left, shortestNs := repetitions, math.Inf(1)
	for i := 0; i < left; i++ {
		before := time.Now()
		bare := baseline.timed(baselineOperations)
		whole := gross.timed(grossOperations)
		shortestNs = min(shortestNs, float64(time.Since(before).Nanoseconds()))
		if shortestNs > longNs {
			left = fewestRepetitions
		}
		line := fmt.Sprintf("observation estimateNs=%.5f grossNs=%.5f baselineNs=%.5f",
			whole.ns-bare.ns, whole.ns, bare.ns)
		if whole.ticks > 0 {
			line += fmt.Sprintf(" cycles=%.4f", whole.ticks)
		}
		for _, more := range extras {
			line += more(whole, bare)
		}
		fmt.Println(line)
	}
	fmt.Println("done")
}

// withCall adds the time of an empty call.
func withCall() extra {
	calls := work(func(operations int) int {
		for range operations {
			emptyCall()
		}
		return operations
	})
	operations := calls.batch()
	return func(_, _ timed) string {
		return fmt.Sprintf(" callNs=%.5f", calls.timed(operations).ns)
	}
}

// relative adds the cost as a multiple of the baseline's.
func relative(whole, bare timed) string { return fmt.Sprintf(" relative=%.6f", whole.ns/bare.ns) }

func parsed(words []string) options {
	if len(words) < 1 {
		giveUp("usage: PROGRAM WORKLOAD --subject NAME [--FACTOR VALUE]... --seed SEED")
	}
	o := options{workload: words[0], seed: 1, coroutines: 10, disks: 10, nodes: 1023, stages: 4,
		tasks: 10, taskBytes: 1_000_000, sendBytes: 800}
	numbers := map[string]*int{"--coroutines": &o.coroutines, "--disks": &o.disks,
		"--nodes": &o.nodes, "--stages": &o.stages, "--tasks": &o.tasks,
		"--task-bytes": &o.taskBytes, "--send-bytes": &o.sendBytes}
	for i := 1; i+1 < len(words); i += 2 {
		option, text := words[i], words[i+1]
		var err error
		switch number := numbers[option]; {
		case option == "--subject":
			o.subject = text
		case option == "--seed":
			o.seed, err = strconv.ParseUint(text, 10, 64)
		case number != nil:
			*number, err = strconv.Atoi(text)
			if err == nil && *number < 1 {
				giveUp("%s is %d; it must be 1 or more", option, *number)
			}
		}
		if err != nil {
			giveUp("%s wants a whole number, not '%s'", option, text)
		}
	}
	return o
}
