#include "array.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "failure.h"

/* munmap(2) takes whole pages of the kernel's, which are 16 or 64 KiB on some arm64 machines. */
static size_t round_up(size_t bytes, size_t page_bytes)
{
    size_t kernel_bytes = (size_t)sysconf(_SC_PAGESIZE);
    size_t unit = page_bytes > kernel_bytes ? page_bytes : kernel_bytes;
    return (bytes + unit - 1) / unit * unit;
}

/* Maps one page more than needed and gives the ends back: mmap aligns to the small page only. */
static char *map_aligned(size_t bytes, size_t page_bytes, int sharing)
{
    const size_t more = round_up(1, page_bytes);
    char *mapping =
        mmap(NULL, bytes + more, PROT_READ | PROT_WRITE, sharing | MAP_ANONYMOUS, -1, 0);
    if (mapping == MAP_FAILED)
        fail("use a smaller --array-bytes, or lift the memory limit (ulimit -v, cgroup)",
             "mmap(%zu bytes)", bytes + more);
    char *aligned = (char *)round_up((size_t)mapping, page_bytes);
    if (aligned > mapping)
        munmap(mapping, (size_t)(aligned - mapping));
    munmap(aligned + bytes, (size_t)(mapping + more - aligned));
    return aligned;
}

/* EINVAL is how a kernel without CONFIG_TRANSPARENT_HUGEPAGE answers either advice; address and length
   are whole pages here. */
void array_advise(void *from, size_t bytes, int advice)
{
    if (madvise(from, bytes, advice) == 0)
        return;
    if (errno == EINVAL)
        end_without_huge_pages();
    fail("use a smaller --array-bytes, or lift the memory limit (ulimit -v, cgroup)",
         "madvise(%zu bytes, %s)", bytes,
         advice == MADV_HUGEPAGE ? "MADV_HUGEPAGE" : "MADV_NOHUGEPAGE");
}

static void choose_pages(void *mapping, size_t bytes, uint64_t page_bytes)
{
    if (page_bytes == HUGE_PAGE_BYTES) {
        array_advise(mapping, bytes, MADV_HUGEPAGE);
        return;
    }
    /* Refused only by a kernel without transparent huge pages, where it is not needed. */
    madvise(mapping, bytes, MADV_NOHUGEPAGE);
}

static struct array map(uint64_t array_bytes, uint64_t stride_bytes, uint64_t page_bytes,
                        int sharing)
{
    struct array array = {
        .length = array_bytes / sizeof(double),
        .stride = stride_bytes / sizeof(double),
    };
    if (array_bytes == 0)
        return array;
    size_t bytes = round_up(array_bytes, page_bytes);
    char *mapping = map_aligned(bytes, page_bytes, sharing);
    choose_pages(mapping, bytes, page_bytes);
    memset(mapping, 0, bytes); /* all bits zero is 0.0; writing makes the pages private and present */
    array.elements = (double *)(void *)mapping;
    return array;
}

struct array array_map(uint64_t array_bytes, uint64_t stride_bytes, uint64_t page_bytes)
{
    return map(array_bytes, stride_bytes, page_bytes, MAP_PRIVATE);
}

struct array array_map_shared(uint64_t array_bytes, uint64_t stride_bytes, uint64_t page_bytes)
{
    return map(array_bytes, stride_bytes, page_bytes, MAP_SHARED);
}

size_t array_mapped_bytes(const struct array *array, uint64_t page_bytes)
{
    return round_up(array->length * sizeof(double), page_bytes);
}

void array_unmap(const struct array *array, uint64_t page_bytes)
{
    if (array->length > 0)
        munmap(array->elements, array_mapped_bytes(array, page_bytes));
}

int64_t array_huge_bytes(const struct array *array)
{
    FILE *smaps = fopen("/proc/self/smaps", "re");
    if (smaps == NULL)
        return -1;
    char line[256];
    uintptr_t first = 0, end = 0, at = (uintptr_t)array->elements;
    uintptr_t last = at + array->length * sizeof(double);
    int64_t kib, huge_kib = 0;
    while (fgets(line, sizeof line, smaps) != NULL) {
        if (sscanf(line, "%" SCNxPTR "-%" SCNxPTR " ", &first, &end) == 2)
            continue;
        if (first < last && end > at && sscanf(line, "AnonHugePages: %" SCNd64, &kib) == 1)
            huge_kib += kib;
    }
    fclose(smaps);
    /* The kernel may keep a neighbour on the same pages in one entry with it. */
    int64_t own_bytes = (int64_t)array_mapped_bytes(array, HUGE_PAGE_BYTES);
    return huge_kib * 1024 < own_bytes ? huge_kib * 1024 : own_bytes;
}
