// The system's OpenSSL: <openssl/sha.h> makes SHA-256 with the processor's own instructions.
// Its newer interface would bring providers, configuration files and four megabytes with it; the
// older one is deprecated since 3.0 and is all that is needed here.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>
