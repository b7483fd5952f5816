// What is used of libzip and expat.
#pragma once
#include "shim.h"
#include <expat.h>
#include <zip.h>

struct zs_reading {
  __typeof__(&zip_source_buffer_create) zip_source_buffer_create;
  __typeof__(&zip_open_from_source) zip_open_from_source;
  __typeof__(&zip_source_free) zip_source_free;
  __typeof__(&zip_get_num_entries) zip_get_num_entries;
  __typeof__(&zip_name_locate) zip_name_locate;
  __typeof__(&zip_stat_index) zip_stat_index;
  __typeof__(&zip_fopen_index) zip_fopen_index;
  __typeof__(&zip_fread) zip_fread;
  __typeof__(&zip_fclose) zip_fclose;
  __typeof__(&zip_discard) zip_discard;
  __typeof__(&XML_ParserCreate) XML_ParserCreate;
  __typeof__(&XML_SetUserData) XML_SetUserData;
  __typeof__(&XML_SetElementHandler) XML_SetElementHandler;
  __typeof__(&XML_SetCharacterDataHandler) XML_SetCharacterDataHandler;
  __typeof__(&XML_SetStartDoctypeDeclHandler) XML_SetStartDoctypeDeclHandler;
  __typeof__(&XML_Parse) XML_Parse;
  __typeof__(&XML_StopParser) XML_StopParser;
  __typeof__(&XML_GetCurrentLineNumber) XML_GetCurrentLineNumber;
  __typeof__(&XML_ParserFree) XML_ParserFree;
};

// Debian calls libzip's fifth interface 4 up to version 12.
static inline bool zs_load_zip(struct zs_reading *_Nonnull table) {
  const char *names[] = {"libzip.so.5", "libzip.so.4", NULL};
  void *library = zs_open(names);
  if (!library) return false;
  ZS_BIND(table, library, zip_source_buffer_create);
  ZS_BIND(table, library, zip_open_from_source);
  ZS_BIND(table, library, zip_source_free);
  ZS_BIND(table, library, zip_get_num_entries);
  ZS_BIND(table, library, zip_name_locate);
  ZS_BIND(table, library, zip_stat_index);
  ZS_BIND(table, library, zip_fopen_index);
  ZS_BIND(table, library, zip_fread);
  ZS_BIND(table, library, zip_fclose);
  ZS_BIND(table, library, zip_discard);
  return true;
}

static inline bool zs_load_expat(struct zs_reading *_Nonnull table) {
  const char *names[] = {"libexpat.so.1", NULL};
  void *library = zs_open(names);
  if (!library) return false;
  ZS_BIND(table, library, XML_ParserCreate);
  ZS_BIND(table, library, XML_SetUserData);
  ZS_BIND(table, library, XML_SetElementHandler);
  ZS_BIND(table, library, XML_SetCharacterDataHandler);
  ZS_BIND(table, library, XML_SetStartDoctypeDeclHandler);
  ZS_BIND(table, library, XML_Parse);
  ZS_BIND(table, library, XML_StopParser);
  ZS_BIND(table, library, XML_GetCurrentLineNumber);
  ZS_BIND(table, library, XML_ParserFree);
  return true;
}

// An archive over bytes that stay the caller's; NULL when they are none.
static inline zip_t *_Nullable zs_zip_open(const struct zs_reading *_Nonnull use,
                                           const void *_Nonnull bytes, size_t count) {
  zip_error_t error = {0};
  zip_source_t *source = use->zip_source_buffer_create(bytes, count, 0, &error);
  if (!source) return NULL;
  zip_t *archive = use->zip_open_from_source(source, ZIP_RDONLY, &error);
  if (!archive) use->zip_source_free(source);
  return archive;
}

static inline void zs_zip_close(const struct zs_reading *_Nonnull use, zip_t *_Nonnull archive) {
  use->zip_discard(archive);
}

static inline int64_t zs_zip_count(const struct zs_reading *_Nonnull use, zip_t *_Nonnull archive) {
  return use->zip_get_num_entries(archive, 0);
}

// -1 when there is no such entry.
static inline int64_t zs_zip_find(const struct zs_reading *_Nonnull use, zip_t *_Nonnull archive,
                                  const char *_Nonnull name) {
  return use->zip_name_locate(archive, name, ZIP_FL_NOCASE);
}

struct zs_entry {
  uint64_t compressed;
  bool is_encrypted;
};

static inline bool zs_zip_look(const struct zs_reading *_Nonnull use, zip_t *_Nonnull archive,
                               int64_t index, struct zs_entry *_Nonnull entry) {
  zip_stat_t status;
  if (use->zip_stat_index(archive, (zip_uint64_t)index, 0, &status) != 0) return false;
  entry->compressed = status.valid & ZIP_STAT_COMP_SIZE ? status.comp_size : 0;
  entry->is_encrypted =
      (status.valid & ZIP_STAT_ENCRYPTION_METHOD) && status.encryption_method != ZIP_EM_NONE;
  return true;
}

static inline zip_file_t *_Nullable zs_zip_begin(const struct zs_reading *_Nonnull use,
                                                 zip_t *_Nonnull archive, int64_t index) {
  return use->zip_fopen_index(archive, (zip_uint64_t)index, 0);
}

// How many bytes were read; 0 at the end, -1 when the entry is damaged.
static inline int64_t zs_zip_read(const struct zs_reading *_Nonnull use, zip_file_t *_Nonnull file,
                                  void *_Nonnull buffer, size_t count) {
  return use->zip_fread(file, buffer, count);
}

static inline void zs_zip_end(const struct zs_reading *_Nonnull use, zip_file_t *_Nonnull file) {
  use->zip_fclose(file);
}

// External entities are never fetched: nobody sets a handler that would.
static inline XML_Parser _Nullable zs_xml_create(const struct zs_reading *_Nonnull use) {
  return use->XML_ParserCreate(NULL);
}

static inline void zs_xml_handlers(const struct zs_reading *_Nonnull use, XML_Parser _Nonnull parser,
                                   void *_Nonnull receiver,
                                   XML_StartElementHandler _Nonnull start,
                                   XML_EndElementHandler _Nonnull end,
                                   XML_CharacterDataHandler _Nonnull text,
                                   XML_StartDoctypeDeclHandler _Nonnull doctype) {
  use->XML_SetUserData(parser, receiver);
  use->XML_SetElementHandler(parser, start, end);
  use->XML_SetCharacterDataHandler(parser, text);
  use->XML_SetStartDoctypeDeclHandler(parser, doctype);
}

static inline bool zs_xml_parse(const struct zs_reading *_Nonnull use, XML_Parser _Nonnull parser,
                                const char *_Nullable bytes, int count, bool is_last) {
  return use->XML_Parse(parser, bytes, count, is_last) == XML_STATUS_OK;
}

static inline void zs_xml_stop(const struct zs_reading *_Nonnull use, XML_Parser _Nonnull parser) {
  use->XML_StopParser(parser, XML_FALSE);
}

static inline int64_t zs_xml_line(const struct zs_reading *_Nonnull use, XML_Parser _Nonnull parser) {
  return (int64_t)use->XML_GetCurrentLineNumber(parser);
}

static inline void zs_xml_free(const struct zs_reading *_Nonnull use, XML_Parser _Nonnull parser) {
  use->XML_ParserFree(parser);
}
