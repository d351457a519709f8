package org.switchlab.os;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class NicenessTest {

  // Field 19 of proc(5)'s stat; counted after the name, which may hold spaces.
  private static int nicenessOf(long tid) throws IOException {
    String stat = Files.readString(Path.of("/proc/self/task/" + tid + "/stat"));
    return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[16]);
  }

  @Test
  void changesOneThreadAndNoOther() throws Exception {
    int before = nicenessOf(KernelThread.current());
    Throwable[] failure = new Throwable[1];
    Thread thread =
        Thread.ofPlatform()
            .uncaughtExceptionHandler((t, e) -> failure[0] = e)
            .start(
                () -> {
                  int tid = KernelThread.current();
                  Priority.setNiceness(tid, 19);
                  try {
                    assertThat(nicenessOf(tid)).isEqualTo(19);
                  } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                  }
                });
    thread.join();
    assertThat(failure[0]).isNull();
    assertThat(nicenessOf(KernelThread.current())).isEqualTo(before);
  }

  @Test
  void explainsWhatIsWrong() {
    assertThatThrownBy(() -> Priority.setNiceness(KernelThread.current(), 20))
        .hasMessage("niceness is 20; it must be -20..19");
    assertThatThrownBy(() -> Priority.setNiceness(Integer.MAX_VALUE, 1))
        .isInstanceOf(NativeException.class)
        .hasMessageContaining("ESRCH");
  }
}
