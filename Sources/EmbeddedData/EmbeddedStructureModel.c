#include "EmbeddedStructureModel.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t model[] = {
#embed "structure.model"
};

const uint8_t *teikit_structure_model_bytes(void) { return model; }

size_t teikit_structure_model_count(void) { return sizeof model; }
