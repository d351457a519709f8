/* For a program that the emulator's plugin counts without a machine around it (EmulatedProgram): what is
   counted begins and ends here. C and C++; needs nothing else of this project. Elsewhere the program runs as
   ever, two stores slower.

       region_open();
       warm_up();
       region_begin();
       work();
       region_end();

   Several regions one after the other are counted apart. */
#ifndef SWITCHLAB_REGION_H
#define SWITCHLAB_REGION_H

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

/* The page of marks, and its first two: see mark.h. */
#define REGION_PAGE 0x100000000000UL
#define REGION_PAGE_BYTES 4096
#define REGION_END_OFFSET 64

/* Maps the page of marks; once, before the first region. */
static inline void region_open(void)
{
    void *page = mmap((void *)REGION_PAGE, REGION_PAGE_BYTES, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED | MAP_POPULATE, -1, 0);
    if (page == MAP_FAILED) {
        perror("mmap of the page of marks: give the program more memory (ulimit -v)");
        exit(EXIT_FAILURE);
    }
}

/* Nothing the compiler moves passes a mark. */
static inline void region_mark(unsigned long offset)
{
    __asm__ volatile("" ::: "memory");
    *(volatile char *)(REGION_PAGE + offset) = 1;
    __asm__ volatile("" ::: "memory");
}

static inline void region_begin(void)
{
    region_mark(0);
}

static inline void region_end(void)
{
    region_mark(REGION_END_OFFSET);
}

#endif
