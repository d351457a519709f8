package org.switchlab.emulator;

/**
 * A modelled machine with something changed, to be compared with the machine as it is.
 *
 * @param name what is changed, in a few words
 * @param geometry the machine with the change
 */
public record Alternative(String name, Geometry geometry) {

  /** Of {@link #asIs}. */
  public static final String AS_IS = "as it is";

  /** Of {@link #doubleTlb}. */
  public static final String DOUBLE_TLB = "TLBs × 2";

  /** Of {@link #hugePages}. */
  public static final String HUGE_PAGES = "2 MiB pages";

  /** Of {@link #flushAtSwitch}. */
  public static final String FLUSH = "TLB flushed";

  /** Of {@link #tags}. */
  public static final String TAGS = "TLB tagged";

  /** The machine unchanged. */
  public static Alternative asIs(Geometry base) {
    return new Alternative(AS_IS, base);
  }

  /** Twice the entries in both levels of TLB. */
  public static Alternative doubleTlb(Geometry base) {
    TlbGeometry second = base.stlb();
    return of(
        DOUBLE_TLB,
        base.change().dtlb(base.dtlb().times(2)).stlb(second == null ? null : second.times(2)));
  }

  /** The program's data on pages of 2 MiB. */
  public static Alternative hugePages(Geometry base) {
    return of(HUGE_PAGES, base.change().pageBytes(Geometry.HUGE_PAGE_BYTES));
  }

  /** TLB entries told apart by process, so that they outlive a switch. */
  public static Alternative tags(Geometry base) {
    return of(TAGS, base.change().tagging(TlbTagging.TAGGED));
  }

  /** The program's TLB entries flushed at each switch of address spaces. */
  public static Alternative flushAtSwitch(Geometry base) {
    return of(FLUSH, base.change().tagging(TlbTagging.UNTAGGED));
  }

  /** L2 with another promise about the lines of L1. */
  public static Alternative inclusion(Geometry base, Inclusion inclusion) {
    String name = inclusion == Inclusion.NONE ? "L2 neither" : "L2 " + inclusion.word();
    return of(name, base.change().l2Inclusion(inclusion));
  }

  /** Both L1 caches twice as large. */
  public static Alternative doubleL1(Geometry base) {
    return of("L1 × 2", base.change().l1i(base.l1i().times(2)).l1d(base.l1d().times(2)));
  }

  /**
   * Code twice as large, the kernel's and the program's: modelled as an L1i of half the size, whose
   * share of the code is what that of the whole one would be. No kernel twice as large is run.
   */
  public static Alternative doubleCode(Geometry base) {
    CacheGeometry l1i = base.l1i();
    return of(
        "code × 2 (L1i ÷ 2)",
        base.change()
            .l1i(
                new CacheGeometry(
                    l1i.sizeBytes() / 2, l1i.ways(), l1i.lineBytes(), l1i.replacement())));
  }

  private static Alternative of(String name, GeometryChange change) {
    return new Alternative(name, change.build());
  }
}
