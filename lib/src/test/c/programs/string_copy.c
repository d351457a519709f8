/* rep movsq: one instruction, as many loads and stores as words. */
void work(void);

enum { WORDS = 1024 };
static long from[WORDS], to[WORDS];

void work(void)
{
    for (int pass = 0; pass < 4; pass++) {
        const long *source = from;
        long *target = to;
        long words = WORDS - pass;
        __asm__ volatile("rep movsq" : "+S"(source), "+D"(target), "+c"(words) : : "memory");
    }
}
