// The system's gumbo, an HTML5 parser: <gumbo.h> is its interface. What is linked is the archive,
// `Package.swift` names it.
#include <gumbo.h>
