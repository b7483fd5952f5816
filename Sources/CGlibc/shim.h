// What Swift's Glibc module does not show. Header only: nothing here is compiled on its own.
#pragma once
#include "crc32c.h"
#include <sys/signalfd.h>
#include <sys/vfs.h>
#include <sys/xattr.h>
#include <wchar.h>

// These need _XOPEN_SOURCE or _GNU_SOURCE, which break the Glibc module's fd_set when defined here.
extern int wcwidth(wchar_t c);
extern int memfd_create(const char *name, unsigned int flags);
