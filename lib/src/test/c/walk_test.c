/* Checks that one walk increments every element exactly once and nothing beside the array, for
   array sizes around powers of two and strides that divide them and that do not, in either order.
   Says how many cases held; exit status 1 and one line a case that did not. */
#include <stdio.h>
#include <string.h>

#include "array.h"

enum { WALKS = 3, GUARD = 8 };

static int failures;

static void expect(double found, double wanted, size_t at, const struct array *array)
{
    if (found == wanted)
        return;
    failures++;
    printf("length %zu stride %zu: element %zu is %g instead of %g\n", array->length,
           array->stride, at, found, wanted);
}

/* The elements behind `length` belong to the mapping but not to the array: they must stay 0. */
static void check(double *elements, size_t length, size_t stride, bool shuffled)
{
    struct array array = {
        .elements = elements, .length = length, .stride = stride, .shuffled = shuffled};
    memset(elements, 0, (length + GUARD) * sizeof(double));
    for (int walk = 0; walk < WALKS; walk++)
        array_walk_as_asked(&array);
    for (size_t i = 0; i < length; i++)
        expect(elements[i], stride == 0 ? 0 : WALKS, i, &array);
    for (size_t i = length; i < length + GUARD; i++)
        expect(elements[i], 0, i, &array);
}

static int check_all_walks(void)
{
    static const size_t strides[] = {0, 1, 2, 3, 4, 5, 7, 8, 16, 31, 32, 64, 100};
    enum { LARGEST = 8192 };
    struct array space =
        array_map((LARGEST + 1 + GUARD) * sizeof(double), sizeof(double), SMALL_PAGE_BYTES);
    int cases = 0;
    for (size_t power = 1; power <= LARGEST; power *= 2)
        for (size_t length = power - 1; length <= power + 1; length++)
            for (size_t s = 0; s < sizeof strides / sizeof strides[0]; s++)
                if (strides[s] <= length) {
                    check(space.elements, length, strides[s], false);
                    check(space.elements, length, strides[s], true);
                    cases += 2;
                }
    return cases;
}

/* Mapped as asked: aligned to the page, zero, with its length in elements. */
static int check_mapping(size_t bytes, size_t page_bytes)
{
    struct array array = array_map(bytes, 64, page_bytes);
    if (array.length != bytes / 8 || array.stride != 8 || (size_t)array.elements % page_bytes != 0) {
        failures++;
        printf("array_map(%zu, 64, %zu): length %zu stride %zu at %p\n", bytes, page_bytes,
               array.length, array.stride, (void *)array.elements);
    }
    for (size_t i = 0; i < array.length; i++)
        expect(array.elements[i], 0, i, &array);
    return 1;
}

int main(void)
{
    int cases = check_all_walks();
    cases += check_mapping(1024, SMALL_PAGE_BYTES);
    cases += check_mapping(3 * SMALL_PAGE_BYTES + 8, SMALL_PAGE_BYTES);
    cases += check_mapping(2 * HUGE_PAGE_BYTES, SMALL_PAGE_BYTES);
    printf("cases=%d failures=%d\n", cases, failures);
    return failures > 0;
}
