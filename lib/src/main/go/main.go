package main

import (
	"os"
	"runtime"
)

// cases are the workloads as each subject does them.
var cases = map[string]map[string]func(options){
	"coroutine-yield": {"go-gosched": yieldGosched, "go-channel": yieldChannel},
	"sequence-sum": {"go-iter-pull": sequenceBy(pulled), "go-channel": sequenceBy(sent),
		"go-iter-seq": sequenceBySeq},
	"hanoi":       {"go-iter-pull": hanoiBy(pulled), "go-channel": hanoiBy(sent)},
	"tree-walk":   {"go-iter-pull": treeBy(pulled), "go-channel": treeBy(sent)},
	"pipeline":    {"go-iter-pull": pipelineBy(pulled), "go-channel": pipelineBy(sent)},
	"write-fully": {"go-gosched": writeFullyGosched},
}

func main() {
	runtime.GOMAXPROCS(1)
	o := parsed(os.Args[1:])
	measure := cases[o.workload][o.subject]
	if measure == nil {
		giveUp("this program has no subject '%s' that does '%s'", o.subject, o.workload)
	}
	measure(o)
}
