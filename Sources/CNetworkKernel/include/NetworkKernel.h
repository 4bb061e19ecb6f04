#ifndef TEIKIT_NETWORK_KERNEL_H
#define TEIKIT_NETWORK_KERNEL_H

#include <stdint.h>

// The loops of the network that Swift cannot say: it has no "multiply sixteen bits and add pairs", which is one instruction
// everywhere, and cannot choose the widest vectors that the machine has when the program runs.
//
// All is integers that wrap around where they overflow, so that every machine gives the same numbers.

/// For each of `outputs` the sum of the products of its weights with `inputs`.
///
/// - Parameters:
///   - weights: By block of 16 outputs, then pair of inputs, then output, then input of the pair.
///   - count: How many inputs there are; even, at most 1024.
///   - outputs: How many outputs there are, a multiple of 16.
void teikit_products(const int16_t *inputs, const int16_t *weights, int count, int outputs, int32_t *sums);

/// Adds each of `count` numbers to the one at its place in `sums`.
void teikit_add(const int16_t *numbers, int count, int16_t *sums);

/// Adds to `sums` those rows of a table that `indices` names, by the bits of theirs that `mask` has.
///
/// - Parameters:
///   - count: How many indices there are; at most 200, so that no sum overflows.
///   - width: How long a row is.
void teikit_add_rows(
    const int8_t *rows, uint32_t mask, const uint32_t *indices, int count, int width, int16_t *sums);

/// Adds `biases` to `sums`, drops ten bits and keeps what is from `least` to `greatest`.
void teikit_narrow(const int32_t *sums, const int32_t *biases, int count, int16_t least, int16_t greatest, int16_t *units);

#endif
