// For any processor: clang makes the best of it. On one that has no fused multiplication the last
// bits of floats differ from those of the other paths.
#include "Path.h"
#include "Gelu.h"

#define PATH(function) portable_##function
#define TILE_ROWS 4
#define TILE_BLOCKS 1
#if defined(__x86_64__) && !defined(__FMA__)
#define WITHOUT_FMA
#endif

typedef int32_t sums_of_tile __attribute__((vector_size(64), aligned(4)));

// The 4 bytes of each output lie in one 32-bit number.
static inline __attribute__((always_inline)) void portable_accumulate(
    const uint8_t *a, size_t stride, const int8_t *b, size_t depth, const int rows, const int blocks,
    sums_of_tile *sums) {
  (void)blocks;
  for (size_t k = 0; k < depth; k += 4) {
    sums_of_tile four = *(const sums_of_tile *)(b + k * 16);
    sums_of_tile first = (four << 24) >> 24, second = (four << 16) >> 24, third = (four << 8) >> 24;
    for (int r = 0; r < rows; r++) {
      const uint8_t *row = a + (size_t)r * stride + k;
      sums[r] += first * row[0] + second * row[1] + (third * row[2] + (four >> 24) * row[3]);
    }
  }
}

#include "PathBody.h"

const struct ce_path ce_path_portable = ALL_OF("portable");
