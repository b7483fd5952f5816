// The least that painting the product's own picture can cost: frames that were recorded from the real
// board, put cell by cell through the same calls of ncurses.
//
//   picture-floor FRAMES
//
// FRAMES has a line for each run of cells of one style, "<frame> <row> <column> <attributes>
// <foreground> <background> <text>", sorted by frame and row; attributes are b, d, i, u, r or -, a
// colour is -1 for the terminal's own. j shows the next frame, k the one before, q leaves. Rows that
// are the same as in the frame before are left alone, as the product leaves them.
#include <locale.h>
#include <ncurses.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

enum { FRAMES = 512, ROWS = 200, PAIRS = 1024 };

struct run {
  int column;
  attr_t attributes;
  short foreground, background;
  const char *text;
  struct run *next;
};

static struct run *frames[FRAMES][ROWS];
static int frame_count;
static short pairs[PAIRS][2];
static int pair_count;

static short pair_of(short foreground, short background) {
  if (foreground < 0 && background < 0) return 0;
  for (int pair = 1; pair <= pair_count; pair++)
    if (pairs[pair][0] == foreground && pairs[pair][1] == background) return (short)pair;
  if (pair_count + 1 >= PAIRS || pair_count + 1 >= COLOR_PAIRS) return 0;
  pair_count++;
  pairs[pair_count][0] = foreground;
  pairs[pair_count][1] = background;
  init_pair((short)pair_count, foreground, background);
  return (short)pair_count;
}

static attr_t attributes_of(const char *letters) {
  attr_t attributes = A_NORMAL;
  for (; *letters; letters++) {
    if (*letters == 'b') attributes |= A_BOLD;
    if (*letters == 'd') attributes |= A_DIM;
    if (*letters == 'i') attributes |= A_ITALIC;
    if (*letters == 'u') attributes |= A_UNDERLINE;
    if (*letters == 'r') attributes |= A_REVERSE;
  }
  return attributes;
}

static void read_frames(const char *path) {
  FILE *file = fopen(path, "r");
  if (!file) {
    perror(path);
    exit(1);
  }
  char *line = NULL;
  size_t room = 0;
  ssize_t length;
  struct run *last = NULL;
  int last_frame = -1, last_row = -1;
  while ((length = getline(&line, &room, file)) > 0) {
    if (line[length - 1] == '\n') line[length - 1] = 0;
    int frame, row, column, foreground, background, at = 0;
    char letters[8];
    if (sscanf(line, "%d %d %d %7s %d %d %n", &frame, &row, &column, letters, &foreground,
               &background, &at) != 6 ||
        frame < 0 || frame >= FRAMES || row < 0 || row >= ROWS) {
      fprintf(stderr, "%s: %s\n", path, line);
      exit(1);
    }
    struct run *run = malloc(sizeof *run);
    if (!run) abort();
    *run = (struct run){column,           attributes_of(letters), (short)foreground,
                        (short)background, strdup(line + at),      NULL};
    if (frame == last_frame && row == last_row)
      last->next = run;
    else
      frames[frame][row] = run;
    last = run;
    last_frame = frame;
    last_row = row;
    if (frame >= frame_count) frame_count = frame + 1;
  }
  free(line);
  fclose(file);
}

static int is_same(const struct run *left, const struct run *right) {
  for (; left && right; left = left->next, right = right->next)
    if (left->column != right->column || left->attributes != right->attributes ||
        left->foreground != right->foreground || left->background != right->background ||
        strcmp(left->text, right->text))
      return 0;
  return !left && !right;
}

static void draw_row(int row, const struct run *run) {
  move(row, 0);
  clrtoeol();
  for (; run; run = run->next) {
    int x = run->column;
    short pair = pair_of(run->foreground, run->background);
    const char *at = run->text;
    size_t left = strlen(at);
    mbstate_t state = {0};
    wchar_t text[6];
    int count = 0;
    while (left) {
      wchar_t sign;
      size_t taken = mbrtowc(&sign, at, left, &state);
      if (taken == 0 || taken > left) break;
      at += taken;
      left -= taken;
      // What has no width of its own belongs to the cell before it.
      if (count && (wcwidth(sign) > 0 || count == 5)) {
        text[count] = 0;
        cchar_t cell;
        setcchar(&cell, text, run->attributes, pair, NULL);
        mvadd_wch(row, x, &cell);
        x += wcwidth(text[0]);
        count = 0;
      }
      text[count++] = sign;
    }
    if (count) {
      text[count] = 0;
      cchar_t cell;
      setcchar(&cell, text, run->attributes, pair, NULL);
      mvadd_wch(row, x, &cell);
    }
  }
}

int main(int count, char **arguments) {
  if (count != 2) return 1;
  setlocale(LC_ALL, "");
  read_frames(arguments[1]);
  initscr();
  raw();
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  curs_set(0);
  set_escdelay(25);
  start_color();
  use_default_colors();
  int shown = -1, frame = 0;
  for (;;) {
    for (int row = 0; row < ROWS && row < LINES; row++)
      if (shown < 0 || !is_same(frames[frame][row], frames[shown][row]))
        draw_row(row, frames[frame][row]);
    refresh();
    shown = frame;
    int key = getch();
    if (key == 'q' || key == ERR) break;
    if (key == 'j' && frame + 1 < frame_count) frame++;
    if (key == 'k' && frame) frame--;
  }
  endwin();
  return 0;
}
