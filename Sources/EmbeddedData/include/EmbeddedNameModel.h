#pragma once

#include <stddef.h>
#include <stdint.h>

/// The trained network that finds names, aligned to 64 bytes; lives as long as the program.
const uint8_t *_Nonnull teikit_name_model_bytes(void);

/// Its size in bytes.
size_t teikit_name_model_count(void);
