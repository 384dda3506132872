// libxml2's ICU support pulls in a UErrorCode that clashes with Foundation's own.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlreader.h>

/// xmlFree is a global function pointer, which Swift 6 does not let through.
static inline void reform_xml_free(void *pointer) { xmlFree(pointer); }
