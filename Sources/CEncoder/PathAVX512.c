// For processors with AVX-512 and its products of bytes (VNNI).
#if defined(__x86_64__)
#include <immintrin.h>

#include "Path.h"
#include "Gelu.h"

#pragma clang attribute push( \
    __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx512vnni,fma"))), apply_to = function)

#define PATH(function) avx512_##function
#define TILE_ROWS 6
#define TILE_BLOCKS 4

typedef int32_t sums_of_tile __attribute__((vector_size(64), aligned(4)));

static inline __attribute__((always_inline)) void avx512_accumulate(
    const uint8_t *a, size_t stride, const int8_t *b, size_t depth, const int rows, const int blocks,
    sums_of_tile *out) {
  __m512i sums[TILE_ROWS * TILE_BLOCKS];
  for (int i = 0; i < rows * blocks; i++) sums[i] = _mm512_setzero_si512();
  for (size_t k = 0; k < depth; k += 4) {
    __m512i weights[TILE_BLOCKS];
    for (int block = 0; block < blocks; block++)
      weights[block] = _mm512_loadu_si512(b + (size_t)block * 16 * depth + k * 16);
    for (int r = 0; r < rows; r++) {
      int32_t four;
      __builtin_memcpy(&four, a + (size_t)r * stride + k, 4);
      __m512i values = _mm512_set1_epi32(four);
      for (int block = 0; block < blocks; block++)
        sums[r * blocks + block] = _mm512_dpbusd_epi32(sums[r * blocks + block], values, weights[block]);
    }
  }
  for (int i = 0; i < rows * blocks; i++) out[i] = (sums_of_tile)sums[i];
}

#include "PathBody.h"

const struct ce_path ce_path_avx512 = ALL_OF("AVX-512 VNNI");

#pragma clang attribute pop
#else
typedef int ce_no_avx512;
#endif
