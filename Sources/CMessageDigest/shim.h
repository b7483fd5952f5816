// SHA-256 by libmd, which dpkg itself needs and every Debian has: opened when a seal is made, never
// linked, so that a start of the program pays nothing for it and a build needs no header of it.
//
// Header only. The prototypes and the structure are those of <sha2.h> of libmd.so.0.
#pragma once
#include <dlfcn.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct zs_sha2 {
  union {
    uint32_t st32[8];
    uint64_t st64[8];
  } state;
  uint64_t bitcount[2];
  uint8_t buffer[128];
};

struct zs_digest {
  void (*_Nullable begin)(struct zs_sha2 *_Nonnull);
  void (*_Nullable update)(struct zs_sha2 *_Nonnull, const uint8_t *_Nonnull, size_t);
  void (*_Nullable end)(uint8_t *_Nonnull, struct zs_sha2 *_Nonnull);
};

// False when the library is not there, or is another one.
static inline bool zs_load_digest(struct zs_digest *_Nonnull table, const char *_Nonnull name) {
  void *library = dlopen(name, RTLD_NOW | RTLD_LOCAL);
  if (!library) return false;
  table->begin = (void (*)(struct zs_sha2 *))dlsym(library, "SHA256Init");
  table->update =
      (void (*)(struct zs_sha2 *, const uint8_t *, size_t))dlsym(library, "SHA256Update");
  table->end = (void (*)(uint8_t *, struct zs_sha2 *))dlsym(library, "SHA256Final");
  return table->begin && table->update && table->end;
}

static inline void zs_digest_begin(const struct zs_digest *_Nonnull use,
                                   struct zs_sha2 *_Nonnull state) {
  use->begin(state);
}

static inline void zs_digest_update(const struct zs_digest *_Nonnull use,
                                    struct zs_sha2 *_Nonnull state, const void *_Nonnull bytes,
                                    size_t count) {
  use->update(state, (const uint8_t *)bytes, count);
}

// Writes 32 bytes.
static inline void zs_digest_end(const struct zs_digest *_Nonnull use,
                                 struct zs_sha2 *_Nonnull state, uint8_t *_Nonnull digest) {
  use->end(digest, state);
}
