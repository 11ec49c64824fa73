// The arguments of the program, as the C library hands them to main.
#include <stddef.h>

#include "CTerminal.h"

static int count;
static char **words;

// Only glibc and Apple's library give them to a constructor as well.
#if defined(__GLIBC__) || defined(__APPLE__)
__attribute__((constructor)) static void keep(int argc, char **argv) {
  count = argc;
  words = argv;
}
#endif

char **cterminal_arguments(int *number) {
  *number = count;
  return words;
}
