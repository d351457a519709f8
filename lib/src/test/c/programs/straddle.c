/* Loads, stores and modifications of 2, 4 and 8 bytes that lie in two lines, and in two pages.
   Every loaded value is used: valgrind's translator drops a load whose result is not. */
void work(void);

typedef short __attribute__((aligned(1), may_alias)) two;
typedef int __attribute__((aligned(1), may_alias)) four;
typedef long __attribute__((aligned(1), may_alias)) eight;

enum { LINE_BYTES = 64, LINES = 1024 };
static _Alignas(4096) char bytes[LINE_BYTES * (LINES + 1)];
long sum;

void work(void)
{
    for (int pass = 0; pass < 2; pass++)
        for (int line = 1; line <= LINES; line++) {
            char *next = bytes + line * LINE_BYTES;
            *(volatile eight *)(next - 3) = line;
            __asm__ volatile("addl %1, %0" : "+m"(*(four *)(next - 1)) : "r"(line));
            sum += *(volatile two *)(next - 1);
            sum += *(volatile eight *)(next - 8);
        }
}
