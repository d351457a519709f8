/* The machine's one source of timer interrupts, held back for a while: the local APIC's timer. */
#ifndef SWITCHLAB_TIMER_H
#define SWITCHLAB_TIMER_H

/* Maps the APIC's registers; turns the machine off if that is refused. */
void timer_map(void);

void timer_hold(void);

/* Lets interrupts come again. One that fell due meanwhile is lost, and with it the kernel's chain of
   timers: so one is asked for at once. */
void timer_release(void);

#endif
