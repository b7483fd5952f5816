// What the machine allows, in milliseconds, one name and figure a line: the median of many runs.
//
//   raw-limits FOLDER
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static int order(const void *left, const void *right) {
  double first = *(const double *)left, second = *(const double *)right;
  return (first > second) - (first < second);
}

static void tell(const char *name, double *times, size_t count) {
  qsort(times, count, sizeof *times, order);
  printf("%s %.4f\n", name, times[count / 2]);
}

int main(int count, char **arguments) {
  enum { RUNS = 201 };
  static double times[RUNS];
  if (count != 2 || chdir(arguments[1])) return 1;

  char record[400];
  memset(record, 'x', sizeof record);
  int file = open("raw.log", O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0600);
  if (file < 0) return 1;
  for (int run = 0; run < RUNS; run++) {
    double start = now();
    if (write(file, record, sizeof record) < 0 || fdatasync(file)) return 1;
    times[run] = now() - start;
  }
  tell("append+fdatasync", times, RUNS);

  size_t size = 100 << 20;
  char *bytes = malloc(size);
  if (!bytes) return 1;
  memset(bytes, 'x', size);
  for (size_t at = 199; at < size; at += 200) bytes[at] = '\n';
  int large = open("raw.lines", O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (large < 0 || write(large, bytes, size) != (ssize_t)size) return 1;
  free(bytes);
  for (int run = 0; run < 21; run++) {
    double start = now();
    char *map = mmap(NULL, size, PROT_READ, MAP_SHARED | MAP_POPULATE, large, 0);
    if (map == MAP_FAILED) return 1;
    size_t lines = 0;
    for (char *at = map; (at = memchr(at, '\n', (size_t)(map + size - at))); at++) lines++;
    if (lines != size / 200) return 1;
    times[run] = now() - start;
    munmap(map, size);
  }
  tell("mmap+memchr-100MB", times, 21);
  unlink("raw.log");
  unlink("raw.lines");

  char *nothing[] = {"true", NULL};
  for (int run = 0; run < RUNS; run++) {
    double start = now();
    pid_t child;
    if (posix_spawn(&child, "/bin/true", NULL, NULL, nothing, environ)) return 1;
    waitpid(child, NULL, 0);
    times[run] = now() - start;
  }
  tell("spawn-true", times, RUNS);
  return 0;
}
