/* Becomes another program that is killed when the controller ends: QEMU knows no such wish. */
#ifndef SWITCHLAB_TETHER_H
#define SWITCHLAB_TETHER_H

/* COMMAND and its arguments; NULL ends them. */
_Noreturn void tether_run(char **command);

#endif
