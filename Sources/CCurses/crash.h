// The last words of a crashing process: the terminal gets its modes back by calls that are safe in
// a signal handler, then the signal does what it does by default. And the end of a process that is
// asked to stop and does not listen.
//
// The state is static, so only one Swift file may call these functions.
#pragma once
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/time.h>
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

// Gives the terminal back and passes on what was captured of stderr; once.
static inline void zs_crash_leave(struct zs_crash_state *_Nonnull state) {
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
}

static inline void zs_crash_handler(int number) {
  zs_crash_leave(zs_crash());
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

// Works that are watched, the innermost last.
struct zs_overtime_state {
  // How often in a row a tick has found that the work was asked to stop and did not.
  volatile sig_atomic_t ticks;
  volatile sig_atomic_t depth;
  // What is said on stderr at such an end; -1 for a board, which has a terminal to give back.
  int lengths[4];
  char words[4][512];
  int is_installed;
};

static inline struct zs_overtime_state *_Nonnull zs_overtime(void) {
  static struct zs_overtime_state state;
  return &state;
}

// The signal that asks to stop and waits to be read; SIGHUP as well when a board's terminal is gone.
static inline int zs_asked_to_stop(int has_terminal) {
  sigset_t pending;
  if (sigpending(&pending) == 0) {
    const int stops[3] = {SIGHUP, SIGTERM, SIGINT};
    for (int i = 0; i < 3; i++)
      if (sigismember(&pending, stops[i]) == 1) return stops[i];
  }
  struct pollfd terminal = {0, 0, 0};
  return has_terminal && poll(&terminal, 1, 0) > 0 ? SIGHUP : 0;
}

static inline void zs_overtime_handler(int number) {
  (void)number;
  int saved = errno;
  struct zs_overtime_state *state = zs_overtime();
  int place = state->depth - 1;
  if (place >= 0 && place < 4) {
    int length = state->lengths[place];
    int stop = zs_asked_to_stop(length < 0);
    if (stop == 0) {
      state->ticks = 0;
    } else if (++state->ticks >= 2) {
      zs_crash_leave(zs_crash());
      if (length > 0) {
        ssize_t ignored = write(2, state->words[place], (size_t)length);
        (void)ignored;
      }
      _exit(128 + stop);
    }
  }
  errno = saved;
}

static inline void zs_overtime_tick_every(int milliseconds) {
  struct itimerval timer;
  timer.it_interval.tv_sec = 0;
  timer.it_interval.tv_usec = milliseconds * 1000;
  timer.it_value = timer.it_interval;
  setitimer(ITIMER_REAL, &timer, NULL);
}

// From here on a work that takes longer than `milliseconds` is looked at as often as that.
static inline void zs_overtime_begin(int milliseconds, const char *_Nullable words, int length) {
  struct zs_overtime_state *state = zs_overtime();
  if (!state->is_installed) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = zs_overtime_handler;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    sigaction(SIGALRM, &action, NULL);
    // Whoever started us may have blocked it, and what is blocked is inherited.
    sigset_t alarm;
    sigemptyset(&alarm);
    sigaddset(&alarm, SIGALRM);
    pthread_sigmask(SIG_UNBLOCK, &alarm, NULL);
    state->is_installed = 1;
  }
  int place = state->depth;
  if (place < 4) {
    state->lengths[place] = words ? (length <= 512 ? length : 512) : -1;
    if (words) memcpy(state->words[place], words, (size_t)state->lengths[place]);
  }
  state->ticks = 0;
  state->depth = place + 1;
  zs_overtime_tick_every(milliseconds);
}

static inline void zs_overtime_end(void) {
  struct zs_overtime_state *state = zs_overtime();
  if (state->depth > 0) state->depth = state->depth - 1;
  state->ticks = 0;
  if (state->depth == 0) zs_overtime_tick_every(0);
}
