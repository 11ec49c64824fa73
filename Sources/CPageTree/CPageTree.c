#include "CPageTree.h"

#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>

typedef struct chunk {
  struct chunk *before;
  size_t size;
} chunk;

struct cpagetree_store {
  chunk *last;
  char *next;
  size_t left;
  size_t used;
  size_t budget;
  jmp_buf givenUp;
};

enum { ALIGNMENT = 16, FIRST_CHUNK = 1 << 18 };

cpagetree_store *cpagetree_open(void) { return calloc(1, sizeof(cpagetree_store)); }

static void drop_chunks(cpagetree_store *store, chunk *until) {
  while (store->last != until) {
    chunk *before = store->last->before;
    free(store->last);
    store->last = before;
  }
}

void cpagetree_close(cpagetree_store *store) {
  if (!store) return;
  drop_chunks(store, NULL);
  free(store);
}

// Leaves the parse where the budget is spent: gumbo itself does not look whether it got memory.
// Only frames of gumbo lie between here and `cpagetree_parse`.
static void *take(void *context, size_t size) {
  cpagetree_store *store = context;
  size = (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
  if (size > store->budget - store->used) longjmp(store->givenUp, 1);
  if (size > store->left) {
    size_t room = store->used < FIRST_CHUNK ? FIRST_CHUNK : store->used;
    if (room < size) room = size;
    chunk *more = malloc(room + ALIGNMENT);
    if (!more) longjmp(store->givenUp, 1);
    more->before = store->last;
    more->size = room;
    store->last = more;
    store->next = (char *)more + ALIGNMENT;
    store->left = room;
  }
  char *taken = store->next;
  store->next += size;
  store->left -= size;
  store->used += size;
  return taken;
}

static void keep(void *context, void *memory) {
  (void)context;
  (void)memory;
}

const GumboNode *cpagetree_parse(cpagetree_store *store, const char *bytes, size_t count,
                                 size_t budget) {
  while (store->last && store->last->before) drop_chunks(store, store->last->before);
  store->next = store->last ? (char *)store->last + ALIGNMENT : NULL;
  store->left = store->last ? store->last->size : 0;
  store->used = 0;
  store->budget = budget;
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = take;
  options.deallocator = keep;
  options.userdata = store;
  options.max_errors = 0;
  if (setjmp(store->givenUp)) return NULL;
  return gumbo_parse_with_options(&options, bytes, count)->document;
}
