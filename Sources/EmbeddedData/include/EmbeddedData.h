#pragma once
#include "EmbeddedGazetteer.h"
