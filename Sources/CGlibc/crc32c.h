// The processor's own Castagnoli sum: eight bytes an instruction, where there is one.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__x86_64__)
static inline bool has_hardware_crc32c(void) {
  return __builtin_cpu_supports("sse4.2");
}

// The sum is the register's content: inverted before and after by the caller.
__attribute__((target("sse4.2")))
static inline uint32_t hardware_crc32c_run(uint32_t sum, const uint8_t *bytes, size_t count) {
  uint64_t wide = sum;
  for (; count >= 8; count -= 8, bytes += 8) {
    uint64_t word;
    memcpy(&word, bytes, 8);
    wide = __builtin_ia32_crc32di(wide, word);
  }
  uint32_t narrow = (uint32_t)wide;
  for (; count > 0; count--, bytes++) narrow = __builtin_ia32_crc32qi(narrow, *bytes);
  return narrow;
}

// What a register becomes when `count` zero bytes follow: squares of the matrix of one zero bit,
// taken as often as the count's bits say.
static inline uint32_t crc32c_times(const uint32_t *matrix, uint32_t vector) {
  uint32_t sum = 0;
  for (; vector; vector >>= 1, matrix++) {
    if (vector & 1) sum ^= *matrix;
  }
  return sum;
}

static inline uint32_t crc32c_after_zeros(uint32_t sum, size_t count) {
  uint32_t matrices[2][32];
  matrices[0][0] = 0x82F63B78u;
  for (int bit = 1; bit < 32; bit++) matrices[0][bit] = 1u << (bit - 1);
  int now = 0;
  // Three squarings make one zero bit into one zero byte.
  for (int power = 0; power < 3; power++, now ^= 1) {
    for (int bit = 0; bit < 32; bit++)
      matrices[now ^ 1][bit] = crc32c_times(matrices[now], matrices[now][bit]);
  }
  for (; count; count >>= 1, now ^= 1) {
    if (count & 1) sum = crc32c_times(matrices[now], sum);
    for (int bit = 0; bit < 32; bit++)
      matrices[now ^ 1][bit] = crc32c_times(matrices[now], matrices[now][bit]);
  }
  return sum;
}

// Three runs side by side, because each instruction waits three steps for the one before it.
__attribute__((target("sse4.2")))
static inline uint32_t hardware_crc32c(uint32_t sum, const uint8_t *bytes, size_t count) {
  // Putting the three together costs as much as 300,000 bytes.
  enum { WORTH_IT = 1 << 20 };
  if (count < WORTH_IT) return hardware_crc32c_run(sum, bytes, count);
  size_t third = count / 24 * 8;
  uint64_t first = sum, second = 0, last = 0;
  for (size_t at = 0; at < third; at += 8) {
    uint64_t words[3];
    memcpy(&words[0], bytes + at, 8);
    memcpy(&words[1], bytes + third + at, 8);
    memcpy(&words[2], bytes + 2 * third + at, 8);
    first = __builtin_ia32_crc32di(first, words[0]);
    second = __builtin_ia32_crc32di(second, words[1]);
    last = __builtin_ia32_crc32di(last, words[2]);
  }
  uint32_t joined = crc32c_after_zeros((uint32_t)first, third) ^ (uint32_t)second;
  joined = crc32c_after_zeros(joined, third) ^ (uint32_t)last;
  return hardware_crc32c_run(joined, bytes + 3 * third, count - 3 * third);
}
#else
static inline bool has_hardware_crc32c(void) { return false; }
static inline uint32_t hardware_crc32c(uint32_t sum, const uint8_t *bytes, size_t count) {
  (void)bytes;
  (void)count;
  return sum;
}
#endif
