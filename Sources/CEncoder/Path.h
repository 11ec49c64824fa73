#ifndef CENCODER_PATH_H
#define CENCODER_PATH_H

#include "include/CEncoder.h"

// A product of whole numbers: `a` has `rows` rows of `depth` unsigned bytes, one for each
// `row_scales`; `b` is laid out as the weights of a linear layer.
struct ce_product {
  const uint8_t *a;
  size_t rows, stride;
  const float *row_scales;
  struct ce_linear b;
  float *out;
  size_t out_stride;
};

struct ce_path {
  const char *name;
  void (*product)(const struct ce_product *);
  // A row in whole numbers from 1 to 255, 128 for 0; gives the scale. `count` % 16 == 0.
  float (*quantise)(const float *in, size_t count, uint8_t *out);
  void (*gelu)(float *values, size_t count);
  // Norm of the sum of two rows of `ce_hidden`, in place in `x`.
  void (*add_norm)(float *x, const float *y, const float *norm);
  // A row's softmax in whole numbers to 255, in `room` bytes (% 16 == 0) of which those from `count` are 0;
  // gives the factor that makes their sum one. Writes to the scores from `count` on.
  float (*softmax)(float *scores, size_t count, size_t room, uint8_t *out);
  // Keys and values of one head, laid out as weights; `in` has a row for each of `count` pieces.
  void (*pack_keys)(const float *in, size_t stride, size_t count, int8_t *out, float *scales, int32_t *offsets);
  void (*pack_values)(const float *in, size_t stride, size_t count, int8_t *out, float *scales);
  void (*span_scores)(
      const struct ce_span_head *, const uint8_t *distance, const uint8_t *neighbour, size_t words, float *out);
};

#if defined(__x86_64__)
extern const struct ce_path ce_path_avx512, ce_path_avx2;
#endif
extern const struct ce_path ce_path_portable;

// Numbers of each attention head.
enum { ce_head = ce_hidden / ce_heads };

#endif
