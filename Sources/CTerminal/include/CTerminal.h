// What Swift cannot call of POSIX: signal handlers, settings of a terminal that they put back, other
// programs that have the terminal meanwhile.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// MARK: Locale

/// Gives LC_CTYPE a UTF-8 encoding: the user's, else C.UTF-8. libedit drops every character beyond
/// ASCII without one. False when the system has none. Call before an editor is opened.
bool cterminal_use_utf8_locale(void);

// MARK: Terminal

/// Takes down the user's settings of a terminal whose keys are not raw; where a program has left it
/// without echo or lines that the user had, puts those back instead.
void cterminal_note_settings(int fd);
/// Keys reach the reader one by one and unchanged: no echo, no line buffer, no signal keys. Calls
/// nest; the first one takes the settings down. False when `fd` is no terminal.
bool cterminal_raw_begin(int fd);
/// The last of nested calls puts the user's settings back.
void cterminal_raw_end(int fd);
/// Puts the user's settings back for a while (another program has the terminal), and goes on.
void cterminal_raw_pause(int fd);
void cterminal_raw_resume(int fd);
/// From now on every signal that ends the process does so, but while keys are raw it first writes
/// `words` (at most 64 bytes) to `output` and puts the user's settings back; so does SIGTSTP before
/// it stops. What was ignored at the first call stays ignored.
void cterminal_die_tidily(int input, int output, const char *words);
/// What terminfo says of a terminal: nothing, that it can be written to line by line alone, or that
/// its cursor moves.
enum { CTERMINAL_UNKNOWN, CTERMINAL_PLAIN, CTERMINAL_MOVES };
/// setupterm(3). Before an editor is opened: it forgets the terminal that libedit asks about.
int cterminal_terminal_kind(const char *name);
/// ioctl(TIOCGWINSZ); false (and nothing written) when `fd` has no size.
bool cterminal_window_size(int fd, int *columns, int *rows);
/// fflush(NULL): what stdio still holds must stand on the screen before the prompt does.
void cterminal_flush_output(void);
/// wcwidth: cells a scalar takes, -1 for a control character and one that is not known.
int cterminal_width(uint32_t scalar);

// MARK: Waking the reader

/// What the read end of the wake pipe delivers.
enum {
  CTERMINAL_WAKE = 'w',
  CTERMINAL_RESIZED = 'r',
  CTERMINAL_CONTINUED = 'c',
  CTERMINAL_INTERRUPTED = 'i'
};

/// A pipe both ends of which are non-blocking and close on exec; read end first.
bool cterminal_wake_open(int ends[2]);
/// Writes CTERMINAL_RESIZED or CTERMINAL_CONTINUED to `write_end` on SIGWINCH and SIGCONT; -1 puts
/// back the handlers of before.
void cterminal_watch_signals(int write_end);
/// The same as -1, unless the signals go to another pipe by now.
void cterminal_unwatch_signals(int write_end);
/// Stops the process group of the terminal's foreground as ^Z does, and returns when it goes on.
void cterminal_suspend(void);

// MARK: Interrupts

/// From now on SIGINT is only noted, and told to the pipe as CTERMINAL_INTERRUPTED; false puts back what it did before. Both forget one that came.
void cterminal_catch_interrupts(bool caught);
bool cterminal_was_interrupted(void);

// MARK: Other programs

/// Lets the user edit the file at `path` with `editor`, words of sh, and waits for it, deaf to ^C
/// meanwhile (posix_spawn of sh -c). The exit status, 128 and the signal's number, or -1.
int cterminal_edit_file(const char *editor, const char *path);

/// Starts `command` by posix_spawn of sh -c, with a pipe for its input; deaf to ^C from here on. The
/// process, or -1; `*input` is the pipe's write end.
int cterminal_pager_open(const char *command, int *input);
/// Closes its input, waits for it and hears ^C again. The exit status, or -1.
int cterminal_pager_close(int process, int input);

// MARK: Arguments

/// The program's arguments, its name first, and how many they are; NULL where the C library does not
/// tell.
char **cterminal_arguments(int *number);
