/* An array as the command line asks for it: size, stride, pages, order. */
#ifndef SWITCHLAB_ASKED_H
#define SWITCHLAB_ASKED_H

#include <stddef.h>
#include <stdint.h>

#include "options.h"

/* Mapped and touched. */
struct array array_asked_for(const struct options *options);

/* What its mapping is a multiple of. */
uint64_t array_page_bytes(const struct options *options);

/* How many of its bytes stand on the pages asked for, where these are a wish; -1 if that cannot be
   known. */
int64_t array_granted_bytes(const struct options *options, const struct array *array);

/* " hugeBytes=B" or " colouredBytes=B" for a line; empty where small pages were asked for, which all
   are granted, or where it cannot be known. */
enum { GRANTED_FIELD_BYTES = 40 };
void format_granted_bytes(char text[GRANTED_FIELD_BYTES], const struct options *options,
                          int64_t bytes);

#endif
