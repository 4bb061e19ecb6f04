#include "NetworkKernel.h"

#include <string.h>

#ifdef __x86_64__
#include <immintrin.h>
#endif

enum { block = 16, longest = 1024 };

/// The two inputs of a pair, side by side.
static int32_t pair_at(const int16_t *inputs, int pair) {
  int32_t both;
  memcpy(&both, inputs + 2 * pair, sizeof both);
  return both;
}

/// About half of the units are off: the pairs of which one is not, found without a branch for each.
static int pairs_in_use(const int16_t *inputs, int count, uint16_t *used) {
  int usedCount = 0;
  for (int pair = 0; pair < count / 2; pair++) {
    used[usedCount] = (uint16_t)pair;
    usedCount += pair_at(inputs, pair) != 0;
  }
  return usedCount;
}

#ifdef __x86_64__

__attribute__((target("avx2"))) static void block_avx2(
    const int16_t *inputs, const int16_t *rows, const uint16_t *used, int usedCount, int32_t *sums) {
  __m256i low = _mm256_setzero_si256(), high = low;
  for (int index = 0; index < usedCount; index++) {
    const __m256i pair = _mm256_set1_epi32(pair_at(inputs, used[index]));
    const __m256i *row = (const __m256i *)(rows + used[index] * 2 * block);
    low = _mm256_add_epi32(low, _mm256_madd_epi16(pair, _mm256_loadu_si256(row)));
    high = _mm256_add_epi32(high, _mm256_madd_epi16(pair, _mm256_loadu_si256(row + 1)));
  }
  _mm256_storeu_si256((__m256i *)sums, low);
  _mm256_storeu_si256((__m256i *)(sums + 8), high);
}

#endif

static void block_anywhere(
    const int16_t *inputs, const int16_t *rows, const uint16_t *used, int usedCount, int32_t *sums) {
  uint32_t out[block] = {0};
  for (int index = 0; index < usedCount; index++) {
    const int16_t *row = rows + used[index] * 2 * block;
    const int32_t left = inputs[2 * used[index]], right = inputs[2 * used[index] + 1];
    for (int output = 0; output < block; output++)
      out[output] += (uint32_t)(left * row[2 * output]) + (uint32_t)(right * row[2 * output + 1]);
  }
  memcpy(sums, out, sizeof out);
}

void teikit_products(const int16_t *inputs, const int16_t *weights, int count, int outputs, int32_t *sums) {
  uint16_t used[longest / 2];
  const int usedCount = pairs_in_use(inputs, count, used);
#ifdef __x86_64__
  if (__builtin_cpu_supports("avx2")) {
    for (int first = 0; first < outputs; first += block)
      block_avx2(inputs, weights + (long)first * count, used, usedCount, sums + first);
    return;
  }
#endif
  for (int first = 0; first < outputs; first += block)
    block_anywhere(inputs, weights + (long)first * count, used, usedCount, sums + first);
}
