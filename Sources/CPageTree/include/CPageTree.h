// What Swift cannot do with gumbo: give up a parse in its midst, and free a tree of any depth.
#pragma once

#include <gumbo.h>
#include <stdbool.h>
#include <stddef.h>

/// The memory of one tree: gumbo takes all of it from here and gives none back before the end.
typedef struct cpagetree_store cpagetree_store;

/// NULL without memory.
cpagetree_store *cpagetree_open(void);
/// Frees all trees that were made with the store, in one go.
void cpagetree_close(cpagetree_store *store);

/// The document of UTF-8 bytes, which must outlive it; NULL if it would take more than `budget`
/// bytes, or if there is no memory. A store makes one tree at a time: the one before is gone.
const GumboNode *cpagetree_parse(cpagetree_store *store, const char *bytes, size_t count,
                                 size_t budget);
