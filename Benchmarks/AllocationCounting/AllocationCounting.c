// Counts allocations by standing in for malloc: a program's own definition goes before that of the C library, in every
// library that the program loads. Memory still comes from the C library, so that its free needs no stand-in.

#include "AllocationCounting.h"

#include <errno.h>
#include <stdlib.h>

static _Thread_local long count = 0;

long allocation_count(void) { return count; }

#ifdef __GLIBC__

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t number, size_t size);
extern void *__libc_realloc(void *block, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);

void *malloc(size_t size) {
  count++;
  return __libc_malloc(size);
}

void *calloc(size_t number, size_t size) {
  count++;
  return __libc_calloc(number, size);
}

void *realloc(void *block, size_t size) {
  count++;
  return __libc_realloc(block, size);
}

void *aligned_alloc(size_t alignment, size_t size) {
  count++;
  return __libc_memalign(alignment, size);
}

int posix_memalign(void **block, size_t alignment, size_t size) {
  count++;
  *block = __libc_memalign(alignment, size);
  return *block ? 0 : ENOMEM;
}

bool counts_allocations(void) { return true; }

#else

bool counts_allocations(void) { return false; }

#endif
