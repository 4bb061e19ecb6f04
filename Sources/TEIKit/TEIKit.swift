/// Annotated TEI archives from plain-text articles: everything that a user of the library needs, re-exported.
///
/// The stages of an article, in order: ``ArticleModel``, ``StructureReading``, ``SentenceSegmentation``, ``EntityRecognition``,
/// ``EntityLinking``, ``TEIEncoding``, ``TEIValidation``, ``Extraction``, ``ArchivePipeline``; ``XML`` lies below the last
/// four, ``SequenceLabelling`` below the second, ``XPath`` below the last three.
@_exported import ArchivePipeline
@_exported import ArticleModel
@_exported import EntityLinking
@_exported import EntityRecognition
@_exported import Exchange
@_exported import Extraction
@_exported import SentenceSegmentation
@_exported import SequenceLabelling
@_exported import StructureReading
@_exported import TEIEditing
@_exported import TEIEncoding
@_exported import TEIText
@_exported import TEIValidation
@_exported import XML
@_exported import XPath
