/* Names of the system calls that message flows make. */
#ifndef SWITCHLAB_SYSCALL_NAME_H
#define SWITCHLAB_SYSCALL_NAME_H

enum { SYSCALL_NAME_BYTES = 32 };

/* The name of the system call, or its number where it is none that a subject is expected to make. */
void syscall_name(char name[SYSCALL_NAME_BYTES], int number);

#endif
