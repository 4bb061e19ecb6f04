#ifndef TEIKIT_NETWORK_KERNEL_H
#define TEIKIT_NETWORK_KERNEL_H

#include <stdint.h>

/// For each of `outputs` the sum of the products of its weights with `inputs`; wraps around where it overflows.
///
/// In C because Swift has no way to say "multiply sixteen bits and add pairs", which is one instruction everywhere, nor to
/// choose the widest vectors that the machine has when the program runs.
///
/// - Parameters:
///   - weights: By block of 16 outputs, then pair of inputs, then output, then input of the pair.
///   - count: How many inputs there are; even, at most 1024.
///   - outputs: How many outputs there are, a multiple of 16.
void teikit_products(const int16_t *inputs, const int16_t *weights, int count, int outputs, int32_t *sums);

#endif
