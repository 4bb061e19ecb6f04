// ArchivePipeline
