package org.switchlab.emulator;

import static org.switchlab.emulator.GeometryText.powerOfTwo;
import static org.switchlab.emulator.GeometryText.require;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.switchlab.machine.Machine;

/**
 * The caches, TLBs and branch predictors of one modelled core. Replacement, inclusion and tagging
 * are the model's: a real core may do otherwise, and the notes say what was assumed.
 *
 * @param name what it is a model of, for charts and tables
 * @param l2 unified second level; absent if there is none
 * @param l3 last level, as if no other core used it; absent if there is none
 * @param l2Inclusion what L2 promises about the lines of the L1 caches
 * @param l3Inclusion what L3 promises about the lines of L2
 * @param dtlb first-level TLB of loads and stores
 * @param itlb first-level TLB of instruction fetches
 * @param stlb second-level TLB of both; absent if there is none
 * @param pageBytes page size of user data in the TLBs: 4 KiB or 2 MiB
 * @param tagging what becomes of TLB entries at a switch of address spaces
 * @param branches what guesses branches; absent if they are not counted
 * @param notes where the numbers are from and what was assumed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Geometry(
    String name,
    CacheGeometry l1i,
    CacheGeometry l1d,
    @Nullable CacheGeometry l2,
    @Nullable CacheGeometry l3,
    Inclusion l2Inclusion,
    Inclusion l3Inclusion,
    TlbGeometry dtlb,
    TlbGeometry itlb,
    @Nullable TlbGeometry stlb,
    long pageBytes,
    TlbTagging tagging,
    @Nullable BranchPredictor branches,
    List<String> notes) {

  /** The usual page, in bytes. */
  public static final long SMALL_PAGE_BYTES = 4096;

  /** The huge page of x86-64, in bytes. */
  public static final long HUGE_PAGE_BYTES = 2 << 20;

  /** What a cache promises about the lines of the level above it, the one nearer to the core. */
  public enum Inclusion {
    /** Holds them all: a line evicted here leaves the levels above too (back-invalidation). */
    INCLUSIVE,
    /** Holds none of them: filled only by what the level above evicts (victim cache). */
    EXCLUSIVE,
    /** Nothing: every miss fills both levels, and each evicts on its own. */
    NONE;

    /** As the plugin and tables write it. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Inclusion of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /** Refuses caches and pages that cannot stand together, saying what would do. */
  public Geometry {
    require(
        pageBytes == SMALL_PAGE_BYTES || pageBytes == HUGE_PAGE_BYTES,
        "a page of %s bytes; the model knows 4096 (4K) and 2097152 (2M)".formatted(pageBytes));
    require(l3 == null || l2 != null, "an L3 without an L2; give an L2, or call the L3 the L2");
    requirePowerOfTwoSets(l1i, "L1i");
    requirePowerOfTwoSets(l1d, "L1d");
    if (l2 != null) {
      requirePowerOfTwoSets(l2, "L2");
      requireLines(l2Inclusion, l1i, "L1i", l2, "L2");
      requireLines(l2Inclusion, l1d, "L1d", l2, "L2");
      if (l3 != null) {
        requireLines(l3Inclusion, l2, "L2", l3, "L3");
      }
    }
    notes = List.copyOf(notes);
  }

  /**
   * L1 and L2 index by address bits. A last level may have any number of sets: real ones are cut
   * into as many slices as there are cores and indexed by a hash; the model takes the remainder.
   */
  private static void requirePowerOfTwoSets(CacheGeometry cache, String level) {
    require(
        powerOfTwo(cache.sets()),
        "%s of %s bytes in %s ways of %s byte lines has %s sets; they must be a power of two"
                .formatted(level, cache.sizeBytes(), cache.ways(), cache.lineBytes(), cache.sets())
            + ": change the size or the ways");
  }

  /** Lines move whole between exclusive levels, and one evicted line must cover those above it. */
  private static void requireLines(
      Inclusion inclusion, CacheGeometry above, String upper, CacheGeometry below, String lower) {
    boolean exclusive = inclusion == Inclusion.EXCLUSIVE;
    int upperBytes = above.lineBytes();
    int lowerBytes = below.lineBytes();
    require(
        exclusive ? upperBytes == lowerBytes : upperBytes <= lowerBytes,
        "%s has lines of %s bytes and %s (%s) lines of %s; the lower level's must be %s"
            .formatted(
                upper,
                upperBytes,
                lower,
                inclusion.word(),
                lowerBytes,
                exclusive ? "equal" : "equal or longer"));
  }

  /** "This machine", what it does not tell being filled with defaults that the notes state. */
  public static Geometry ofMachine(Machine machine) {
    return new MachineGeometry(machine).geometry();
  }

  /** The plugin's arguments for this geometry, each {@code key=value}. */
  public List<String> pluginArguments() {
    List<String> arguments = new ArrayList<>(cacheArguments());
    if (branches != null) {
      arguments.addAll(branches.pluginArguments());
    }
    return List.copyOf(arguments);
  }

  private List<String> cacheArguments() {
    return List.of(
        "l1i=" + l1i.argument(),
        "l1d=" + l1d.argument(),
        "l2=" + (l2 == null ? "none" : l2.argument()),
        "l3=" + (l3 == null ? "none" : l3.argument()),
        "inclusion=" + l2Inclusion.word(),
        "l3inclusion=" + l3Inclusion.word(),
        "dtlb=" + dtlb.argument(),
        "itlb=" + itlb.argument(),
        "stlb=" + (stlb == null ? "none" : stlb.argument()),
        "page=" + pageBytes,
        "tlb=" + tagging.word());
  }

  /** The same under another name. */
  public Geometry named(String newName) {
    return change().name(newName).build();
  }

  /** A copy to be changed in one thing or several: the "what if" of an experiment. */
  public GeometryChange change() {
    return new GeometryChange(this);
  }
}
