#!/bin/sh
# Becomes the kernel's JVM: start-kernel.sh JAVA WORD..., where the word JJAVA_JVM_OPTS stands for the options that the
# user's variable of that name holds, divided at blanks as JJava's own launcher divides them. They come after ours, so
# the user's win; what of ours would clash with them, and end the JVM before it says a word, is left out. So it is with
# the JVM's own variables: _JAVA_OPTIONS wins over every word here too, JAVA_TOOL_OPTIONS and JDK_JAVA_OPTIONS over none,
# but a heap that they bound is smaller than the one we begin with.
set -fu

winning="${JJAVA_JVM_OPTS:-} ${_JAVA_OPTIONS:-}"
all="$winning ${JAVA_TOOL_OPTIONS:-} ${JDK_JAVA_OPTIONS:-}"

# Whether our word $1 has to give way.
gives_way() {
  case $1 in
    -XX:+Use*GC) case $winning in *-XX:+Use*GC*) return 0 ;; esac ;;
    -Xms* | -XX:NewSize=*) case $all in *-Xm[xsn]* | *-XX:*HeapSize=* | *-XX:*NewSize=* | *-XX:*RAM*) return 0 ;; esac ;;
  esac
  return 1
}

java=$1
shift
for word in "$@"; do # each goes to the end, or is left out
  shift
  if [ "$word" = JJAVA_JVM_OPTS ]; then
    # shellcheck disable=SC2086 # one word an option
    set -- "$@" ${JJAVA_JVM_OPTS:-}
  elif ! gives_way "$word"; then
    set -- "$@" "$word"
  fi
done
exec "$java" "$@"
