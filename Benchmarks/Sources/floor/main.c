// The least that a board on ncurses can cost: six columns of one-line cards from a mapped file.
//
//   floor CARDS [MOVES]
//
// CARDS has a line for each card, "<stage 0-5>\t<name>". h j k l go about, L and H move the card on
// and back (a line appended to MOVES and flushed), q leaves. Nothing is checked: it is a yardstick.
#include <fcntl.h>
#include <locale.h>
#include <ncurses.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { STAGES = 6 };

struct card {
  const char *name;
  int length;
  unsigned number;
};

struct column {
  struct card *cards;
  size_t count, room, row, top;
};

static struct column columns[STAGES];
static int focus;

static void add(struct column *column, size_t place, struct card card) {
  if (column->count == column->room) {
    column->room = column->room ? column->room * 2 : 256;
    column->cards = realloc(column->cards, column->room * sizeof card);
    if (!column->cards) abort();
  }
  struct card *slot = column->cards + place;
  memmove(slot + 1, slot, (column->count - place) * sizeof card);
  *slot = card;
  column->count++;
}

static void read_cards(const char *path) {
  int file = open(path, O_RDONLY | O_CLOEXEC);
  struct stat status;
  if (file < 0 || fstat(file, &status) < 0) {
    perror(path);
    exit(1);
  }
  const char *at =
      mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
  if (at == MAP_FAILED) exit(1);
  const char *end = at + status.st_size;
  for (unsigned number = 1; at < end; number++) {
    const char *line_end = memchr(at, '\n', (size_t)(end - at));
    if (!line_end) break;
    struct column *column = &columns[(at[0] - '0') % STAGES];
    add(column, column->count, (struct card){at + 2, (int)(line_end - at - 2), number});
    at = line_end + 1;
  }
}

static void draw(void) {
  int height = LINES - 2, width = COLS / STAGES;
  erase();
  for (int stage = 0; stage < STAGES; stage++) {
    struct column *column = &columns[stage];
    if (column->row >= column->count) column->row = column->count ? column->count - 1 : 0;
    if (column->row < column->top) column->top = column->row;
    if (column->row >= column->top + (size_t)height)
      column->top = column->row - (size_t)height + 1;
    attron(COLOR_PAIR(stage + 1));
    mvprintw(0, stage * width, "%d  %zu", stage + 1, column->count);
    attroff(COLOR_PAIR(stage + 1));
    for (int line = 0; line < height && column->top + (size_t)line < column->count; line++) {
      size_t index = column->top + (size_t)line;
      bool is_selected = stage == focus && index == column->row;
      if (is_selected) attron(A_REVERSE);
      // Names are Chinese: three bytes take two columns.
      int bytes = (width - 1) / 2 * 3;
      struct card *card = &column->cards[index];
      mvaddnstr(line + 1, stage * width, card->name, card->length < bytes ? card->length : bytes);
      if (is_selected) attroff(A_REVERSE);
    }
  }
  struct column *column = &columns[focus];
  mvprintw(LINES - 1, 0, "%d: %zu/%zu", focus + 1, column->row + 1, column->count);
  refresh();
}

static void move_card(int target, int log) {
  struct column *from = &columns[focus];
  if (target < 0 || target >= STAGES || !from->count) return;
  struct card card = from->cards[from->row];
  from->count--;
  memmove(from->cards + from->row, from->cards + from->row + 1,
          (from->count - from->row) * sizeof card);
  add(&columns[target], 0, card);
  columns[target].row = 0;
  focus = target;
  if (log < 0) return;
  char line[48];
  int count = snprintf(line, sizeof line, "%u\t%d\n", card.number, target);
  if (write(log, line, (size_t)count) != count || fdatasync(log)) _exit(2);
}

int main(int count, char **arguments) {
  if (count < 2) return 1;
  setlocale(LC_ALL, "");
  read_cards(arguments[1]);
  int log = count > 2
                ? open(arguments[2], O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600)
                : -1;
  initscr();
  cbreak();
  noecho();
  keypad(stdscr, TRUE);
  curs_set(0);
  set_escdelay(25);
  start_color();
  use_default_colors();
  for (short stage = 0; stage < STAGES; stage++) init_pair(stage + 1, stage + 1, -1);
  for (;;) {
    draw();
    int key = getch();
    struct column *column = &columns[focus];
    if (key == 'q' || key == ERR) break;
    if (key == 'j') column->row++;
    if (key == 'k' && column->row) column->row--;
    if (key == 'l' && focus < STAGES - 1) focus++;
    if (key == 'h' && focus) focus--;
    if (key == 'L') move_card(focus + 1, log);
    if (key == 'H') move_card(focus - 1, log);
  }
  endwin();
  return 0;
}
