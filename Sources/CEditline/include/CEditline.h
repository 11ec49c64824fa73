// What Swift cannot call of libedit and of POSIX: variadic functions, the FILE globals, signal
// handlers, and callbacks that carry no user data.
#pragma once

#include <histedit.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// MARK: Locale

/// Gives LC_CTYPE a UTF-8 encoding: the user's, else C.UTF-8. libedit drops every character beyond
/// ASCII without one. False when the system has none. Call before `ceditline_open`.
bool ceditline_use_utf8_locale(void);

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

// MARK: Terminal

/// Takes down the user's settings of a terminal whose keys are not raw; where a program has left it
/// without echo or lines that the user had, puts those back instead.
void ceditline_note_settings(int fd);
/// Keys reach the reader one by one and unchanged: no echo, no line buffer, no signal keys. Calls
/// nest; the first one takes the settings down. False when `fd` is no terminal.
bool ceditline_raw_begin(int fd);
/// The last of nested calls puts the user's settings back.
void ceditline_raw_end(int fd);
/// Puts the user's settings back for a while (another program has the terminal), and goes on.
void ceditline_raw_pause(int fd);
void ceditline_raw_resume(int fd);
/// From now on every signal that ends the process does so, but while keys are raw it first writes
/// `words` (at most 64 bytes) to `output` and puts the user's settings back; so does SIGTSTP before
/// it stops. What was ignored at the first call stays ignored.
void ceditline_die_tidily(int input, int output, const char *words);
/// What terminfo says of a terminal: nothing, that it can be written to line by line alone, or that
/// its cursor moves.
enum { CEDITLINE_UNKNOWN, CEDITLINE_PLAIN, CEDITLINE_MOVES };
/// setupterm(3). Before `ceditline_open`: it forgets the terminal that libedit asks about.
int ceditline_terminal_kind(const char *name);
/// ioctl(TIOCGWINSZ); false (and nothing written) when `fd` has no size.
bool ceditline_window_size(int fd, int *columns, int *rows);
/// fflush(NULL): what stdio still holds must stand on the screen before the prompt does.
void ceditline_flush_output(void);
/// wcwidth: cells a scalar takes, -1 for a control character.
int ceditline_width(uint32_t scalar);

// MARK: Waking the reader

/// What the read end of the wake pipe delivers.
enum {
  CEDITLINE_WAKE = 'w',
  CEDITLINE_RESIZED = 'r',
  CEDITLINE_CONTINUED = 'c',
  CEDITLINE_INTERRUPTED = 'i'
};

/// A pipe both ends of which are non-blocking and close on exec; read end first.
bool ceditline_wake_open(int ends[2]);
/// Writes CEDITLINE_RESIZED or CEDITLINE_CONTINUED to `write_end` on SIGWINCH and SIGCONT; -1 puts
/// back the handlers of before.
void ceditline_watch_signals(int write_end);
/// The same as -1, unless the signals go to another pipe by now.
void ceditline_unwatch_signals(int write_end);
/// Stops the process group of the terminal's foreground as ^Z does, and returns when it goes on.
void ceditline_suspend(void);

// MARK: Interrupts

/// From now on SIGINT is only noted, and told to the pipe as CEDITLINE_INTERRUPTED; false puts back what it did before. Both forget one that came.
void ceditline_catch_interrupts(bool caught);
bool ceditline_was_interrupted(void);

// MARK: Other programs

/// Lets the user edit the file at `path` with `editor`, words of sh, and waits for it, deaf to ^C
/// meanwhile (posix_spawn of sh -c). The exit status, 128 and the signal's number, or -1.
int ceditline_edit_file(const char *editor, const char *path);

/// Starts `command` by posix_spawn of sh -c, with a pipe for its input; deaf to ^C from here on. The
/// process, or -1; `*input` is the pipe's write end.
int ceditline_pager_open(const char *command, int *input);
/// Closes its input, waits for it and hears ^C again. The exit status, or -1.
int ceditline_pager_close(int process, int input);

// MARK: Arguments

/// The program's arguments, its name first, and how many they are; NULL where the C library does not
/// tell.
char **ceditline_arguments(int *number);
