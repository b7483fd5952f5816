// PostgreSQL's own client library, found when the first postgresql:// is: linking it would have every
// start of the program load it and two dozen others for a board that needs none of them.
//
// Header only. The types are those of the library's own headers; a symbol's type is checked here.
#pragma once
#include <dlfcn.h>
#include <stdbool.h>
#include <stddef.h>
#if __has_include(<libpq-fe.h>)
#include <libpq-fe.h>
#else
// Where Debian keeps it.
#include <postgresql/libpq-fe.h>
#endif

struct zs_libpq {
  __typeof__(&PQlibVersion) PQlibVersion;
  __typeof__(&PQconndefaults) PQconndefaults;
  __typeof__(&PQconninfoParse) PQconninfoParse;
  __typeof__(&PQconninfoFree) PQconninfoFree;
  __typeof__(&PQconnectStartParams) PQconnectStartParams;
  __typeof__(&PQconnectPoll) PQconnectPoll;
  __typeof__(&PQfinish) PQfinish;
  __typeof__(&PQstatus) PQstatus;
  __typeof__(&PQtransactionStatus) PQtransactionStatus;
  __typeof__(&PQerrorMessage) PQerrorMessage;
  __typeof__(&PQsocket) PQsocket;
  __typeof__(&PQbackendPID) PQbackendPID;
  __typeof__(&PQserverVersion) PQserverVersion;
  __typeof__(&PQhost) PQhost;
  __typeof__(&PQconnectionNeedsPassword) PQconnectionNeedsPassword;
  __typeof__(&PQsetNoticeProcessor) PQsetNoticeProcessor;
  __typeof__(&PQsetErrorVerbosity) PQsetErrorVerbosity;
  __typeof__(&PQsetnonblocking) PQsetnonblocking;
  __typeof__(&PQsendQuery) PQsendQuery;
  __typeof__(&PQsetSingleRowMode) PQsetSingleRowMode;
  __typeof__(&PQflush) PQflush;
  __typeof__(&PQconsumeInput) PQconsumeInput;
  __typeof__(&PQisBusy) PQisBusy;
  __typeof__(&PQgetResult) PQgetResult;
  __typeof__(&PQresultStatus) PQresultStatus;
  __typeof__(&PQresultErrorField) PQresultErrorField;
  __typeof__(&PQntuples) PQntuples;
  __typeof__(&PQnfields) PQnfields;
  __typeof__(&PQgetisnull) PQgetisnull;
  __typeof__(&PQgetlength) PQgetlength;
  __typeof__(&PQgetvalue) PQgetvalue;
  __typeof__(&PQclear) PQclear;
  __typeof__(&PQnotifies) PQnotifies;
  __typeof__(&PQfreemem) PQfreemem;
};

// Fills one member of a table of functions, or gives the table up.
#define ZS_BIND(table, library, name) \
  if (!((table)->name = (__typeof__(&name))dlsym((library), #name))) return false

static inline bool zs_load_libpq(struct zs_libpq *_Nonnull table) {
  void *library = dlopen("libpq.so.5", RTLD_NOW | RTLD_LOCAL);
  if (!library) return false;
  ZS_BIND(table, library, PQlibVersion);
  ZS_BIND(table, library, PQconndefaults);
  ZS_BIND(table, library, PQconninfoParse);
  ZS_BIND(table, library, PQconninfoFree);
  ZS_BIND(table, library, PQconnectStartParams);
  ZS_BIND(table, library, PQconnectPoll);
  ZS_BIND(table, library, PQfinish);
  ZS_BIND(table, library, PQstatus);
  ZS_BIND(table, library, PQtransactionStatus);
  ZS_BIND(table, library, PQerrorMessage);
  ZS_BIND(table, library, PQsocket);
  ZS_BIND(table, library, PQbackendPID);
  ZS_BIND(table, library, PQserverVersion);
  ZS_BIND(table, library, PQhost);
  ZS_BIND(table, library, PQconnectionNeedsPassword);
  ZS_BIND(table, library, PQsetNoticeProcessor);
  ZS_BIND(table, library, PQsetErrorVerbosity);
  ZS_BIND(table, library, PQsetnonblocking);
  ZS_BIND(table, library, PQsendQuery);
  ZS_BIND(table, library, PQsetSingleRowMode);
  ZS_BIND(table, library, PQflush);
  ZS_BIND(table, library, PQconsumeInput);
  ZS_BIND(table, library, PQisBusy);
  ZS_BIND(table, library, PQgetResult);
  ZS_BIND(table, library, PQresultStatus);
  ZS_BIND(table, library, PQresultErrorField);
  ZS_BIND(table, library, PQntuples);
  ZS_BIND(table, library, PQnfields);
  ZS_BIND(table, library, PQgetisnull);
  ZS_BIND(table, library, PQgetlength);
  ZS_BIND(table, library, PQgetvalue);
  ZS_BIND(table, library, PQclear);
  ZS_BIND(table, library, PQnotifies);
  ZS_BIND(table, library, PQfreemem);
  return true;
}

// What the library would write on the terminal, over the board, goes nowhere: errors are read from
// results, and a notice is no error.
static inline void zs_pass_over(void *_Nullable nothing, const char *_Nullable text) {}

static inline void zs_silence(const struct zs_libpq *_Nonnull use, PGconn *_Nonnull connection) {
  use->PQsetNoticeProcessor(connection, zs_pass_over, NULL);
}

// Fields of an error, which are macros of characters.
enum { zs_sqlstate = PG_DIAG_SQLSTATE, zs_primary = PG_DIAG_MESSAGE_PRIMARY };
