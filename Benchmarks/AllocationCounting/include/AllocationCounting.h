#ifndef ALLOCATION_COUNTING_H
#define ALLOCATION_COUNTING_H

#include <stdbool.h>

/// How often this thread has asked for memory since it began.
long allocation_count(void);

/// Whether allocations are counted here: with glibc only.
bool counts_allocations(void);

#endif
