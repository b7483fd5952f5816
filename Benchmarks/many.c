// What a server and libpq give to a program that does nothing else: the measure for stores on a server.
//
//   many commit CONNINFO SCHEMA COUNT            microseconds a commit, median
//   many writers CONNINFO SCHEMA WRITERS SECONDS commits a second
//   many read CONNINFO SCHEMA                    milliseconds to read every row
//   many tail CONNINFO SCHEMA COUNT              milliseconds to read the last rows, median
//   many import CONNINFO SCHEMA COUNT            milliseconds for one commit of so many rows
//   many news CONNINFO SCHEMA COUNT              milliseconds from commit to row, p95
//   many province CONNINFO SCHEMA BOARDS COUNT   the same with so many boards that listen
//
// A commit is the design's: the turn and the tail in one round trip, append and COMMIT in the second,
// NOTIFY after it and not waited for. The lines have a record's form and no checked sums.
#include <libpq-fe.h>
#include <poll.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>

static const char *conninfo, *schema;
static atomic_long committed;
static atomic_bool is_over;

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static void stop(PGconn *connection, const char *what) {
  fprintf(stderr, "%s: %s\n", what, PQerrorMessage(connection));
  exit(1);
}

static PGconn *connect_once(void) {
  PGconn *connection = PQconnectdb(conninfo);
  if (PQstatus(connection) != CONNECTION_OK) stop(connection, "connect");
  return connection;
}

static int order(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static double at(double *values, int count, double share) {
  qsort(values, count, sizeof *values, order);
  return values[(int)((count - 1) * share)];
}

// Where a writer stands.
struct end { long seq; unsigned sum; };

// Sends statements and reads all that they answer, a row at a time; the last number of the first column.
static long ask(PGconn *connection, const char *statements, struct end *end, long *bytes) {
  long number = 0;
  if (!PQsendQuery(connection, statements)) stop(connection, "send");
  PQsetSingleRowMode(connection);
  for (PGresult *result; (result = PQgetResult(connection)); PQclear(result)) {
    ExecStatusType status = PQresultStatus(result);
    if (status != PGRES_SINGLE_TUPLE && status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK)
      stop(connection, "answer");
    if (status == PGRES_COMMAND_OK) continue;
    for (int row = 0; row < PQntuples(result); row++) {
      if (PQnfields(result) == 5) {
        end->seq = atol(PQgetvalue(result, row, 0));
        end->sum = strtoul(PQgetvalue(result, row, 1), NULL, 10);
        if (bytes) *bytes += PQgetlength(result, row, 4);
      } else {
        number = atol(PQgetvalue(result, row, 0));
      }
    }
  }
  return number;
}

static char *line(char *to, long seq, unsigned sum, int part, int parts) {
  unsigned char dice[16];
  if (getrandom(dice, sizeof dice, 0) != sizeof dice) exit(1);
  to += sprintf(to, "{\"sum\":\"%08x\",\"seq\":%ld,\"id\":\"", sum, seq);
  for (int i = 0; i < 16; i++) to += sprintf(to, i == 4 || i == 6 || i == 8 || i == 10 ? "-%02x" : "%02x", dice[i]);
  to += sprintf(to, "\",");
  if (parts > 1) to += sprintf(to, "\"part\":%d,\"of\":%d,", part, parts);
  return to + sprintf(to,
    "\"kind\":\"project.noted\",\"v\":1,\"data\":{\"project\":1,\"on\":\"2023-07-19\",\"text\":\"第 %ld 次：用地指标待落实，"
    "已与开发区管委会对接，下周一回访\"},\"by\":{\"uid\":2147483648,\"name\":\"postgres\"},\"host\":\"h\",\"at\":1690000000000}", seq);
}

// One commit of so many rows; what others wrote is read.
static void commit(PGconn *connection, struct end *end, int parts) {
  size_t room = 600 + (size_t)parts * 600;
  char *text = malloc(room);
  sprintf(text,
    "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; SET LOCAL lock_timeout = '30s'; "
    "SELECT %s.take_turn() IS NULL; "
    "SELECT seq, sum, part, parts, line FROM %s.event WHERE seq >= %ld ORDER BY seq", schema, schema, end->seq);
  ask(connection, text, end, NULL);
  char *place = text + sprintf(text, "SELECT %s.append(%ld, %u, 1, $zs$", schema, end->seq, end->sum);
  unsigned sum = end->sum;
  for (int part = 0; part < parts; part++) {
    if (part) *place++ = '\n';
    sum = sum * 1664525u + 1013904223u;
    place = line(place, end->seq + part + 1, sum, part, parts);
  }
  sprintf(place, "$zs$); COMMIT");
  if (ask(connection, text, end, NULL) != end->seq + parts) stop(connection, "append");
  *end = (struct end){end->seq + parts, sum};
  free(text);
}

static void notify(PGconn *connection) {
  char text[80];
  sprintf(text, "NOTIFY zs_%s", schema);
  PQsendQuery(connection, text);
  PQflush(connection);
}

static void finish(PGconn *connection) {
  for (PGresult *result; (result = PQgetResult(connection));) PQclear(result);
}

static void *write_on(void *unused) {
  PGconn *connection = connect_once();
  struct end end = {0};
  char text[200];
  sprintf(text, "SELECT seq, sum, 0, 0, '' FROM %s.event ORDER BY seq DESC LIMIT 1", schema);
  ask(connection, text, &end, NULL);
  while (!is_over) {
    commit(connection, &end, 1);
    committed++;
    notify(connection);
    finish(connection);
  }
  PQfinish(connection);
  return NULL;
}

// Boards that listen, and a writer: how long until each has the row.
static void news(int boards, int count) {
  PGconn **all = calloc(boards, sizeof *all);
  struct end *ends = calloc(boards, sizeof *ends);
  struct pollfd *waits = calloc(boards, sizeof *waits);
  double *delays = malloc(sizeof *delays * boards * count);
  int found = 0;
  PGconn *writer = connect_once();
  struct end end = {0};
  char text[300];
  sprintf(text, "SELECT seq, sum, 0, 0, '' FROM %s.event ORDER BY seq DESC LIMIT 1", schema);
  ask(writer, text, &end, NULL);
  for (int board = 0; board < boards; board++) {
    all[board] = connect_once();
    ends[board] = end;
    sprintf(text, "LISTEN zs_%s", schema);
    ask(all[board], text, &ends[board], NULL);
    waits[board] = (struct pollfd){.fd = PQsocket(all[board]), .events = POLLIN};
  }
  for (int round = 0; round < count; round++) {
    commit(writer, &end, 1);
    double saved = now();
    notify(writer);
    int heard = 0;
    while (heard < boards && now() < saved + 10000) {
      poll(waits, boards, 1000);
      for (int board = 0; board < boards; board++) {
        if (!(waits[board].revents & POLLIN)) continue;
        PQconsumeInput(all[board]);
        PGnotify *notice = PQnotifies(all[board]);
        if (!notice) continue;
        PQfreemem(notice);
        sprintf(text,
          "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT seq, sum, part, parts, line FROM %s.event "
          "WHERE seq >= %ld ORDER BY seq; COMMIT", schema, ends[board].seq);
        ask(all[board], text, &ends[board], NULL);
        heard++;
        delays[found++] = now() - saved;
      }
    }
    finish(writer);
  }
  double p50 = at(delays, found, 0.5);
  printf("boards %d looks %d p50_ms %.2f p95_ms %.2f max_ms %.2f\n", boards, found, p50,
    at(delays, found, 0.95), at(delays, found, 1));
}

int main(int argc, char **argv) {
  if (argc < 4) return 64;
  const char *what = argv[1];
  conninfo = argv[2];
  schema = argv[3];
  int count = argc > 4 ? atoi(argv[4]) : 1;
  if (!strcmp(what, "news")) return news(1, count), 0;
  if (!strcmp(what, "province")) return news(count, argc > 5 ? atoi(argv[5]) : 20), 0;
  if (!strcmp(what, "writers")) {
    int seconds = argc > 5 ? atoi(argv[5]) : 5;
    pthread_t threads[256];
    for (int i = 0; i < count && i < 256; i++) pthread_create(&threads[i], NULL, write_on, NULL);
    struct timespec second = {.tv_sec = 1};
    nanosleep(&second, NULL);
    long before = committed;
    double began = now();
    for (int i = 0; i < seconds; i++) nanosleep(&second, NULL);
    printf("per_second %.0f\n", (committed - before) * 1e3 / (now() - began));
    is_over = 1;
    for (int i = 0; i < count && i < 256; i++) pthread_join(threads[i], NULL);
    return 0;
  }
  PGconn *connection = connect_once();
  struct end end = {0};
  char text[300];
  sprintf(text, "SELECT seq, sum, 0, 0, '' FROM %s.event ORDER BY seq DESC LIMIT 1", schema);
  ask(connection, text, &end, NULL);
  if (!strcmp(what, "commit")) {
    double *times = malloc(sizeof *times * count);
    for (int i = 0; i < count; i++) {
      double began = now();
      commit(connection, &end, 1);
      times[i] = (now() - began) * 1e3;
      notify(connection);
      finish(connection);
    }
    printf("p50_us %.0f\n", at(times, count, 0.5));
  } else if (!strcmp(what, "import")) {
    double began = now();
    commit(connection, &end, count);
    printf("ms %.0f\n", now() - began);
  } else {
    int rounds = !strcmp(what, "tail") ? 21 : 3;
    if (rounds == 21 && count > 0) commit(connection, &end, count);
    double times[21];
    long bytes = 0;
    for (int i = 0; i < rounds; i++) {
      struct end seen = {0};
      bytes = 0;
      sprintf(text,
        "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT seq, sum, part, parts, line FROM %s.event "
        "WHERE seq >= %ld ORDER BY seq; COMMIT", schema, rounds == 21 ? end.seq - count : 0);
      double began = now();
      ask(connection, text, &seen, &bytes);
      times[i] = now() - began;
    }
    printf("ms %.3f bytes %ld\n", at(times, rounds, 0.5), bytes);
  }
  PQfinish(connection);
  return 0;
}
