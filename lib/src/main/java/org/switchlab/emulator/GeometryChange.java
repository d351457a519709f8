package org.switchlab.emulator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.switchlab.emulator.Geometry.Inclusion;

/** A geometry under change; {@link #build()} checks the whole. */
public final class GeometryChange {

  private String name;
  private CacheGeometry l1i;
  private CacheGeometry l1d;
  private @Nullable CacheGeometry l2;
  private @Nullable CacheGeometry l3;
  private Inclusion l2Inclusion;
  private Inclusion l3Inclusion;
  private TlbGeometry dtlb;
  private TlbGeometry itlb;
  private @Nullable TlbGeometry stlb;
  private long pageBytes;
  private TlbTagging tagging;
  private @Nullable BranchPredictor branches;
  private final List<String> notes;

  GeometryChange(Geometry from) {
    name = from.name();
    l1i = from.l1i();
    l1d = from.l1d();
    l2 = from.l2();
    l3 = from.l3();
    l2Inclusion = from.l2Inclusion();
    l3Inclusion = from.l3Inclusion();
    dtlb = from.dtlb();
    itlb = from.itlb();
    stlb = from.stlb();
    pageBytes = from.pageBytes();
    tagging = from.tagging();
    branches = from.branches();
    notes = from.notes();
  }

  /** Renames it. */
  public GeometryChange name(String newName) {
    name = newName;
    return this;
  }

  /** Another instruction cache. */
  public GeometryChange l1i(CacheGeometry cache) {
    l1i = cache;
    return this;
  }

  /** Another L1 data cache. */
  public GeometryChange l1d(CacheGeometry cache) {
    l1d = cache;
    return this;
  }

  /** Another L2, or none (and then no L3 either). */
  public GeometryChange l2(@Nullable CacheGeometry cache) {
    l2 = cache;
    l3 = cache == null ? null : l3;
    return this;
  }

  /** Another L3, or none. */
  public GeometryChange l3(@Nullable CacheGeometry cache) {
    l3 = cache;
    return this;
  }

  /** What L2 promises about the L1 caches. */
  public GeometryChange l2Inclusion(Inclusion inclusion) {
    l2Inclusion = inclusion;
    return this;
  }

  /** What L3 promises about L2. */
  public GeometryChange l3Inclusion(Inclusion inclusion) {
    l3Inclusion = inclusion;
    return this;
  }

  /** Another data TLB. */
  public GeometryChange dtlb(TlbGeometry tlb) {
    dtlb = tlb;
    return this;
  }

  /** Another instruction TLB. */
  public GeometryChange itlb(TlbGeometry tlb) {
    itlb = tlb;
    return this;
  }

  /** Another second-level TLB, or none. */
  public GeometryChange stlb(@Nullable TlbGeometry tlb) {
    stlb = tlb;
    return this;
  }

  /** Another page size of user data, in bytes: 4096 or 2097152. */
  public GeometryChange pageBytes(long bytes) {
    pageBytes = bytes;
    return this;
  }

  /** Tagged by address space, or flushed at each switch. */
  public GeometryChange tagging(TlbTagging newTagging) {
    tagging = newTagging;
    return this;
  }

  /** Another branch predictor, or none: then branches are not counted. */
  public GeometryChange branches(@Nullable BranchPredictor predictor) {
    branches = predictor;
    return this;
  }

  /**
   * The changed geometry.
   *
   * @throws IllegalArgumentException if its parts cannot stand together
   */
  public Geometry build() {
    return new Geometry(
        name,
        l1i,
        l1d,
        l2,
        l3,
        l2Inclusion,
        l3Inclusion,
        dtlb,
        itlb,
        stlb,
        pageBytes,
        tagging,
        branches,
        notes);
  }
}
