// The system's SQLite: <sqlite3.h> is its interface. What is linked is the archive, `Package.swift`
// names it.
#include <sqlite3.h>

// SQLITE_TRANSIENT and SQLITE_STATIC are casts, which Swift does not see.
static inline int theo_bind_text(sqlite3_stmt *statement, int place, const char *bytes, int count) {
  return sqlite3_bind_text(statement, place, bytes, count, SQLITE_TRANSIENT);
}
