/* Comparisons that depend on data, and a binary search: branches that are hard to guess. */
void work(void);

enum { NUMBERS = 400 };
static unsigned numbers[NUMBERS];
unsigned found;

static void fill(void)
{
    unsigned random = 1;
    for (int i = 0; i < NUMBERS; i++) {
        random = random * 1664525 + 1013904223;
        numbers[i] = random >> 8;
    }
}

static void sort(void)
{
    for (int i = 1; i < NUMBERS; i++) {
        unsigned number = numbers[i];
        int at = i;
        for (; at > 0 && numbers[at - 1] > number; at--)
            numbers[at] = numbers[at - 1];
        numbers[at] = number;
    }
}

static int __attribute__((noinline)) place_of(unsigned number)
{
    int low = 0, high = NUMBERS;
    while (low < high) {
        int middle = (low + high) / 2;
        if (numbers[middle] < number)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void work(void)
{
    fill();
    sort();
    for (unsigned i = 0; i < 1000; i++)
        found += (unsigned)place_of(i * 16777);
}
