// The pass of the encoder over the windows of a story.
#include <stdlib.h>
#include <string.h>

#include "Path.h"

// Rows worked on at a time where all of a row is needed: what they need stays in the cache.
enum { chunk = 96, attention_chunk = 48 };

struct scratch {
  float *qkv, *wide, *scores, *row_scales, *column_scales, *narrow, *seen;
  uint8_t *bytes, *chances, *queries;
  int8_t *keys, *values;
  int32_t *offsets;
  float *all;
};

static size_t padded(size_t count) { return (count + 15) / 16 * 16; }

static size_t longest_window(struct ce_input in) {
  size_t longest = 0;
  for (size_t w = 0; w < in.windows; w++) {
    size_t length = in.starts[w + 1] - in.starts[w];
    if (length > longest) longest = length;
  }
  return padded(longest);
}

static int allocate(struct scratch *s, size_t rows, size_t longest) {
  size_t floats[] = {rows * 3 * ce_hidden, chunk * ce_inner, attention_chunk * longest, rows + longest, longest + 16,
                     chunk * ce_hidden, rows * ce_hidden};
  size_t bytes[] = {rows * ce_hidden + chunk * ce_inner, attention_chunk * longest, longest * ce_head,
                    longest * ce_head, longest * ce_head, longest * 4};
  float **float_parts[] = {&s->qkv, &s->wide, &s->scores, &s->row_scales, &s->column_scales, &s->narrow, &s->seen};
  size_t total = 0;
  for (int i = 0; i < 7; i++) total += padded(floats[i]) * 4;
  for (int i = 0; i < 6; i++) total += (bytes[i] + 63) / 64 * 64;
  s->all = aligned_alloc(64, total);
  if (!s->all) return 0;
  char *at = (char *)s->all;
  for (int i = 0; i < 7; i++) *float_parts[i] = (float *)at, at += padded(floats[i]) * 4;
  void *byte_parts[6];
  for (int i = 0; i < 6; i++) byte_parts[i] = at, at += (bytes[i] + 63) / 64 * 64;
  s->bytes = byte_parts[0], s->chances = byte_parts[1], s->queries = byte_parts[2];
  s->keys = byte_parts[3], s->values = byte_parts[4], s->offsets = byte_parts[5];
  return 1;
}

static void linear(
    const struct ce_path *path, const struct ce_linear *l, const float *in, size_t rows, uint8_t *bytes,
    float *row_scales, float *out) {
  for (size_t r = 0; r < rows; r++)
    row_scales[r] = path->quantise(in + r * l->depth, l->depth, bytes + r * l->depth);
  path->product(&(struct ce_product){bytes, rows, l->depth, row_scales, *l, out, l->columns});
}

// One head of one window: `qkv` is its first row, `out` where its share of the result goes.
static void attend(const struct ce_path *path, struct scratch *s, const float *qkv, size_t count, float *out) {
  size_t stride = 3 * ce_hidden, room = padded(count);
  path->pack_keys(qkv + ce_hidden, stride, count, s->keys, s->column_scales, s->offsets);
  for (size_t i = 0; i < count; i++)
    s->row_scales[i] = path->quantise(qkv + i * stride, ce_head, s->queries + i * ce_head) * 0.17677669529f;
  struct ce_linear keys = {ce_head, room, s->keys, s->column_scales, NULL, s->offsets};
  float value_scales[ce_head];
  path->pack_values(qkv + 2 * ce_hidden, stride, count, s->values, value_scales);
  struct ce_linear values = {room, ce_head, s->values, value_scales, NULL, NULL};
  for (size_t i = 0; i < count; i += attention_chunk) {
    size_t rows = count - i < attention_chunk ? count - i : attention_chunk;
    path->product(&(struct ce_product){
        s->queries + i * ce_head, rows, ce_head, s->row_scales + i, keys, s->scores, room});
    for (size_t r = 0; r < rows; r++)
      s->row_scales[i + r] = path->softmax(s->scores + r * room, count, room, s->chances + r * room);
    path->product(&(struct ce_product){
        s->chances, rows, room, s->row_scales + i, values, out + i * ce_hidden, ce_hidden});
  }
}

static void run_layer(
    const struct ce_path *path, const struct ce_layer *layer, struct ce_input in, struct scratch *s, float *x) {
  size_t rows = in.starts[in.windows];
  linear(path, &layer->qkv, x, rows, s->bytes, s->row_scales, s->qkv);
  for (size_t w = 0; w < in.windows; w++)
    for (size_t h = 0; h < ce_heads; h++)
      attend(
          path, s, s->qkv + in.starts[w] * 3 * ce_hidden + h * ce_head, in.starts[w + 1] - in.starts[w],
          s->seen + in.starts[w] * ce_hidden + h * ce_head);
  for (size_t at = 0; at < rows; at += chunk) {
    size_t count = rows - at < chunk ? rows - at : chunk;
    float *here = x + at * ce_hidden;
    linear(path, &layer->out, s->seen + at * ce_hidden, count, s->bytes, s->row_scales, s->narrow);
    for (size_t r = 0; r < count; r++)
      path->add_norm(here + r * ce_hidden, s->narrow + r * ce_hidden, layer->norm_attention);
    linear(path, &layer->wide, here, count, s->bytes, s->row_scales, s->wide);
    path->gelu(s->wide, count * ce_inner);
    linear(path, &layer->narrow, s->wide, count, s->bytes, s->row_scales, s->narrow);
    for (size_t r = 0; r < count; r++)
      path->add_norm(here + r * ce_hidden, s->narrow + r * ce_hidden, layer->norm_inner);
  }
}

static void embed(const struct ce_path *path, const struct ce_model *m, struct ce_input in, float *out) {
  for (size_t w = 0; w < in.windows; w++)
    for (size_t i = in.starts[w]; i < in.starts[w + 1]; i++) {
      const int8_t *word = m->words + (size_t)in.pieces[i] * ce_hidden;
      const float *place = m->place_rows + (i - in.starts[w]) * ce_hidden;
      const float *mark = m->mark_rows + (size_t)in.marks[i] * ce_hidden;
      float scale = m->word_scales[in.pieces[i]], *row = out + i * ce_hidden;
      float sum[ce_hidden];
      for (size_t d = 0; d < ce_hidden; d++) row[d] = word[d] * scale, sum[d] = place[d] + mark[d];
      path->add_norm(row, sum, m->norm);
    }
}

int ce_encode(const struct ce_path *path, const struct ce_model *model, struct ce_input input, float *out) {
  struct scratch s;
  if (!allocate(&s, input.starts[input.windows], longest_window(input))) return 0;
  embed(path, model, input, out);
  for (size_t l = 0; l < model->layers; l++) run_layer(path, &model->layer[l], input, &s, out);
  free(s.all);
  return 1;
}

int ce_linear_apply(
    const struct ce_path *path, const struct ce_linear *l, const float *in, size_t rows, float *out) {
  uint8_t *bytes = malloc(chunk * l->depth);
  if (!bytes) return 0;
  float row_scales[chunk];
  for (size_t at = 0; at < rows; at += chunk) {
    size_t count = rows - at < chunk ? rows - at : chunk;
    linear(path, l, in + at * l->depth, count, bytes, row_scales, out + at * l->columns);
  }
  free(bytes);
  return 1;
}

void ce_gelu(const struct ce_path *path, float *values, size_t count) { path->gelu(values, count); }

void ce_span_scores(
    const struct ce_path *path, const struct ce_span_head *head, const uint8_t *distance,
    const uint8_t *neighbour, size_t words, float *out) {
  path->span_scores(head, distance, neighbour, words, out);
}

const struct ce_path *ce_path_at(size_t index) {
#if defined(__x86_64__)
  const struct ce_path *able[3];
  size_t count = 0;
  if (__builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl")
      && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("fma"))
    able[count++] = &ce_path_avx512;
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) able[count++] = &ce_path_avx2;
  able[count++] = &ce_path_portable;
  return index < count ? able[index] : NULL;
#else
  return index == 0 ? &ce_path_portable : NULL;
#endif
}

const char *ce_path_name(const struct ce_path *path) { return path->name; }
