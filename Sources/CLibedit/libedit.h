// The system's libedit: <histedit.h> is its native interface.
#include <histedit.h>
