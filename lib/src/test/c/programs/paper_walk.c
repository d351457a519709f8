/* Much of the paper's Algorithm 1, with integers: long enough to time an instrumentation by. */
void work(void);

enum { LENGTH = 4096, WALKS = 1600 };
static volatile long array[LENGTH];

static void __attribute__((noinline)) walk(long stride)
{
    for (long i = 0; i < stride; i++)
        for (long j = i; j < LENGTH; j += stride)
            array[j] += 1;
}

void work(void)
{
    for (int i = 0; i < WALKS; i++) {
        walk(1);
        walk(8);
        walk(32);
    }
}
