#define _GNU_SOURCE
#include "CEditline.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

_Static_assert(sizeof(wchar_t) == 4, "libedit's wide characters are Unicode scalars here");

// MARK: Locale

bool ceditline_use_utf8_locale(void) {
  static const char *const names[] = {"", "C.UTF-8", "en_US.UTF-8", "UTF-8"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    if (setlocale(LC_CTYPE, names[i]) && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return true;
  }
  return false;
}

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

// MARK: Terminal

static struct termios settings_before;
static volatile sig_atomic_t raw_depth;

// MARK: Death

// settings_before are libedit's own while it reads a line; these are the user's.
static struct termios settings_at_rest;
static volatile sig_atomic_t last_output = -1;
static char last_words[64];
static volatile sig_atomic_t last_words_count;

// tcsetattr, write, sigaction and raise may be called in a handler (POSIX.1-2017, 2.4.3).
static void die_tidily(int number) {
  if (raw_depth > 0) {
    if (last_output >= 0 && write((int)last_output, last_words, (size_t)last_words_count) < 0) {}
    tcsetattr((int)last_output, TCSANOW, &settings_at_rest);
  }
  struct sigaction standard = {.sa_handler = SIG_DFL};
  sigaction(number, &standard, NULL);
  raise(number);
}

void ceditline_note_settings(int fd) {
  struct termios now;
  if (raw_depth == 0 && tcgetattr(fd, &now) == 0) settings_at_rest = now;
}

void ceditline_die_tidily(int output, const char *words) {
  size_t count = strlen(words);
  last_words_count = 0;
  if (count > sizeof last_words) count = sizeof last_words;
  memcpy(last_words, words, count);
  last_words_count = (sig_atomic_t)count;
  last_output = output;
  ceditline_note_settings(output);
  const int numbers[] = {SIGTERM, SIGHUP};
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
    struct sigaction before, action = {.sa_handler = die_tidily};
    sigemptyset(&action.sa_mask);
    // What was ignored from the start (nohup) stays ignored.
    if (sigaction(numbers[i], NULL, &before) == 0 && before.sa_handler == SIG_DFL)
      sigaction(numbers[i], &action, NULL);
  }
}

void ceditline_raw_resume(int fd) {
  struct termios raw;
  if (raw_depth == 0 || tcgetattr(fd, &raw) != 0) return;
  raw.c_iflag &= (tcflag_t) ~(BRKINT | ICRNL | INLCR | IGNCR | INPCK | ISTRIP | IXON);
  raw.c_lflag &= (tcflag_t) ~(ECHO | ECHONL | ICANON | IEXTEN | ISIG);
  raw.c_cflag = (raw.c_cflag & (tcflag_t)~CSIZE) | CS8;
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;
  tcsetattr(fd, TCSADRAIN, &raw);
}

bool ceditline_raw_begin(int fd) {
  struct termios now;
  if (tcgetattr(fd, &now) != 0) return false;
  if (raw_depth++ == 0) settings_before = now;
  ceditline_raw_resume(fd);
  return true;
}

void ceditline_raw_pause(int fd) {
  if (raw_depth > 0) tcsetattr(fd, TCSADRAIN, &settings_before);
}

void ceditline_raw_end(int fd) {
  if (raw_depth > 0 && --raw_depth == 0) tcsetattr(fd, TCSADRAIN, &settings_before);
}

bool ceditline_window_size(int fd, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(fd, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return false;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return true;
}

void ceditline_flush_output(void) { fflush(NULL); }

// MARK: Waking the reader

bool ceditline_wake_open(int ends[2]) {
  if (pipe(ends) != 0) return false;
  for (int i = 0; i < 2; i++) {
    fcntl(ends[i], F_SETFD, FD_CLOEXEC);
    fcntl(ends[i], F_SETFL, O_NONBLOCK);
  }
  return true;
}

static volatile sig_atomic_t signal_pipe = -1;
static struct sigaction window_before, continue_before;

static void wake_on_signal(int number) {
  int saved = errno;
  char byte = number == SIGWINCH ? CEDITLINE_RESIZED : CEDITLINE_CONTINUED;
  if (signal_pipe >= 0 && write((int)signal_pipe, &byte, 1) < 0) errno = saved;
  errno = saved;
}

void ceditline_watch_signals(int write_end) {
  bool watching = signal_pipe >= 0;
  signal_pipe = write_end;
  if (write_end >= 0 && !watching) {
    struct sigaction action = {.sa_handler = wake_on_signal, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    sigaction(SIGWINCH, &action, &window_before);
    sigaction(SIGCONT, &action, &continue_before);
    // Who started the program may have blocked them: a thread of libdispatch blocks all.
    sigset_t watched;
    sigemptyset(&watched);
    sigaddset(&watched, SIGWINCH);
    sigaddset(&watched, SIGCONT);
    pthread_sigmask(SIG_UNBLOCK, &watched, NULL);
  } else if (write_end < 0 && watching) {
    sigaction(SIGWINCH, &window_before, NULL);
    sigaction(SIGCONT, &continue_before, NULL);
  }
}

void ceditline_suspend(void) { kill(0, SIGTSTP); }

// MARK: Interrupts

static volatile sig_atomic_t interrupted;
static struct sigaction uncaught_before;

static void note_interrupt(int number) {
  (void)number;
  interrupted = 1;
}

void ceditline_catch_interrupts(bool caught) {
  struct sigaction action = {.sa_handler = note_interrupt, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  interrupted = 0;
  if (caught) sigaction(SIGINT, &action, &uncaught_before);
  else sigaction(SIGINT, &uncaught_before, NULL);
}

bool ceditline_was_interrupted(void) { return interrupted != 0; }

// MARK: Other programs

extern char **environ;

static struct sigaction interrupt_before, quit_before;

// ^C and ^\ are for the other program, not for us.
static void ignore_terminal_signals(void) {
  struct sigaction ignore = {.sa_handler = SIG_IGN};
  sigaction(SIGINT, &ignore, &interrupt_before);
  sigaction(SIGQUIT, &ignore, &quit_before);
}

static void hear_terminal_signals(void) {
  sigaction(SIGINT, &interrupt_before, NULL);
  sigaction(SIGQUIT, &quit_before, NULL);
}

// posix_spawn of sh, with the signals that we ignore as they are by default.
static pid_t spawn_shell(char *const arguments[], posix_spawn_file_actions_t *files) {
  sigset_t ours;
  sigemptyset(&ours);
  sigaddset(&ours, SIGINT);
  sigaddset(&ours, SIGQUIT);
  sigaddset(&ours, SIGPIPE);
  sigaddset(&ours, SIGXFSZ);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setsigdefault(&attributes, &ours);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  pid_t child = -1;
  if (posix_spawn(&child, "/bin/sh", files, &attributes, arguments, environ) != 0) child = -1;
  posix_spawnattr_destroy(&attributes);
  return child;
}

static int wait_for(pid_t child) {
  int status = -1;
  while (waitpid(child, &status, 0) < 0)
    if (errno != EINTR) return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

int ceditline_edit_file(const char *path) {
  char *const arguments[] = {"sh", "-c", "exec ${VISUAL:-${EDITOR:-vi}} \"$1\"", "sh", (char *)path,
                             NULL};
  ignore_terminal_signals();
  pid_t child = spawn_shell(arguments, NULL);
  int status = child < 0 ? -1 : wait_for(child);
  hear_terminal_signals();
  return status;
}

int ceditline_pager_open(const char *command, int *input) {
  int ends[2];
  if (pipe(ends) != 0) return -1;
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  fcntl(ends[1], F_SETFD, FD_CLOEXEC);
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_adddup2(&files, ends[0], STDIN_FILENO);
  char *const arguments[] = {"sh", "-c", (char *)command, NULL};
  ignore_terminal_signals();
  pid_t child = spawn_shell(arguments, &files);
  posix_spawn_file_actions_destroy(&files);
  close(ends[0]);
  *input = ends[1];
  if (child >= 0) return child;
  close(ends[1]);
  hear_terminal_signals();
  return -1;
}

int ceditline_pager_close(int process, int input) {
  close(input);
  int status = wait_for(process);
  hear_terminal_signals();
  return status;
}

int ceditline_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }
