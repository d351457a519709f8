package org.switchlab.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserCacheTest {

  private static final Path NOWHERE = Path.of("/nonexistent");

  @TempDir private Path home;

  @Test
  void isTheOneThatTheUserNames() {
    assertThat(UserCache.folder(Map.of("XDG_CACHE_HOME", "/named"), home))
        .isEqualTo(Path.of("/named/switchlab"));
  }

  @Test
  void isInTheAccountsHome() {
    assertThat(UserCache.folder(Map.of("XDG_CACHE_HOME", " ", "HOME", "/"), home))
        .isEqualTo(home.resolve(".cache/switchlab"));
  }

  /** A container's user often has no account, or one whose home is not there. */
  @Test
  void isInHomeWhereTheAccountHasNone() {
    assertThat(UserCache.folder(Map.of("HOME", home.toString()), NOWHERE))
        .isEqualTo(home.resolve(".cache/switchlab"));
    assertThat(UserCache.folder(Map.of("HOME", home.toString()), Path.of("?")))
        .isEqualTo(home.resolve(".cache/switchlab"));
  }

  @Test
  void isNamedThoughNothingIsThere() {
    assertThat(UserCache.folder(Map.of("HOME", "/nonexistent-too"), NOWHERE))
        .isEqualTo(NOWHERE.resolve(".cache/switchlab"));
  }
}
