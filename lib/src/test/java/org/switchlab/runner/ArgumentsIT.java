package org.switchlab.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad arguments and refusing machines: the message names the value, the range and the fix. */
class ArgumentsIT {

  private static final String POINT = "--array-bytes 1024 --stride-bytes 8 --seed 1";
  private static final String RUN = "pipe-pair " + POINT + " --couples 1 --rounds 1";

  private static final String TIMES = "--slots 1 --slot-ns 5000 --block-ns 5000";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          ""                                                           | nothing to run: name a subject such as pipe-pair
          futex                                                        | 'futex' cannot be run; it must be a subject such as pipe-pair
          futex                                                        | or one of stamped, drive, timeline, access-pattern, reference, fork-cost, count-syscalls: see --help
          pipe-pair                                                    | --array-bytes is missing
          RUN --speed 3                                                | '--speed' is no option of pipe-pair
          RUN more                                                     | 'more' is no option of pipe-pair
          RUN --rounds 2                                               | --rounds is given twice
          RUN --handshake --handshake                                  | --handshake is given twice
          RUN --cpu                                                    | --cpu is missing; it must be a whole number from 0 to 1023
          RUN --cpu -1                                                 | --cpu is -1; it must be a whole number from 0
          RUN --cpu 1024                                               | --cpu is 1024; it must be a whole number from 0 to 1023
          RUN --fifo 0                                                 | --fifo is 0; it must be a whole number from 1 to 99
          RUN --fifo 100                                               | --fifo is 100
          RUN --stack-bytes 1000                                       | --stack-bytes is 1000; it must be a whole number from 32768
          RUN --peer-cpu 1024                                          | --peer-cpu is 1024; it must be a whole number from 0 to 1023
          gthread POINT --couples 1 --rounds 1 --peer-cpu 0            | --peer-cpu is given; it must be left out for gthread
          sched-yield-thread POINT --couples 1 --rounds 1 --peer-cpu 0 | --peer-cpu is given; it must be left out for sched-yield-thread
          count-syscalls                                               | the subject to count is missing; it must be one such as pipe-pair
          count-syscalls futex --rounds 5                              | the subject to count is futex; it must be one such as pipe-pair
          count-syscalls gthread                                       | --rounds is missing: count-syscalls needs it
          count-syscalls gthread --rounds 10001                        | --rounds is 10001; it must be from 1 to 10000
          count-syscalls gthread --rounds 5 --cpu 0                    | '--cpu' is no option of count-syscalls
          stamped                                                      | the subject to stamp is missing; it must be one such as pipe-pair
          stamped pipe-pair POINT --slots 1 --slot-ns 5000             | --block-ns is missing: stamped needs it
          STAMPED --peer-cpu 0                                         | --peer-cpu is given; it must be left out of stamped: the stamps of two CPUs are not one clock
          STAMPED --rounds 5                                           | '--rounds' is no option of stamped
          STAMPED --slots 2                                            | --slots is given twice
          stamped pipe-pair POINT --slots 0                            | --slots is 0; it must be a whole number from 1
          stamped pipe-pair POINT --slot-ns 999                        | --slot-ns is 999; it must be a whole number from 1000 to 1000000000
          STAMPED --pages                                              | --pages is missing; it must be usual or coloured
          STAMPED --pages huge                                         | --pages is huge; it must be usual or coloured
          STAMPED --pages coloured --page-bytes 2097152                | --pages is coloured and --page-bytes 2097152; coloured pages are small: leave one of them out
          STAMPED --order paper                                        | --order is paper; it must be stride or random
          RUN --order random                                           | '--order' is no option of pipe-pair
          stamped futex-process POINT TIMES                            | futex-process cannot be stamped; it must be one of pipe-pair, gthread-register,
          stamped pipe-pair-shared-array POINT TIMES                   | pipe-pair-shared-array cannot be stamped
          RUN --batch-ns 5000                                          | both of --batch-ns and --rounds given: give exactly one
          RUN --page-bytes 8192                                        | --page-bytes is 8192; it must be 4096 or 2097152
          RUN --page-bytes 4k                                          | --page-bytes is 4k; it must be
          pipe-pair POINT --couples 1                                  | none of --batch-ns and --rounds given: give exactly one
          pipe-pair POINT --couples 0 --rounds 1                       | --couples is 0; it must be a whole number from 1
          pipe-pair POINT --couples 1x --rounds 1                      | --couples is 1x; it must be a whole number
          pipe-pair POINT --couples +1 --rounds 1                      | --couples is +1; it must be
          pipe-pair POINT --couples 1.5 --rounds 1                     | --couples is 1.5; it must be
          pipe-pair POINT --couples 18446744073709551617 --rounds 1    | --couples is 18446744073709551617; it must be
          pipe-pair POINT --couples 1 --rounds 0                       | --rounds is 0; it must be
          pipe-pair POINT --couples 1 --batch-ns 999                   | --batch-ns is 999; it must be a whole number from 1000
          pipe-pair POINT --couples 1 --rounds 1 --count 1             | '--count' is no option of pipe-pair
          drive --array-bytes -8 --stride-bytes 0 --seed 1             | --array-bytes is -8; it must be
          drive --array-bytes 1020 --stride-bytes 0 --seed 1           | --array-bytes is 1020; it must be a multiple of 8, the size of a double: use 1024
          drive --array-bytes 1024 --stride-bytes 12 --seed 1          | --stride-bytes is 12; it must be a multiple of 8
          drive --array-bytes 1024 --stride-bytes 2048 --seed 1        | --stride-bytes is 2048; it must be from 0 to --array-bytes, 1024
          drive --array-bytes 99999999999999 --stride-bytes 0 --seed 1 | --array-bytes is 99999999999999; it must be
          drive --array-bytes 0 --stride-bytes 0 --seed -9223372036854775809 | --seed is -9223372036854775809; it must be
          drive --array-bytes 0 --stride-bytes 0 --seed 0x1            | --seed is 0x1; it must be
          drive POINT --couples 1                                      | '--couples' is no option of drive
          timeline POINT                                               | --rounds is missing: timeline needs it
          timeline POINT --rounds 1001                                 | --rounds is 1001; it must be from 1 to 1000 of a timeline
          timeline POINT --rounds 1 --couples 1                        | '--couples' is no option of timeline
          access-pattern --array-bytes 64                              | --stride-bytes is missing: access-pattern needs it
          access-pattern --array-bytes 60 --stride-bytes 8             | --array-bytes is 60; it must be a multiple of 8
          access-pattern --array-bytes 64 --stride-bytes 8 --seed 1    | '--seed' is no option of access-pattern
          reference                                                    | --count is missing
          reference --count 0                                          | --count is 0; it must be
          reference --count 1 --handshake                              | '--handshake' is no option of reference
          fork-cost --count 1                                          | --array-bytes is missing: fork-cost needs it
          fork-cost --array-bytes 8 --count 1 --seed 1                 | '--seed' is no option of fork-cost
          """)
  void aWrongCommandLineIsRefused(String arguments, String message) throws Exception {
    String expanded =
        arguments
            .replace("RUN", RUN)
            .replace("STAMPED", "stamped pipe-pair POINT TIMES")
            .replace("TIMES", TIMES)
            .replace("POINT", POINT);
    try (var runner = StartedRunner.start(expanded)) {
      assertThat(runner.lines()).isEmpty();
      assertThat(runner.errors())
          .startsWith("switchlab-runner: ")
          .contains(message)
          .hasLineCount(1);
      assertThat(runner.exitCode()).isEqualTo(2);
    }
  }

  @Test
  void aCpuThatIsNotThereIsAFailedCallWithItsRepair() throws Exception {
    try (var runner = StartedRunner.start(RUN + " --cpu 1023")) {
      assertThat(runner.lines()).isEmpty();
      assertThat(runner.errors())
          .contains("sched_setaffinity(--cpu 1023) failed: Invalid argument (errno 22); choose");
      assertThat(runner.exitCode()).isEqualTo(1);
    }
  }

  @Test
  void anArrayLargerThanTheMemoryLimitIsAFailedCallWithItsRepair() throws Exception {
    String limited = "ulimit -v 200000; exec \"$@\"";
    List<String> command =
        StartedRunner.command(
            NativeBuild.runner(),
            "pipe-pair --array-bytes 1073741824 --stride-bytes 64 --seed 1 --couples 1 --rounds 1");
    List<String> shell = new ArrayList<>(List.of("sh", "-c", limited, "sh"));
    shell.addAll(command);
    try (var runner = StartedRunner.startCommand(shell)) {
      assertThat(runner.lines()).extracting(Line::keyword).doesNotContain("ready");
      assertThat(runner.errors())
          .contains("mmap(1073745920 bytes) failed: Cannot allocate memory (errno 12); use a");
      assertThat(runner.exitCode()).isEqualTo(1);
    }
  }
}
