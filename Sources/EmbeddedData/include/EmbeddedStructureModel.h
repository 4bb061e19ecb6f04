#pragma once

#include <stddef.h>
#include <stdint.h>

/// The trained labeller of lines; lives as long as the program.
const uint8_t *_Nonnull teikit_structure_model_bytes(void);

/// Its size in bytes.
size_t teikit_structure_model_count(void);
