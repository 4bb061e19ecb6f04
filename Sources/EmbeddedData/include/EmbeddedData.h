#pragma once
#include "EmbeddedGazetteer.h"
#include "EmbeddedSchema.h"
#include "EmbeddedStructureModel.h"
