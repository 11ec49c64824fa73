// The word lists and the model, embedded as bytes: reading them costs nothing at start-up.
#ifndef CLEXICONS_H
#define CLEXICONS_H

#include <stddef.h>

struct embedded_file {
  const char *name;
  const unsigned char *bytes;
  size_t count;
};

/// The file embedded under `name` ("agencies.tsv"); NULL where there is none.
const struct embedded_file *embedded_file_named(const char *name);

/// The embedded file at `index`; NULL past the last one.
const struct embedded_file *embedded_file_at(size_t index);

#endif
