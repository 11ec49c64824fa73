#include "CLexicons.h"

#include <string.h>

// C23 #embed: adding a word needs an edit of its file alone. One entry a file, here and below.
static const unsigned char latin_letters[] = {
#embed "lexicons/latin-letters.tsv"
};
static const unsigned char agencies[] = {
#embed "lexicons/agencies.tsv"
};
static const unsigned char sentence_words[] = {
#embed "lexicons/sentence-words.tsv"
};

#define ENTRY(name, bytes) {name, bytes, sizeof bytes}
static const struct embedded_file files[] = {
    ENTRY("latin-letters.tsv", latin_letters),
    ENTRY("agencies.tsv", agencies),
    ENTRY("sentence-words.tsv", sentence_words),
};

const struct embedded_file *embedded_file_named(const char *name) {
  for (size_t i = 0; i < sizeof files / sizeof *files; i++)
    if (strcmp(files[i].name, name) == 0) return &files[i];
  return NULL;
}

const struct embedded_file *embedded_file_at(size_t index) {
  return index < sizeof files / sizeof *files ? &files[index] : NULL;
}
