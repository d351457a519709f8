#include "timer.h"

#include <fcntl.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

#include "host.h"

/* Intel SDM volume 3, "Local APIC": offsets of registers, in 32-bit words. */
enum { APIC_BYTES = 4096, APIC_LVT_TIMER = 0x320 / 4, APIC_INITIAL_COUNT = 0x380 / 4 };

static const off_t apic_address = 0xfee00000;
static const uint32_t masked = UINT32_C(1) << 16;
static const uint32_t soon_ticks = 1000;

static volatile uint32_t *apic;

void timer_map(void)
{
    int memory = open("/dev/mem", O_RDWR | O_SYNC | O_CLOEXEC);
    if (memory == -1)
        host_give_up("open(/dev/mem)");
    apic = mmap(NULL, APIC_BYTES, PROT_READ | PROT_WRITE, MAP_SHARED, memory, apic_address);
    if (apic == MAP_FAILED)
        host_give_up("mmap(/dev/mem at %#jx)", (uintmax_t)apic_address);
    close(memory);
}

void timer_hold(void)
{
    apic[APIC_LVT_TIMER] |= masked;
}

void timer_release(void)
{
    apic[APIC_LVT_TIMER] &= ~masked;
    apic[APIC_INITIAL_COUNT] = soon_ticks;
}
