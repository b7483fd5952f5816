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
static inline uint32_t hardware_crc32c(uint32_t sum, const uint8_t *bytes, size_t count) {
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
#else
static inline bool has_hardware_crc32c(void) { return false; }
static inline uint32_t hardware_crc32c(uint32_t sum, const uint8_t *bytes, size_t count) {
  (void)bytes;
  (void)count;
  return sum;
}
#endif
