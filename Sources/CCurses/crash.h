// The last words of a crashing process: the terminal gets its modes back by calls that are safe in
// a signal handler, then the signal does what it does by default.
//
// The state is static, so only one Swift file may call these functions.
#pragma once
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

struct zs_crash_state {
  struct termios termios;
  char farewell[512];
  int farewell_length;
  int captured;
  int standard_error;
  volatile sig_atomic_t is_armed;
  char stack[32768];
};

// A local static: Swift's importer drops the tentative definition of one at file level.
static inline struct zs_crash_state *_Nonnull zs_crash(void) {
  static struct zs_crash_state state;
  return &state;
}

static const int zs_crash_signals[6] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE};

static inline void zs_crash_handler(int number) {
  struct zs_crash_state *state = zs_crash();
  if (state->is_armed) {
    state->is_armed = 0;
    ssize_t ignored = write(1, state->farewell, (size_t)state->farewell_length);
    tcsetattr(0, TCSANOW, &state->termios);
    // What the runtime said just before the trap went into the captured stderr: pass it on.
    char words[4096];
    off_t end = lseek(state->captured, 0, SEEK_END);
    off_t from = end > (off_t)sizeof words ? end - (off_t)sizeof words : 0;
    if (end > 0 && lseek(state->captured, from, SEEK_SET) == from) {
      ssize_t count = read(state->captured, words, sizeof words);
      if (count > 0) ignored = write(state->standard_error, words, (size_t)count);
    }
    (void)ignored;
  }
  signal(number, SIG_DFL);
  raise(number);
}

// Arms the handlers. `termios` is the state to go back to; `farewell` leaves the screen's modes.
static inline void zs_crash_arm(const struct termios *_Nonnull termios,
                                const char *_Nonnull farewell, int length, int captured,
                                int standard_error) {
  struct zs_crash_state *state = zs_crash();
  state->termios = *termios;
  state->farewell_length = 0;
  if (length >= 0 && length <= (int)sizeof state->farewell) {
    memcpy(state->farewell, farewell, (size_t)length);
    state->farewell_length = length;
  }
  state->captured = captured;
  state->standard_error = standard_error;

  stack_t stack;
  memset(&stack, 0, sizeof stack);
  stack.ss_sp = state->stack;
  stack.ss_size = sizeof state->stack;
  sigaltstack(&stack, NULL);

  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = zs_crash_handler;
  sigemptyset(&action.sa_mask);
  action.sa_flags = SA_ONSTACK;
  for (int i = 0; i < 6; i++) sigaction(zs_crash_signals[i], &action, NULL);
  state->is_armed = 1;
}

// The screen is closed: nothing is left to restore, and the default actions come back.
static inline void zs_crash_disarm(void) {
  zs_crash()->is_armed = 0;
  for (int i = 0; i < 6; i++) signal(zs_crash_signals[i], SIG_DFL);
}
