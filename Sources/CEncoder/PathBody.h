// The body of a path: included once for each kind of processor, behind TILE and PATH_NAME.
// Floats are summed in 16 lanes on every processor, and products are fused with sums only where it
// says so, so that the results are the same.
#include <string.h>

// Vectors are handed only to functions that are inlined: how they are passed does not matter.
#pragma clang diagnostic ignored "-Wpsabi"
#pragma STDC FP_CONTRACT OFF

typedef float lanes __attribute__((vector_size(64), aligned(4)));
typedef int32_t int_lanes __attribute__((vector_size(64), aligned(4)));
typedef uint8_t byte_lanes __attribute__((vector_size(16), aligned(1)));

#define INLINE static inline __attribute__((always_inline))

INLINE lanes load(const float *at) { return *(const lanes *)at; }
INLINE void store(float *at, lanes value) { *(lanes *)at = value; }
INLINE lanes same(float value) { return (lanes){0} + value; }
#ifdef WITHOUT_FMA
INLINE lanes fma16(lanes a, lanes b, lanes c) { return a * b + c; }
#else
INLINE lanes fma16(lanes a, lanes b, lanes c) { return __builtin_elementwise_fma(a, b, c); }
#endif
// Where `where` is all ones the one, else the other: a single instruction once it is compiled.
INLINE lanes chosen(int_lanes where, lanes one, lanes other) {
  return (lanes)((where & (int_lanes)one) | (~where & (int_lanes)other));
}

INLINE lanes max16(lanes a, lanes b) { return chosen(a > b, a, b); }
INLINE lanes min16(lanes a, lanes b) { return chosen(a < b, a, b); }

#define HALVES(v, operation)                                                              \
  do {                                                                                   \
    v = operation(v, __builtin_shufflevector(v, v, 8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15)); \
    v = operation(v, __builtin_shufflevector(v, v, 4, 5, 6, 7, 4, 5, 6, 7, 4, 5, 6, 7, 4, 5, 6, 7)); \
    v = operation(v, __builtin_shufflevector(v, v, 2, 3, 2, 3, 2, 3, 2, 3, 2, 3, 2, 3, 2, 3, 2, 3)); \
    v = operation(v, __builtin_shufflevector(v, v, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)); \
  } while (0)

INLINE lanes add16(lanes a, lanes b) { return a + b; }

INLINE float sum_of(lanes v) {
  HALVES(v, add16);
  return v[0];
}

INLINE float max_of(lanes v) {
  HALVES(v, max16);
  return v[0];
}

// 1.5 · 2^23: a float that is added to it is rounded to a whole number in its lowest bits.
#define ROUNDER 12582912.0f

INLINE int_lanes rounded(lanes v) { return (int_lanes)(v + ROUNDER) - 0x4B400000; }

INLINE lanes absolute(lanes v) { return (lanes)((int_lanes)v & 0x7FFFFFFF); }

static float PATH(quantise)(const float *in, size_t count, uint8_t *out) {
  lanes most = same(1e-20f);
  for (size_t i = 0; i < count; i += 16) most = max16(most, absolute(load(in + i)));
  float scale = max_of(most) / 127;
  lanes factor = same(1 / scale);
  for (size_t i = 0; i < count; i += 16) {
    byte_lanes bytes = __builtin_convertvector(rounded(load(in + i) * factor) + 128, byte_lanes);
    memcpy(out + i, &bytes, 16);
  }
  return scale;
}

// 2 to the power of v, which is at most 0; to about 1e-5.
INLINE lanes power_of_two(lanes v) {
  v = max16(v, same(-80));
  lanes whole = (v + ROUNDER) - ROUNDER;
  lanes part = v - whole;
  lanes p = same(0.0096181291f);
  p = fma16(p, part, same(0.0555041087f));
  p = fma16(p, part, same(0.2402265070f));
  p = fma16(p, part, same(0.6931471806f));
  p = fma16(p, part, same(1));
  return (lanes)((int_lanes)p + (rounded(whole) << 23));
}

static float PATH(softmax)(float *scores, size_t count, size_t room, uint8_t *out) {
  for (size_t i = count; i < room; i++) scores[i] = -1e30f;
  lanes most = load(scores);
  for (size_t i = 16; i < room; i += 16) most = max16(most, load(scores + i));
  lanes top = same(max_of(most) * 1.44269504f);
  int_lanes sum = {0};
  for (size_t i = 0; i < room; i += 16) {
    lanes chance = power_of_two(fma16(load(scores + i), same(1.44269504f), -top));
    int_lanes whole = rounded(chance * 255);
    sum += whole;
    byte_lanes bytes = __builtin_convertvector(whole, byte_lanes);
    memcpy(out + i, &bytes, 16);
  }
  int32_t total = 0;
  for (int i = 0; i < 16; i++) total += sum[i];
  return 1.0f / total;
}

// x · Φ(x) with Φ(x) = ½ + x · P(x²) within ±4.2; see Gelu.h.
INLINE lanes gelu(lanes x) {
  lanes t = max16(min16(x, same(GELU_END)), same(-GELU_END));
  lanes u = t * t;
  lanes p = same(gelu_terms[GELU_TERMS - 1]);
  for (int i = GELU_TERMS - 2; i >= 0; i--) p = fma16(p, u, same(gelu_terms[i]));
  return x * fma16(t, p, same(0.5f));
}

static void PATH(gelu)(float *values, size_t count) {
  for (size_t i = 0; i < count; i += 16) store(values + i, gelu(load(values + i)));
}

static void PATH(add_norm)(float *x, const float *y, const float *norm) {
  lanes sum = {0}, squares = {0};
  for (size_t i = 0; i < ce_hidden; i += 16) {
    lanes v = load(x + i) + load(y + i);
    store(x + i, v);
    sum += v;
  }
  lanes mean = same(sum_of(sum) / ce_hidden);
  for (size_t i = 0; i < ce_hidden; i += 16) {
    lanes v = load(x + i) - mean;
    squares = fma16(v, v, squares);
  }
  lanes factor = same(1 / __builtin_sqrtf(sum_of(squares) / ce_hidden + 1e-12f));
  for (size_t i = 0; i < ce_hidden; i += 16)
    store(x + i, fma16((load(x + i) - mean) * factor, load(norm + i), load(norm + ce_hidden + i)));
}

static void PATH(pack_keys)(
    const float *in, size_t stride, size_t count, int8_t *out, float *scales, int32_t *offsets) {
  size_t room = (count + 15) / 16 * 16;
  memset(out, 0, room * ce_head);
  for (size_t j = 0; j < room; j++) scales[j] = 0, offsets[j] = 0;
  for (size_t j = 0; j < count; j++) {
    uint8_t bytes[ce_head];
    scales[j] = PATH(quantise)(in + j * stride, ce_head, bytes);
    int32_t sum = 0;
    for (size_t d = 0; d < ce_head; d++) sum += (int32_t)bytes[d] - 128, bytes[d] ^= 128;
    offsets[j] = sum * 128;
    int8_t *block = out + j / 16 * 16 * ce_head + j % 16 * 4;
    for (size_t d = 0; d < ce_head; d += 4) memcpy(block + d * 16, bytes + d, 4);
  }
}

static void PATH(pack_values)(const float *in, size_t stride, size_t count, int8_t *out, float *scales) {
  size_t room = (count + 15) / 16 * 16;
  for (size_t d = 0; d < ce_head; d += 16) {
    lanes most = same(1e-20f);
    for (size_t j = 0; j < count; j++) most = max16(most, absolute(load(in + j * stride + d)));
    store(scales + d, most / 127);
    lanes factor = same(127) / most;
    for (size_t j = 0; j < room; j += 4) {
      int_lanes four = {0};
      for (size_t k = 0; k < 4 && j + k < count; k++)
        four |= (rounded(load(in + (j + k) * stride + d) * factor) & 255) << (int)(8 * k);
      memcpy(out + d * room + j * 16, &four, 64);
    }
  }
}

static void PATH(span_scores)(
    const struct ce_span_head *head, const uint8_t *distance, const uint8_t *neighbour, size_t words, float *out) {
  for (size_t w = 0; w < words; w++) {
    const float *add = head->words + w * 2 * ce_room, *times = add + ce_room;
    const float *near = head->distances + (size_t)distance[w] * ce_room;
    const float *beside = head->neighbours + (size_t)neighbour[w] * ce_room;
    lanes sums[5] = {{0}, {0}, {0}, {0}, {0}};
    for (size_t i = 0; i < ce_room; i += 16) {
      lanes x = load(add + i) + load(head->cue + i) + (load(near + i) + load(beside + i));
      x = gelu(fma16(load(times + i), load(head->cue + ce_room + i), x));
      for (int s = 0; s < 5; s++) sums[s] = fma16(x, load(head->last + s * ce_room + i), sums[s]);
    }
    for (int s = 0; s < 5; s++) out[w * 5 + s] = sum_of(sums[s]) + head->bias[s];
  }
}

// Whole numbers to floats, once a tile of sums is complete.
INLINE lanes scaled(int_lanes sum, const struct ce_product *p, size_t row, size_t column) {
  if (p->b.offsets) sum -= *(const int_lanes *)(p->b.offsets + column);
  lanes value = __builtin_convertvector(sum, lanes) * (load(p->b.scales + column) * p->row_scales[row]);
  return p->b.bias ? value + load(p->b.bias + column) : value;
}

INLINE void tile(const struct ce_product *p, size_t row, size_t column, const int rows, const int blocks) {
  int_lanes sums[TILE_ROWS * TILE_BLOCKS];
  for (int i = 0; i < rows * blocks; i++) sums[i] = (int_lanes){0};
  PATH(accumulate)(
      p->a + row * p->stride, p->stride, p->b.weights + column * p->b.depth, p->b.depth, rows, blocks, sums);
  for (int r = 0; r < rows; r++)
    for (int b = 0; b < blocks; b++)
      store(p->out + (row + r) * p->out_stride + column + b * 16, scaled(sums[r * blocks + b], p, row + r, column + b * 16));
}

#define ROWS(blocks)                                                              \
  for (; row + TILE_ROWS <= p->rows; row += TILE_ROWS) tile(p, row, column, TILE_ROWS, blocks); \
  for (; row < p->rows; row++) tile(p, row, column, 1, blocks)

static void PATH(product)(const struct ce_product *p) {
  size_t column = 0;
  for (; column + 16 * TILE_BLOCKS <= p->b.columns; column += 16 * TILE_BLOCKS) {
    size_t row = 0;
    ROWS(TILE_BLOCKS);
  }
  for (; column < p->b.columns; column += 16) {
    size_t row = 0;
    ROWS(1);
  }
}

#define ALL_OF(path_name)                                                                              \
  {                                                                                                   \
    path_name, PATH(product), PATH(quantise), PATH(gelu), PATH(add_norm), PATH(softmax), PATH(pack_keys), \
        PATH(pack_values), PATH(span_scores)                                                          \
  }
