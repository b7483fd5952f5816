// What Swift's Glibc module does not show. Header only: nothing here is compiled on its own.
#pragma once
#include <sys/signalfd.h>
#include <sys/vfs.h>
#include <wchar.h>

// wcwidth needs _XOPEN_SOURCE, which breaks the Glibc module's fd_set when defined here.
extern int wcwidth(wchar_t c);
