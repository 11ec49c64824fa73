// The system's expat: a parser that checks documents and hands over their parts.
#include <expat.h>
