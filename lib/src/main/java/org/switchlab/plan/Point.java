package org.switchlab.plan;

import java.util.List;
import org.switchlab.machine.Machine;

/**
 * One place on a figure's axes: a subject walking an array.
 *
 * @param subject the measured loop, as the runner names it, for instance {@code pipe-pair}; on the
 *     ladder the rung, see {@link Rung}
 * @param arrayBytes size of each process's private array, in bytes; 0 where no array is walked
 * @param strideBytes distance between consecutively touched elements, in bytes; 0 means no array is
 *     touched, so that the point answers the direct cost
 * @param pageBytes size of the pages the array is wished on: that of this kernel's ordinary ones or
 *     {@link #HUGE_PAGE_BYTES}; the kernel may refuse huge ones, which a run says
 * @param layout of its frames and of the walk
 */
public record Point(
    String subject, long arrayBytes, long strideBytes, long pageBytes, Layout layout) {

  /** The paper's element: a C {@code double}. */
  public static final int ELEMENT_BYTES = 8;

  /** The ordinary page of x86-64 and of most arm64 kernels. */
  public static final long BASE_PAGE_BYTES = 4_096;

  /** The ordinary pages there are; an arm64 kernel is built for one of them. */
  private static final List<Long> ORDINARY_PAGES_BYTES = List.of(BASE_PAGE_BYTES, 16_384L, 65_536L);

  /** Name of the factor that says how frames lie and how they are walked. */
  public static final String LAYOUT = "layout";

  /** The page of a middle page-table level: 512 ordinary ones. */
  public static final long HUGE_PAGE_BYTES = 2L << 20;

  /** Refuses sizes and strides that the walk cannot have. */
  public Point {
    if (arrayBytes < 0 || strideBytes < 0) {
      throw new IllegalArgumentException(
          "array %d B, stride %d B: neither may be negative".formatted(arrayBytes, strideBytes));
    }
    if (strideBytes % ELEMENT_BYTES != 0 || arrayBytes % ELEMENT_BYTES != 0) {
      throw new IllegalArgumentException(
          "array %d B, stride %d B: both must be multiples of %d B, the size of a double"
              .formatted(arrayBytes, strideBytes, ELEMENT_BYTES));
    }
    if (!ORDINARY_PAGES_BYTES.contains(pageBytes) && pageBytes != HUGE_PAGE_BYTES) {
      throw new IllegalArgumentException(
          "pages of %d B: they must be ordinary ones, of %s B, or of %d B"
              .formatted(pageBytes, ORDINARY_PAGES_BYTES, HUGE_PAGE_BYTES));
    }
    if (strideBytes > arrayBytes) {
      throw new IllegalArgumentException(
          "stride %d B is larger than the array of %d B: use a stride of at most %d B"
              .formatted(strideBytes, arrayBytes, arrayBytes));
    }
  }

  /** A point whose array lies and is walked as usual. */
  public Point(String subject, long arrayBytes, long strideBytes, long pageBytes) {
    this(subject, arrayBytes, strideBytes, pageBytes, Layout.USUAL);
  }

  /** The same whose array stands on ordinary pages. */
  public Point(String subject, long arrayBytes, long strideBytes) {
    this(subject, arrayBytes, strideBytes, BASE_PAGE_BYTES);
  }

  /** The point without an array, whose cost is the direct cost. */
  public static Point direct(String subject) {
    return new Point(subject, 0, 0);
  }

  /** Elements of the array. */
  public long elements() {
    return arrayBytes / ELEMENT_BYTES;
  }

  /**
   * Whether the array is wished on huge pages; otherwise it stands on the kernel's ordinary ones.
   */
  public boolean isHuge() {
    return pageBytes == HUGE_PAGE_BYTES;
  }

  /** The size of a kernel's ordinary pages, in bytes; the usual size where it is not known. */
  public static long ordinaryPageBytes(Machine machine) {
    Long pageBytes = machine.memory().pageBytes();
    return pageBytes != null && ORDINARY_PAGES_BYTES.contains(pageBytes)
        ? pageBytes
        : BASE_PAGE_BYTES;
  }

  /** Whether no array is walked, so that the point answers the direct cost. */
  public boolean isDirect() {
    return strideBytes == 0;
  }

  /** As the setting of an experiment. */
  public Setting setting() {
    Setting usual =
        Setting.of(
            "subject", subject,
            "arrayBytes", arrayBytes,
            "strideBytes", strideBytes,
            "pageBytes", pageBytes);
    return layout == Layout.USUAL ? usual : usual.with(LAYOUT, layout.word());
  }

  /** The walk that a setting asks for; without an array where it names none. */
  public static Point of(Setting setting, String usualSubject) {
    return new Point(
        setting.has("subject") ? setting.text("subject") : usualSubject,
        setting.whole("arrayBytes", 0),
        setting.whole("strideBytes", 0),
        setting.whole("pageBytes", BASE_PAGE_BYTES),
        setting.has(LAYOUT) ? Layout.called(setting.text(LAYOUT)) : Layout.USUAL);
  }
}
