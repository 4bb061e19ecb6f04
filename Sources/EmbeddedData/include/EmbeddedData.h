#pragma once
#include "EmbeddedSchema.h"
