// The system's zlib: <zlib.h> inflates what archives and office documents hold.
#include <zlib.h>
