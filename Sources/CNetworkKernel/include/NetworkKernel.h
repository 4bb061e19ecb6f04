#ifndef TEIKIT_NETWORK_KERNEL_H
#define TEIKIT_NETWORK_KERNEL_H

#include <stdint.h>

/// For each of `outputs` rows of `weights` the sum of its products with `inputs`.
///
/// In C because Swift has no way to say "multiply sixteen bits and add pairs", which is one instruction everywhere, nor to
/// choose the widest vectors that the machine has when the program runs.
void teikit_products(const int16_t *inputs, const int16_t *weights, int count, int outputs, int32_t *sums);

#endif
