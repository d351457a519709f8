#include "usage.h"

#include <stddef.h>

#include "protocol.h"
#include "subject.h"

#ifndef SWITCHLAB_VERSION
#define SWITCHLAB_VERSION "development"
#endif

static const char synopsis[] =
    "switchlab-runner: times messages with and without switches, and counts the switches.\n"
    "\n"
    "usage:\n"
    "  switchlab-runner SUBJECT   --array-bytes N --stride-bytes N --seed N --couples N\n"
    "                             (--batch-ns N | --rounds N) [options]\n"
    "  switchlab-runner drive     --array-bytes N --stride-bytes N --seed N [options]\n"
    "  switchlab-runner timeline  --array-bytes N --stride-bytes N --seed N --rounds N [options]\n"
    "  switchlab-runner access-pattern --array-bytes N --stride-bytes N\n"
    "  switchlab-runner reference --count N [--cpu N] [--fifo PRIORITY]\n"
    "  switchlab-runner fork-cost --array-bytes N --count N [options]\n"
    "  switchlab-runner count-syscalls SUBJECT --rounds N\n"
    "  switchlab-runner --help | --version\n"
    "\n"
    "subjects:";

static const char options_text[] =
    "  drive                  runs batches of a subject on command: the lines 'roundtrips N',\n"
    "                         'singles N', either after 'counted', and 'quit' on stdin\n"
    "  timeline               stamps the time after every step of both processes, and says all stamps\n"
    "  access-pattern         says which elements a walk touches, in their order\n"
    "  reference              times only the fixed loop that tells a quiet machine from a disturbed one\n"
    "  fork-cost              touches an array, then times fork and vfork in turn, and writes after each\n"
    "  count-syscalls         traces a subject, without arrays; counts system calls and instructions\n"
    "\n"
    "options:\n"
    "  --array-bytes N    private array that each side walks between messages; multiple of 8\n"
    "  --stride-bytes N   distance of neighbouring steps of the walk; multiple of 8; 0: no walk\n"
    "  --couples N        couples to measure: one single and one pair batch, in random order\n"
    "  --batch-ns N       wanted time of a pair batch, from which the rounds are derived\n"
    "  --rounds N         rounds of every batch, instead\n"
    "  --seed N           of the order of batches and of both stack offsets\n"
    "  --subject NAME     what drive drives; the first subject if it is not given\n"
    "  --cpu N            pin both sides to this CPU (else the affinity is inherited)\n"
    "  --peer-cpu N       pin the peer to this one instead: no switch, but a wake-up across CPUs\n"
    "  --stack-bytes N    stack of a user-level thread (default 65536)\n"
    "  --fifo PRIORITY    run both under SCHED_FIFO, 1 to 99 (needs the right to)\n"
    "  --page-bytes N     4096 (default) or 2097152, transparent huge pages\n"
    "  --handshake        for a controller: wait on stdin for 'begin' before the fork and for 'go'\n"
    "                     before the batches, and die with the controller";

static const char output_text[] =
    "output, one line each, on stdout:\n"
    "  hello protocol=1 pid=P     the process stands\n"
    "  peer pid=Q                 the second side is there; of a thread its tid\n"
    "  ready rounds=R pairRoundNs=T singleRoundNs=T [hugeBytes=B]\n"
    "                             arrays touched, both warm; B of the array are on huge pages\n"
    "  batch ...                  one timed batch:\n"
    "    couple, position         which couple (drive: which command), first (0) or second (1) in it\n"
    "    variant, rounds          single: send and receive an own message, walk, R times\n"
    "                             pair: walk, send, and the peer receives, walks, answers, R times\n"
    "    durationNs               all rounds together, CLOCK_MONOTONIC\n"
    "    referenceBeforeNs, referenceAfterNs   fixed work around the batch: higher means disturbed\n"
    "    switchesExpected         2 R for pair, 0 for single\n"
    "    voluntarySwitches, involuntarySwitches   counted by the kernel, both sides; user-level:\n"
    "                             by the library, and all of the kernel's\n"
    "    migrated                 1 if a side is on another CPU than when ready\n"
    "  event ...                  one time stamp (timeline), behind the line of its batch:\n"
    "    variant, process         single or pair, parent or peer\n"
    "    kind, timeNs             the step that ended then: walked, written, read; begun: none yet\n"
    "  touch order=K index=I      the K-th touch of a walk (access-pattern)\n"
    "  child ...                  one started child (fork-cost):\n"
    "    way                      fork or vfork\n"
    "    durationNs               how long the call kept the parent\n"
    "    touchNs                  writing to each page of the array afterwards\n"
    "  syscalls ...               one variant (count-syscalls), counted and not timed:\n"
    "    variant, rounds          as above\n"
    "    count                    system calls of both sides in these rounds\n"
    "    userInstructions         instructions of both sides in user mode, libc's included\n"
    "    calls                    count by name, NAME:COUNT,...; left out where there is none\n"
    "  done couples=N             all is measured (other modes: count=N)\n"
    "The cost of one switch is (pair durationNs / 2 - single durationNs) / rounds.\n"
    "\n"
    "exit status: 0 done, 1 failed (stderr says why), 2 wrong usage\n"
    "\n"
    "examples:\n"
    "  The direct cost of a switch, 20 couples of 2 ms batches on CPU 1:\n"
    "    switchlab-runner pipe-pair --array-bytes 0 --stride-bytes 0 --seed 1 --couples 20 \\\n"
    "                     --batch-ns 2000000 --cpu 1\n"
    "  See its system calls while both processes walk 32 KiB, one cache line a step:\n"
    "    strace -f switchlab-runner pipe-pair --array-bytes 32768 --stride-bytes 64 --seed 1 \\\n"
    "                     --couples 1 --rounds 3";

void usage_print(void)
{
    say("%s", synopsis);
    for (const struct subject *const *subject = subjects; *subject != NULL; subject++)
        say("  %-22s %s", (*subject)->name, (*subject)->summary);
    say("%s\n\n%s", options_text, output_text);
}

void version_print(void)
{
    say("switchlab-runner %s, protocol %d", SWITCHLAB_VERSION, PROTOCOL_VERSION);
}
