//go:build amd64 || arm64

package main

// ticks of the time-stamp counter.
func ticks() uint64
