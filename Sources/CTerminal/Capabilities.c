// What terminfo(5) knows of a terminal. Apart from the rest: term.h makes macros of common words.
#include "CTerminal.h"

#include <curses.h>
#include <string.h>
#include <term.h>

static bool has(const char *capability) {
  const char *text = tigetstr((char *)capability);
  return text && text != (char *)-1;
}

int cterminal_terminal_kind(const char *name) {
  int problem = 0;
  // 0 of a terminal that is there, but only a family's name.
  if (setupterm((char *)name, 1, &problem) != OK)
    return problem == 1 || strcmp(name, "unknown") == 0 ? CTERMINAL_PLAIN : CTERMINAL_UNKNOWN;
  bool moves = has("cuu1") && has("cuf1") && has("el") && has("ed");
  del_curterm(cur_term);
  return moves ? CTERMINAL_MOVES : CTERMINAL_PLAIN;
}
