#pragma once

#include <stddef.h>
#include <stdint.h>

/// The RELAX NG schema of our encoding, schemas/teikit.rng; lives as long as the program.
const uint8_t *_Nonnull teikit_schema_bytes(void);

/// Its size in bytes.
size_t teikit_schema_count(void);
