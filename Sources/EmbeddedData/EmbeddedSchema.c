#include "EmbeddedSchema.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t schema[] = {
#embed "../../schemas/teikit.rng"
};

const uint8_t *teikit_schema_bytes(void) { return schema; }

size_t teikit_schema_count(void) { return sizeof schema; }
