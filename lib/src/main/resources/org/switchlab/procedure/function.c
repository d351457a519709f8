/* Runs the C function of an experiment once a visit and reports in the line protocol of programs.
 *
 * Arguments: repetitions, ns that a timed batch should last, then the setting as --name value. */
#include <math.h>
#include <signal.h>
#include <sys/prctl.h>

#include "factors.h"
#include "function.h"

enum { LINE_BYTES = 4000 };

/* A batch that needs more calls than this does nothing that could be timed. */
static const long MOST_CALLS = 1L << 40;

static char line[LINE_BYTES];
static size_t used;

_Noreturn void give_up(const char *reason) {
  fprintf(stderr, "%s\n", reason);
  exit(1);
}

void observe(const char *measure, double value) {
  int count = snprintf(line + used, sizeof line - used, " %s=%.17g", measure, value);
  if (count < 0 || (size_t)count >= sizeof line - used) {
    give_up("more is observed at once than a line holds");
  }
  used += (size_t)count;
}

/* Prints what was observed since the last time. */
static void report(void) {
  printf("observation%s\n", line);
  fflush(stdout);
  used = 0;
  line[0] = 0;
}

static void set(const struct factor *factor, const char *text) {
  char *end = NULL;
  errno = 0;
  switch (factor->kind) {
    case TEXT: *(const char **)factor->value = text; return;
    case FLAG: *(long *)factor->value = strcmp(text, "true") == 0; return;
    case WHOLE: *(long *)factor->value = strtol(text, &end, 10); break;
    case NUMBER: *(double *)factor->value = strtod(text, &end); break;
  }
  if (errno != 0 || end == text || *end != 0) {
    give_up("a factor is given what is no number of its kind");
  }
}

static void read_setting(char **words) {
  for (; words[0] != NULL && words[1] != NULL; words += 2) {
    for (const struct factor *factor = factors; factor->option != NULL; factor++) {
      if (strcmp(factor->option, words[0]) == 0) set(factor, words[1]);
    }
  }
}

static double timed_ns(long calls) {
  int64_t begin = nanoseconds();
  repeat(calls);
  return (double)(nanoseconds() - begin);
}

/* As many calls as last about batch_ns; finding that warms up, too. */
static long calls_for(double batch_ns) {
  long calls = 1;
  double took_ns = timed_ns(calls);
  while (took_ns < batch_ns) {
    if (calls > MOST_CALLS) {
      give_up("repeat(…) takes no time however often: use its parameter, and keep(…) what it computes");
    }
    double wanted = took_ns > 0 ? (double)calls * batch_ns / took_ns * 1.1 : (double)calls * 10;
    calls = (long)fmin(fmax(wanted, (double)calls * 2), (double)calls * 10);
    took_ns = timed_ns(calls);
  }
  return calls;
}

static void time_calls(long repetitions, double batch_ns) {
  size_t length = strlen(first_measure);
  if (length < 3 || strcmp(first_measure + length - 2, "Ns") != 0) {
    give_up("repeat(…) is timed, and the first measure is no time: declare time(…) first, or write measure()");
  }
  long calls = calls_for(batch_ns);
  for (long i = 0; i < repetitions; i++) {
    used = 0;
    observe(first_measure, timed_ns(calls) / (double)calls);
    report();
  }
}

static void ask(long repetitions) {
  measure(); /* Warms up. */
  for (long i = 0; i < repetitions; i++) {
    used = 0;
    line[0] = 0;
    observe(first_measure, measure());
    report();
  }
}

int main(int count, char **words) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (count < 3) give_up("started without its repetitions");
  read_setting(words + 3);
  if (prepare) prepare();
  if (measure && repeat) {
    give_up("both measure() and repeat(long) are defined: leave one of them out");
  } else if (measure) {
    ask(strtol(words[1], NULL, 10));
  } else if (repeat) {
    time_calls(strtol(words[1], NULL, 10), strtod(words[2], NULL));
  } else {
    give_up("neither is defined: write double measure(void), or void repeat(long repetitions)");
  }
  puts("done");
  return 0;
}
