// The libraries that write and read .xlsx, found when the first workbook is: linking them would have
// every start of the program load libcrypto and a dozen others for a board that needs none of them.
//
// Header only. The types are those of the libraries' own headers; a symbol's type is checked here.
#pragma once
#include <dlfcn.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

// The first library of a NULL-ended list that is there.
static inline void *_Nullable zs_open(const char *_Nullable const *_Nonnull names) {
  for (; *names; names++) {
    void *library = dlopen(*names, RTLD_NOW | RTLD_LOCAL);
    if (library) return library;
  }
  return NULL;
}

// Fills one member of a table of functions, or gives the table up.
#define ZS_BIND(table, library, name) \
  if (!((table)->name = (__typeof__(&name))dlsym((library), #name))) return false
