package org.switchlab.kernel;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jdk.jshell.EvalException;
import org.switchlab.draw.Html;
import org.switchlab.os.NativeCodeError;

/**
 * Says under each cell that failed for want of native code why there is none, and what to set: the
 * JVM tells whoever asks after the first only that a class could not be initialised.
 *
 * @param screen where it is said
 * @param why the sentence; empty as long as native code is to be had
 */
public record NoNativeCode(Screen screen, Supplier<Optional<String>> why) {

  private static final Set<String> MEANT =
      Set.of(
          NativeCodeError.class.getName(),
          NoClassDefFoundError.class.getName(),
          ExceptionInInitializerError.class.getName(),
          UnsatisfiedLinkError.class.getName());

  /** Of this process. */
  public NoNativeCode(Screen screen) {
    this(screen, NativeCodeError::told);
  }

  /** After a statement that {@code failure} has ended. */
  public void afterFailure(EvalException failure) {
    boolean isMeant =
        Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
            .anyMatch(
                cause ->
                    cause instanceof EvalException thrown
                        && MEANT.contains(thrown.getExceptionClassName()));
    if (isMeant) {
      why.get().ifPresent(this::say);
    }
  }

  private void say(String sentence) {
    String html = "<div class=\"switchlab-warning\">" + Html.escape(sentence) + "</div>";
    screen.show(
        "switchlab-no-native-code-" + UUID.randomUUID(),
        Map.of(Views.TEXT, sentence, Views.HTML, html));
  }
}
