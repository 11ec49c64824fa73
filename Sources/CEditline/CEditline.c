#define _GNU_SOURCE
#include "CEditline.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

_Static_assert(sizeof(wchar_t) == 4, "libedit's wide characters are Unicode scalars here");

// MARK: The editor

// EL_CLIENTDATA holds one of these: what a callback needs to find its owner.
typedef struct {
  void *context;
  ceditline_reader reader;
  ceditline_dispatch dispatch;
  HistoryW *history;
  FILE *input, *output;
} Owner;

static Owner *owner_of(EditLine *editor) {
  Owner *owner = NULL;
  el_wget(editor, EL_CLIENTDATA, &owner);
  return owner;
}

static int read_character(EditLine *editor, wchar_t *character) {
  Owner *owner = owner_of(editor);
  return owner->reader(owner->context, character);
}

EditLine *ceditline_open(const char *program, int input, int output, void *context,
                         ceditline_reader reader, ceditline_dispatch dispatch) {
  Owner *owner = calloc(1, sizeof *owner);
  if (!owner) return NULL;
  *owner = (Owner){.context = context, .reader = reader, .dispatch = dispatch};
  owner->input = fopen("/dev/null", "re");
  owner->output = fopen("/dev/null", "we");
  EditLine *editor = NULL;
  if (owner->input && owner->output)
    editor = el_init_fd(program, owner->input, owner->output, owner->output, input, output, output);
  if (!editor) {
    if (owner->input) fclose(owner->input);
    if (owner->output) fclose(owner->output);
    free(owner);
    return NULL;
  }
  el_wset(editor, EL_CLIENTDATA, owner);
  el_wset(editor, EL_SIGNAL, 0);
  // Some builds start in vi mode; an editrc may still choose it.
  el_wset(editor, EL_EDITOR, L"emacs");
  el_wset(editor, EL_EDITMODE, 1);
  el_wset(editor, EL_GETCFN, read_character);
  return editor;
}

void ceditline_close(EditLine *editor) {
  Owner *owner = owner_of(editor);
  el_end(editor);
  if (owner->history) history_wend(owner->history);
  fclose(owner->input);
  fclose(owner->output);
  free(owner);
}

void ceditline_use_vi(EditLine *editor, bool vi) {
  el_wset(editor, EL_EDITOR, vi ? L"vi" : L"emacs");
}

bool ceditline_uses_vi(EditLine *editor) {
  const wchar_t *name = NULL;
  return el_wget(editor, EL_EDITOR, &name) == 0 && name && wcscmp(name, L"vi") == 0;
}

// An EL_ADDFN callback is told the editor and the key, not which function it is: one C function
// for each number.
static unsigned char run(EditLine *editor, int function, int key) {
  Owner *owner = owner_of(editor);
  return (unsigned char)owner->dispatch(owner->context, function, key);
}
#define FUNCTION(n) \
  static unsigned char function_##n(EditLine *editor, wint_t key) { \
    return run(editor, n, (int)key); \
  }
#define EIGHT(X, d) X(d##0) X(d##1) X(d##2) X(d##3) X(d##4) X(d##5) X(d##6) X(d##7)
#define ALL(X) \
  EIGHT(X, 00) EIGHT(X, 01) EIGHT(X, 02) EIGHT(X, 03) EIGHT(X, 04) EIGHT(X, 05) \
  EIGHT(X, 06) EIGHT(X, 07) EIGHT(X, 010) EIGHT(X, 011) EIGHT(X, 012) EIGHT(X, 013)
ALL(FUNCTION)
typedef unsigned char (*Function)(EditLine *, wint_t);
#define ENTRY(n) [n] = function_##n,
static const Function functions[CEDITLINE_FUNCTIONS] = {ALL(ENTRY)};

bool ceditline_add_function(EditLine *editor, int function, const wchar_t *name,
                            const wchar_t *help) {
  if (function < 0 || function >= CEDITLINE_FUNCTIONS) return false;
  return el_wset(editor, EL_ADDFN, name, help, functions[function]) == 0;
}

bool ceditline_bind(EditLine *editor, bool alternative, const wchar_t *keys,
                    const wchar_t *function) {
  if (alternative) return el_wset(editor, EL_BIND, L"-a", keys, function, NULL) == 0;
  return el_wset(editor, EL_BIND, keys, function, NULL) == 0;
}

bool ceditline_source(EditLine *editor, const char *path) { return el_source(editor, path) == 0; }

bool ceditline_run(EditLine *editor, const wchar_t *line) {
  TokenizerW *tokenizer = tok_winit(NULL);
  int count = 0;
  const wchar_t **words = NULL;
  bool ran = tokenizer && tok_wstr(tokenizer, line, &count, &words) == 0 && count > 0 &&
             el_wparse(editor, count, words) == 0;
  if (tokenizer) tok_wend(tokenizer);
  return ran;
}

// MARK: History

HistoryW *ceditline_history_open(EditLine *editor, int size) {
  Owner *owner = owner_of(editor);
  HistEventW event;
  owner->history = history_winit();
  if (!owner->history) return NULL;
  history_w(owner->history, &event, H_SETSIZE, size);
  el_wset(editor, EL_HIST, history_w, owner->history);
  return owner->history;
}

void ceditline_history_enter(HistoryW *history, const wchar_t *line) {
  HistEventW event;
  history_w(history, &event, H_ENTER, line);
}

void ceditline_history_clear(HistoryW *history) {
  HistEventW event;
  history_w(history, &event, H_CLEAR);
}
