#include "EmbeddedNameModel.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// What is in it is read in place.
_Alignas(64) static const uint8_t model[] = {
#embed "names.model"
};

const uint8_t *teikit_name_model_bytes(void) { return model; }

size_t teikit_name_model_count(void) { return sizeof model; }
