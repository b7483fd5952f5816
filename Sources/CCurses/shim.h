// What Swift cannot see of ncurses: its mutable globals, its cast macros, its variadic functions.
// Header only: nothing here is compiled on its own.
#pragma once
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <stdio.h>
#include <term.h>

// term.h names short words that Swift code wants for itself.
#undef lines
#undef columns
#undef tab

static inline WINDOW *_Nullable zs_stdscr(void) { return stdscr; }
static inline WINDOW *_Nullable zs_curscr(void) { return curscr; }
static inline int zs_colors(void) { return COLORS; }
static inline int zs_color_pairs(void) { return COLOR_PAIRS; }
static inline int zs_lines(void) { return LINES; }
static inline int zs_cols(void) { return COLS; }

static inline SCREEN *_Nullable zs_newterm(const char *_Nullable term) {
  return newterm(term, stdout, stdin);
}

static inline void zs_flush_stdout(void) { fflush(stdout); }

// Bytes into the buffer of curses, ahead of what the next refresh sends.
static inline void zs_put_bytes(const char *_Nonnull bytes) { putp(bytes); }

// A string capability, or NULL when the terminal has none (curses says so in two ways).
static inline const char *_Nullable zs_capability(const char *_Nonnull name) {
  const char *value = tigetstr(name);
  return value == (const char *)-1 ? NULL : value;
}

static const attr_t ZS_BOLD = A_BOLD;
static const attr_t ZS_DIM = A_DIM;
static const attr_t ZS_ITALIC = A_ITALIC;
static const attr_t ZS_UNDERLINE = A_UNDERLINE;
static const attr_t ZS_REVERSE = A_REVERSE;

// Draws one cell: a base and its marks, ended by 0. Pair numbers over 32767 go through `opts`.
static inline int zs_put_cell(int y, int x, const wchar_t *_Nonnull text, attr_t attributes,
                              int pair) {
  cchar_t cell;
  if (setcchar(&cell, text, attributes, (short)(pair > 32767 ? 0 : pair), &pair) == ERR) return ERR;
  return mvadd_wch(y, x, &cell);
}

static inline void zs_clear_row(int y) {
  wmove(stdscr, y, 0);
  wclrtoeol(stdscr);
}
