#include "NetworkKernel.h"

#if defined(__x86_64__) && defined(__linux__)
#define WIDEST __attribute__((target_clones("avx2", "default")))
#else
#define WIDEST
#endif

WIDEST
void teikit_products(const int16_t *inputs, const int16_t *weights, int count, int outputs, int32_t *sums) {
  for (int output = 0; output < outputs; output++) {
    const int16_t *row = weights + (long)output * count;
    int32_t sum = 0;
    for (int index = 0; index < count; index++) sum += (int32_t)inputs[index] * row[index];
    sums[output] = sum;
  }
}
