#!/bin/sh
# sh build.sh COMPILER OUT SOURCE [FLAG]...
# Compiles one program of ours. The compiler `preserve-none` is the first that has that attribute.
set -e
compiler=$1 out=$2 source=$3
shift 3

if [ "$compiler" = preserve-none ]; then
    for compiler in clang++-19 clang++-20 clang++-21 clang++ g++-16 g++; do
        printf '#if !__has_attribute(preserve_none)\n#error\n#endif\n' |
            "$compiler" -std=c++20 -fsyntax-only -xc++ - 2>/dev/null && break
    done
fi

# A switch that pushes must find nothing below the stack pointer, and a shadow stack would forbid it.
case $("$compiler" -dumpmachine) in
    x86_64*) set -- -mno-red-zone -fcf-protection=none "$@" ;;
esac
# Bound at once: finding a function when it is first called takes 3 KB of whatever stack that is on.
exec "$compiler" -O3 -std=c++20 -Wall -Wextra -Wl,-z,now "$@" -o "$out" "$source"
