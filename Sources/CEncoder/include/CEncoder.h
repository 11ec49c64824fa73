#ifndef CENCODER_H
#define CENCODER_H

#include <stddef.h>
#include <stdint.h>

// A small text encoder in whole numbers: 8-bit weights times 8-bit values, summed in 32 bits.
// Each way of computing gives the same numbers to the last bit.

// A way of computing, for what the processor has.
struct ce_path;

// The paths that this processor can take, the fastest first; NULL past the last one.
const struct ce_path *ce_path_at(size_t index);
const char *ce_path_name(const struct ce_path *path);

// A linear layer. The weights lie in blocks of 16 outputs, and in these in groups of 4 inputs.
// `columns` and `depth` are multiples of 16.
struct ce_linear {
  size_t depth, columns;
  const int8_t *weights;
  const float *scales;
  // NULL: none.
  const float *bias;
  // 128 times the sum of each output's weights: inputs are stored as 128 more than they are.
  const int32_t *offsets;
};

// What the layers of an encoder compute with; all in a mapped file.
struct ce_layer {
  struct ce_linear qkv, out, wide, narrow;
  // Factors, then summands.
  const float *norm_attention, *norm_inner;
};

enum { ce_hidden = 384, ce_inner = 1536, ce_heads = 12, ce_room = 192, ce_most_layers = 12 };

struct ce_model {
  uint32_t vocabulary, layers, places;
  const int8_t *words;
  const float *word_scales;
  // One row for each place; one for each shape, without and with the start of a paragraph.
  const float *place_rows, *mark_rows;
  const float *norm;
  struct ce_layer layer[ce_most_layers];
};

// What an encoder is given: pieces of all windows in a row.
struct ce_input {
  const uint32_t *pieces;
  // Rows of `mark_rows`.
  const uint8_t *marks;
  // Where each window starts, and the end of the last.
  const uint32_t *starts;
  size_t windows;
};

// Writes `ce_hidden` numbers for each piece to `out`. 0: there was not enough memory.
int ce_encode(const struct ce_path *path, const struct ce_model *model, struct ce_input input, float *out);

// Writes `columns` numbers for each of `rows` rows of `depth` numbers. 0: not enough memory.
int ce_linear_apply(
    const struct ce_path *path, const struct ce_linear *linear, const float *in, size_t rows, float *out);

// GELU of each number, in place; `count` is a multiple of 16.
void ce_gelu(const struct ce_path *path, float *values, size_t count);

// What scores each word for one cue.
struct ce_span_head {
  // `ce_room` numbers of each word to add and as many to multiply, of the cue likewise.
  const float *words, *cue;
  const float *distances, *neighbours;
  // 5 rows of `ce_room`, and 5 summands.
  const float *last, *bias;
};

// Writes 5 scores for each word. `distance` and `neighbour` are rows of the head for each word.
void ce_span_scores(
    const struct ce_path *path, const struct ce_span_head *head, const uint8_t *distance,
    const uint8_t *neighbour, size_t words, float *out);

#endif
