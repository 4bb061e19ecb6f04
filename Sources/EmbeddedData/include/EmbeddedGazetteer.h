#pragma once

#include <stddef.h>
#include <stdint.h>

/// The compiled gazetteer; lives as long as the program.
const uint8_t *_Nonnull teikit_gazetteer_bytes(void);

/// Its size in bytes.
size_t teikit_gazetteer_count(void);
