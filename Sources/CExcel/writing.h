// What is used of libxlsxwriter.
#pragma once
#include "shim.h"
#include <xlsxwriter.h>

struct zs_writing {
  __typeof__(&workbook_new_opt) workbook_new_opt;
  __typeof__(&workbook_set_properties) workbook_set_properties;
  __typeof__(&workbook_add_format) workbook_add_format;
  __typeof__(&workbook_add_worksheet) workbook_add_worksheet;
  __typeof__(&workbook_close) workbook_close;
  __typeof__(&worksheet_write_string) worksheet_write_string;
  __typeof__(&worksheet_write_number) worksheet_write_number;
  __typeof__(&worksheet_write_datetime) worksheet_write_datetime;
  __typeof__(&worksheet_write_blank) worksheet_write_blank;
  __typeof__(&worksheet_merge_range) worksheet_merge_range;
  __typeof__(&worksheet_set_column) worksheet_set_column;
  __typeof__(&worksheet_set_row) worksheet_set_row;
  __typeof__(&worksheet_freeze_panes) worksheet_freeze_panes;
  __typeof__(&worksheet_repeat_rows) worksheet_repeat_rows;
  __typeof__(&worksheet_set_landscape) worksheet_set_landscape;
  __typeof__(&worksheet_set_paper) worksheet_set_paper;
  __typeof__(&worksheet_fit_to_pages) worksheet_fit_to_pages;
  __typeof__(&format_set_bold) format_set_bold;
  __typeof__(&format_set_font_size) format_set_font_size;
  __typeof__(&format_set_align) format_set_align;
  __typeof__(&format_set_text_wrap) format_set_text_wrap;
  __typeof__(&format_set_border) format_set_border;
  __typeof__(&format_set_bg_color) format_set_bg_color;
  __typeof__(&format_set_num_format) format_set_num_format;
};

static inline bool zs_load_writer(struct zs_writing *_Nonnull table) {
  // The name that fits the header: its structures are what is passed over.
  const char *names[] = {"libxlsxwriter.so." LXW_SOVERSION, NULL};
  void *library = zs_open(names);
  if (!library) return false;
  ZS_BIND(table, library, workbook_new_opt);
  ZS_BIND(table, library, workbook_set_properties);
  ZS_BIND(table, library, workbook_add_format);
  ZS_BIND(table, library, workbook_add_worksheet);
  ZS_BIND(table, library, workbook_close);
  ZS_BIND(table, library, worksheet_write_string);
  ZS_BIND(table, library, worksheet_write_number);
  ZS_BIND(table, library, worksheet_write_datetime);
  ZS_BIND(table, library, worksheet_write_blank);
  ZS_BIND(table, library, worksheet_merge_range);
  ZS_BIND(table, library, worksheet_set_column);
  ZS_BIND(table, library, worksheet_set_row);
  ZS_BIND(table, library, worksheet_freeze_panes);
  ZS_BIND(table, library, worksheet_repeat_rows);
  ZS_BIND(table, library, worksheet_set_landscape);
  ZS_BIND(table, library, worksheet_set_paper);
  ZS_BIND(table, library, worksheet_fit_to_pages);
  ZS_BIND(table, library, format_set_bold);
  ZS_BIND(table, library, format_set_font_size);
  ZS_BIND(table, library, format_set_align);
  ZS_BIND(table, library, format_set_text_wrap);
  ZS_BIND(table, library, format_set_border);
  ZS_BIND(table, library, format_set_bg_color);
  ZS_BIND(table, library, format_set_num_format);
  return true;
}

static inline lxw_workbook *_Nullable zs_book_create(const struct zs_writing *_Nonnull use,
                                                     const char *_Nonnull path,
                                                     const char *_Nonnull title,
                                                     int64_t created) {
  lxw_workbook_options options = {0};
  lxw_workbook *book = use->workbook_new_opt(path, &options);
  if (!book) return NULL;
  lxw_doc_properties properties = {0};
  properties.title = (char *)title;
  properties.created = (time_t)created;
  use->workbook_set_properties(book, &properties);
  return book;
}

// Writes everything and frees the workbook; 0 when done.
static inline int zs_book_close(const struct zs_writing *_Nonnull use, lxw_workbook *_Nonnull book) {
  return (int)use->workbook_close(book);
}

struct zs_look {
  const char *_Nullable number;
  double size;
  uint32_t fill;
  bool is_bold, is_wrapped, is_bordered, is_centred, is_right;
};

static inline lxw_format *_Nullable zs_book_format(const struct zs_writing *_Nonnull use,
                                                   lxw_workbook *_Nonnull book,
                                                   struct zs_look look) {
  lxw_format *format = use->workbook_add_format(book);
  if (!format) return NULL;
  if (look.number) use->format_set_num_format(format, look.number);
  if (look.size > 0) use->format_set_font_size(format, look.size);
  if (look.fill) use->format_set_bg_color(format, look.fill);
  if (look.is_bold) use->format_set_bold(format);
  if (look.is_wrapped) use->format_set_text_wrap(format);
  if (look.is_bordered) use->format_set_border(format, LXW_BORDER_THIN);
  if (look.is_centred) use->format_set_align(format, LXW_ALIGN_CENTER);
  if (look.is_right) use->format_set_align(format, LXW_ALIGN_RIGHT);
  use->format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
  return format;
}

static inline lxw_worksheet *_Nullable zs_book_sheet(const struct zs_writing *_Nonnull use,
                                                     lxw_workbook *_Nonnull book,
                                                     const char *_Nonnull name) {
  return use->workbook_add_worksheet(book, name);
}

static inline int zs_write_text(const struct zs_writing *_Nonnull use, lxw_worksheet *_Nonnull sheet,
                                uint32_t row, uint16_t column, const char *_Nonnull text,
                                lxw_format *_Nullable format) {
  if (!*text) return (int)use->worksheet_write_blank(sheet, row, column, format);
  return (int)use->worksheet_write_string(sheet, row, column, text, format);
}

static inline int zs_write_number(const struct zs_writing *_Nonnull use,
                                  lxw_worksheet *_Nonnull sheet, uint32_t row, uint16_t column,
                                  double number, lxw_format *_Nullable format) {
  return (int)use->worksheet_write_number(sheet, row, column, number, format);
}

static inline int zs_write_day(const struct zs_writing *_Nonnull use, lxw_worksheet *_Nonnull sheet,
                               uint32_t row, uint16_t column, int year, int month, int day,
                               lxw_format *_Nullable format) {
  lxw_datetime date = {.year = year, .month = month, .day = day};
  return (int)use->worksheet_write_datetime(sheet, row, column, &date, format);
}

static inline int zs_write_across(const struct zs_writing *_Nonnull use,
                                  lxw_worksheet *_Nonnull sheet, uint32_t row, uint16_t last,
                                  const char *_Nonnull text, lxw_format *_Nullable format) {
  if (last == 0) return zs_write_text(use, sheet, row, 0, text, format);
  return (int)use->worksheet_merge_range(sheet, row, 0, row, last, text, format);
}

static inline void zs_set_width(const struct zs_writing *_Nonnull use,
                                lxw_worksheet *_Nonnull sheet, uint16_t column, double width) {
  use->worksheet_set_column(sheet, column, column, width, NULL);
}

static inline void zs_set_height(const struct zs_writing *_Nonnull use,
                                 lxw_worksheet *_Nonnull sheet, uint32_t row, double height) {
  use->worksheet_set_row(sheet, row, height, NULL);
}

// A4 across, one page wide, with the heading row on every page and in sight while one scrolls.
static inline void zs_set_page(const struct zs_writing *_Nonnull use, lxw_worksheet *_Nonnull sheet,
                               uint32_t heading, uint16_t columns) {
  use->worksheet_set_landscape(sheet);
  use->worksheet_set_paper(sheet, 9);
  use->worksheet_fit_to_pages(sheet, 1, 0);
  if (heading == UINT32_MAX) return;
  use->worksheet_repeat_rows(sheet, heading, heading);
  use->worksheet_freeze_panes(sheet, heading + 1, columns);
}
