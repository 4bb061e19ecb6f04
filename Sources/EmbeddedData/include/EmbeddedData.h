#pragma once
#include "EmbeddedGazetteer.h"
#include "EmbeddedSchema.h"
