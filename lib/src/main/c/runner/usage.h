/* What --help and --version print. */
#ifndef SWITCHLAB_USAGE_H
#define SWITCHLAB_USAGE_H

void usage_print(void);

void version_print(void);

#endif
