// StructureReading
