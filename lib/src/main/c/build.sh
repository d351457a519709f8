#!/bin/sh
# Builds the runner with make, or says what to install. Arguments go to make.
set -eu
cd "${0%/*}"
if ! command -v make >/dev/null; then
  echo "switchlab-runner: make not found: the runner is C, built by make and a C compiler; install" \
    "both (Debian, Ubuntu: apt install gcc make libc6-dev; Fedora: dnf install gcc make" \
    "glibc-static; conda: conda install c-compiler make)" >&2
  exit 1
fi
exec make -s --no-print-directory "$@"
