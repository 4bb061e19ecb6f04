#include "NetworkKernel.h"

#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#define HAS_LEVELS 1
#endif

enum { block = 16, longest = 1024, dropped_bits = 10 };

/// Loops that a compiler turns into vectors by itself, as wide as the function they are put into may have them.
#define LOOP static inline __attribute__((always_inline)) void

LOOP add(const int16_t *numbers, int count, int16_t *sums) {
  for (int index = 0; index < count; index++) sums[index] = (int16_t)((uint16_t)sums[index] + (uint16_t)numbers[index]);
}

LOOP add_rows(
    const int8_t *rows, uint32_t mask, const uint32_t *indices, int count, int width, int16_t *sums) {
  for (int index = 0; index < count; index++) {
    const int8_t *row = rows + (long)(indices[index] & mask) * width;
    for (int column = 0; column < width; column++) sums[column] += row[column];
  }
}

LOOP narrow(const int32_t *sums, const int32_t *biases, int count, int16_t least, int16_t greatest, int16_t *units) {
  for (int index = 0; index < count; index++) {
    const int32_t sum = (int32_t)((uint32_t)sums[index] + (uint32_t)biases[index]) >> dropped_bits;
    units[index] = (int16_t)(sum < least ? least : sum > greatest ? greatest : sum);
  }
}

/// The two inputs of a pair, side by side.
static inline int32_t pair_at(const int16_t *inputs, int pair) {
  int32_t both;
  memcpy(&both, inputs + 2 * pair, sizeof both);
  return both;
}

static void products_anywhere(const int16_t *inputs, const int16_t *weights, int count, int outputs, int32_t *sums) {
  for (int first = 0; first < outputs; first += block) {
    const int16_t *row = weights + (long)first * count;
    uint32_t out[block] = {0};
    for (int pair = 0; pair < count / 2; pair++, row += 2 * block) {
      if (pair_at(inputs, pair) == 0) continue;
      const int32_t left = inputs[2 * pair], right = inputs[2 * pair + 1];
      for (int output = 0; output < block; output++)
        out[output] += (uint32_t)(left * row[2 * output]) + (uint32_t)(right * row[2 * output + 1]);
    }
    memcpy(sums + first, out, sizeof out);
  }
}

#define INSTANCE(level, features) \
  features static void add_##level(const int16_t *numbers, int count, int16_t *sums) { add(numbers, count, sums); } \
  features static void add_rows_##level( \
      const int8_t *rows, uint32_t mask, const uint32_t *indices, int count, int width, int16_t *sums) { \
    add_rows(rows, mask, indices, count, width, sums); \
  } \
  features static void narrow_##level( \
      const int32_t *sums, const int32_t *biases, int count, int16_t least, int16_t greatest, int16_t *units) { \
    narrow(sums, biases, count, least, greatest, units); \
  }

INSTANCE(anywhere, )

#ifdef HAS_LEVELS

#define AVX2 __attribute__((target("avx2")))
#define AVX512 __attribute__((target("avx512f,avx512bw,avx512vnni,prefer-256-bit")))

INSTANCE(avx2, AVX2)
INSTANCE(avx512, AVX512)

/// About half of the units are off: the pairs of which one is not, found without a branch for each.
static int pairs_in_use(const int16_t *inputs, int count, uint16_t *used) {
  int usedCount = 0;
  for (int pair = 0; pair < count / 2; pair++) {
    used[usedCount] = (uint16_t)pair;
    usedCount += pair_at(inputs, pair) != 0;
  }
  return usedCount;
}

AVX2 static void products_avx2(const int16_t *inputs, const int16_t *weights, int count, int outputs, int32_t *sums) {
  uint16_t used[longest / 2];
  const int usedCount = pairs_in_use(inputs, count, used);
  for (int first = 0; first < outputs; first += block) {
    const int16_t *rows = weights + (long)first * count;
    __m256i low = _mm256_setzero_si256(), high = low;
    for (int index = 0; index < usedCount; index++) {
      const __m256i pair = _mm256_set1_epi32(pair_at(inputs, used[index]));
      const __m256i *row = (const __m256i *)(rows + used[index] * 2 * block);
      low = _mm256_add_epi32(low, _mm256_madd_epi16(pair, _mm256_loadu_si256(row)));
      high = _mm256_add_epi32(high, _mm256_madd_epi16(pair, _mm256_loadu_si256(row + 1)));
    }
    _mm256_storeu_si256((__m256i *)(sums + first), low);
    _mm256_storeu_si256((__m256i *)(sums + first + 8), high);
  }
}

/// The pairs in use, sixteen looked at in one step; `used` has room for sixteen more.
static inline AVX512 int find_pairs_in_use(const int16_t *inputs, int count, uint32_t *used) {
  int usedCount = 0;
  __m512i pairs = _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  for (int pair = 0; pair < count / 2; pair += 16, pairs = _mm512_add_epi32(pairs, _mm512_set1_epi32(16))) {
    const int left = count / 2 - pair;
    const __mmask16 there = left < 16 ? (__mmask16)((1u << left) - 1) : (__mmask16)-1;
    const __m512i both = _mm512_maskz_loadu_epi32(there, inputs + 2 * pair);
    const __mmask16 in_use = _mm512_test_epi32_mask(both, both);
    _mm512_storeu_si512(used + usedCount, _mm512_maskz_compress_epi32(in_use, pairs));
    usedCount += __builtin_popcount(in_use);
  }
  return usedCount;
}

/// The sums after the products of one pair more.
static inline AVX512 __m512i add_pair(__m512i sum, int32_t pair, const int16_t *row) {
  return _mm512_dpwssd_epi32(sum, _mm512_set1_epi32(pair), _mm512_loadu_si512(row));
}

/// Four blocks at once: a pair is looked up once for all, and no sum waits for the one before.
static inline AVX512 void products_of_four(
    const int16_t *inputs, const int16_t *weights, int count, const uint32_t *used, int usedCount, int32_t *sums) {
  __m512i sum[4] = {0};
  for (int index = 0; index < usedCount; index++) {
    const int32_t pair = pair_at(inputs, (int)used[index]);
    const int16_t *row = weights + used[index] * 2 * block;
    for (int part = 0; part < 4; part++) sum[part] = add_pair(sum[part], pair, row + (long)part * count * block);
  }
  for (int part = 0; part < 4; part++) _mm512_storeu_si512(sums + part * block, sum[part]);
}

/// One block: to leave pairs out would take longer than to add them.
static inline AVX512 void products_of_one(const int16_t *inputs, const int16_t *weights, int count, int32_t *sums) {
  __m512i sum[4] = {0};
  int pair = 0;
  for (; pair + 4 <= count / 2; pair += 4)
    for (int way = 0; way < 4; way++)
      sum[way] = add_pair(sum[way], pair_at(inputs, pair + way), weights + (long)(pair + way) * 2 * block);
  for (; pair < count / 2; pair++)
    sum[0] = add_pair(sum[0], pair_at(inputs, pair), weights + (long)pair * 2 * block);
  _mm512_storeu_si512(
      sums, _mm512_add_epi32(_mm512_add_epi32(sum[0], sum[1]), _mm512_add_epi32(sum[2], sum[3])));
}

AVX512 static void products_avx512(
    const int16_t *inputs, const int16_t *weights, int count, int outputs, int32_t *sums) {
  int first = 0;
  if (outputs >= 4 * block) {
    uint32_t used[longest / 2 + 16];
    const int usedCount = find_pairs_in_use(inputs, count, used);
    for (; first + 4 * block <= outputs; first += 4 * block)
      products_of_four(inputs, weights + (long)first * count, count, used, usedCount, sums + first);
  }
  for (; first < outputs; first += block)
    products_of_one(inputs, weights + (long)first * count, count, sums + first);
}

static inline int has_avx512(void) {
  return __builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw");
}
static inline int has_avx2(void) { return __builtin_cpu_supports("avx2"); }

#define WIDEST(call, ...) \
  do { \
    if (has_avx512()) return call##_avx512(__VA_ARGS__); \
    if (has_avx2()) return call##_avx2(__VA_ARGS__); \
    return call##_anywhere(__VA_ARGS__); \
  } while (0)
#else
#define WIDEST(call, ...) return call##_anywhere(__VA_ARGS__)
#endif

void teikit_products(const int16_t *inputs, const int16_t *weights, int count, int outputs, int32_t *sums) {
  WIDEST(products, inputs, weights, count, outputs, sums);
}

void teikit_add(const int16_t *numbers, int count, int16_t *sums) { WIDEST(add, numbers, count, sums); }

void teikit_add_rows(
    const int8_t *rows, uint32_t mask, const uint32_t *indices, int count, int width, int16_t *sums) {
  WIDEST(add_rows, rows, mask, indices, count, width, sums);
}

void teikit_narrow(
    const int32_t *sums, const int32_t *biases, int count, int16_t least, int16_t greatest, int16_t *units) {
  WIDEST(narrow, sums, biases, count, least, greatest, units);
}
