// For processors with AVX2: bytes are widened to 16 bits, as sums of products of bytes do not
// always fit into 16.
#if defined(__x86_64__)
#include <immintrin.h>

#include "Path.h"
#include "Gelu.h"

#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)

#define PATH(function) avx2_##function
#define TILE_ROWS 4
#define TILE_BLOCKS 1

typedef int32_t sums_of_tile __attribute__((vector_size(64), aligned(4)));

static inline __attribute__((always_inline)) void avx2_accumulate(
    const uint8_t *a, size_t stride, const int8_t *b, size_t depth, const int rows, const int blocks,
    sums_of_tile *sums) {
  // Two sums for each output, of the first and the last two of four products. One row and one half
  // of a block at a time, to stay within 16 registers.
  for (int half = 0; half < 2 * blocks; half++) {
    __m256i low[TILE_ROWS], high[TILE_ROWS];
    for (int r = 0; r < rows; r++) low[r] = high[r] = _mm256_setzero_si256();
    const int8_t *weights = b + (size_t)(half / 2) * 16 * depth + half % 2 * 32;
    for (size_t k = 0; k < depth; k += 4, weights += 64) {
      __m256i first = _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)weights));
      __m256i second = _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(weights + 16)));
      for (int r = 0; r < rows; r++) {
        int32_t four;
        __builtin_memcpy(&four, a + (size_t)r * stride + k, 4);
        __m256i values = _mm256_broadcastq_epi64(_mm_cvtepu8_epi16(_mm_cvtsi32_si128(four)));
        low[r] = _mm256_add_epi32(low[r], _mm256_madd_epi16(first, values));
        high[r] = _mm256_add_epi32(high[r], _mm256_madd_epi16(second, values));
      }
    }
    for (int r = 0; r < rows; r++) {
      __m256i pairs = _mm256_permute4x64_epi64(_mm256_hadd_epi32(low[r], high[r]), 0xD8);
      _mm256_storeu_si256((__m256i *)&sums[r * blocks + half / 2] + half % 2, pairs);
    }
  }
}

#include "PathBody.h"

const struct ce_path ce_path_avx2 = ALL_OF("AVX2");

#pragma clang attribute pop
#else
typedef int ce_no_avx2;
#endif
