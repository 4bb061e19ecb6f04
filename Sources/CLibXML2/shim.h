// The one header through which Swift sees libxml2.
//
// Beside the includes it holds only what Swift cannot say: a variadic error handler, and casts between the
// C structures that share their first fields.
#include <libxml/xmlversion.h>
// Its headers would take in those of the system's ICU, whose types are others than those of Foundation's: a module that
// sees both, as by way of GRDB, does not compile. Nothing here uses them.
#undef LIBXML_ICU_ENABLED
#include <libxml/chvalid.h>
#include <libxml/parser.h>
#include <libxml/SAX2.h>
#include <libxml/encoding.h>
#include <libxml/globals.h>
#include <libxml/threads.h>
#include <libxml/tree.h>
#include <libxml/valid.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlsave.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlschemastypes.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

static void teikit_ignore_message(void *context, const char *format, ...) {
  (void)context;
  (void)format;
}

/// Keeps libxml2 from writing to standard error, on this thread and on those that begin later.
static inline void teikit_silence_generic_errors(void) {
  xmlSetGenericErrorFunc(NULL, teikit_ignore_message);
  xmlThrDefSetGenericErrorFunc(NULL, teikit_ignore_message);
}

/// The thread's structured error handler, so that it can be put back.
static inline xmlStructuredErrorFunc teikit_structured_error_handler(void) { return xmlStructuredError; }
static inline void *teikit_structured_error_context(void) { return xmlStructuredErrorContext; }

/// The children of an entity reference inside an attribute point to the entity itself.
static inline xmlEntityPtr teikit_entity_of_reference(xmlNodePtr reference) {
  return xmlGetDocEntity(reference->doc, reference->name);
}

/// `xmlMalloc`, `xmlFree` and `xmlRealloc` are variables, which Swift does not let several threads read.
static inline void *teikit_allocate(size_t size) { return xmlMalloc(size); }
static inline void teikit_free(const void *memory) { xmlFree((void *)memory); }
static inline xmlChar *teikit_resize(xmlChar *memory, size_t size) { return (xmlChar *)xmlRealloc(memory, size); }
