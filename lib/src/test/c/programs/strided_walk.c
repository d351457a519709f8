/* Read-modify-write of an array twice as large as L1d, with strides below, at and above a line. */
void work(void);

enum { LENGTH = 8192 };
static long array[LENGTH];

static void walk(long stride)
{
    for (long start = 0; start < stride; start++)
        for (long i = start; i < LENGTH; i += stride)
            array[i] += i;
}

void work(void)
{
    walk(1);
    walk(8);
    walk(513);
}
