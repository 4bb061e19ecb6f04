#include "EmbeddedGazetteer.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t gazetteer[] = {
#embed "gazetteer.bin"
};

const uint8_t *teikit_gazetteer_bytes(void) { return gazetteer; }

size_t teikit_gazetteer_count(void) { return sizeof gazetteer; }
