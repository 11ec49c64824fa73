// What Swift cannot call of libedit: variadic functions, and callbacks that carry no user data.
#pragma once

#include <histedit.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// MARK: The editor

/// Runs the function registered under `function`; returns one of libedit's CC_ codes.
typedef int (*ceditline_dispatch)(void *context, int function, int key);
/// Delivers the next character to libedit: 1 and the character, or 0 at the end of input.
typedef int (*ceditline_reader)(void *context, wchar_t *character);

/// el_init_fd over a terminal whose screen libedit never sees: what it would print goes to
/// /dev/null, because the caller paints. NULL without memory or terminal.
EditLine *ceditline_open(const char *program, int input, int output, void *context,
                         ceditline_reader reader, ceditline_dispatch dispatch);
/// el_end, and closes what `ceditline_open` opened.
void ceditline_close(EditLine *editor);

/// el_wset(EL_EDITOR): "vi" or "emacs" keys.
void ceditline_use_vi(EditLine *editor, bool vi);
/// el_wget(EL_EDITOR).
bool ceditline_uses_vi(EditLine *editor);

/// How many functions `ceditline_add_function` has room for.
enum { CEDITLINE_FUNCTIONS = 96 };
/// el_wset(EL_ADDFN): makes `name` bindable; it calls the dispatcher with `function`. `name` and
/// `help` must outlive the editor (libedit keeps the pointers).
bool ceditline_add_function(EditLine *editor, int function, const wchar_t *name,
                            const wchar_t *help);
/// el_wset(EL_BIND, [-a], keys, function).
bool ceditline_bind(EditLine *editor, bool alternative, const wchar_t *keys,
                    const wchar_t *function);
/// el_source: runs the user's editrc (NULL: $EDITRC or ~/.editrc).
bool ceditline_source(EditLine *editor, const char *path);
/// Runs one line of an editrc: tok_wstr and el_wparse.
bool ceditline_run(EditLine *editor, const wchar_t *line);

// MARK: History

/// history_winit and el_wset(EL_HIST): the history libedit's own search commands walk.
HistoryW *ceditline_history_open(EditLine *editor, int size);
/// history_w(H_ENTER).
void ceditline_history_enter(HistoryW *history, const wchar_t *line);
/// history_w(H_CLEAR).
void ceditline_history_clear(HistoryW *history);
