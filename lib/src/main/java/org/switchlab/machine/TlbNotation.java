package org.switchlab.machine;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How the shipped tables write TLBs: {@code L1 DATA 4K+2M 64/4} is a first-level data TLB of 64
 * entries, 4-way, for pages of 4 KiB and 2 MiB; {@code 64/full} is fully associative. Several are
 * separated by commas.
 */
final class TlbNotation {

  private static final Pattern TLB =
      Pattern.compile("L(\\d) ([A-Z]+) (\\d+[KMG](?:\\+\\d+[KMG])*) (\\d+)/(\\d+|full)");

  private TlbNotation() {}

  static List<Tlb> parse(String text, Origin origin) {
    return text.isBlank()
        ? List.of()
        : Arrays.stream(text.split(",", -1)).map(part -> one(part.strip(), origin)).toList();
  }

  private static Tlb one(String text, Origin origin) {
    Matcher tlb = TLB.matcher(text);
    if (!tlb.matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is not a TLB; write it as in \"L1 DATA 4K+2M 64/4\"".formatted(text));
    }
    int entries = Integer.parseInt(tlb.group(4));
    int ways = tlb.group(5).equals("full") ? entries : Integer.parseInt(tlb.group(5));
    return new Tlb(
        Integer.parseInt(tlb.group(1)),
        TlbType.valueOf(tlb.group(2)),
        pages(tlb.group(3)),
        entries,
        ways,
        origin);
  }

  private static List<Long> pages(String text) {
    return Stream.of(text.split("\\+", -1))
        .flatMap(p -> Stream.ofNullable(KernelSize.parse(p)))
        .toList();
  }
}
