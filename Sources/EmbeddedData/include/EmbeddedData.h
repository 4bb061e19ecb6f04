#pragma once
#include "EmbeddedGazetteer.h"
#include "EmbeddedNameModel.h"
#include "EmbeddedSchema.h"
#include "EmbeddedStructureModel.h"
