// The settings of the terminal, and the signals that must find the user's put back.
#define _GNU_SOURCE
#include "CTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

// MARK: Settings

// The user's own. libedit switches by itself, before it asks for the first key and after the last:
// they are taken down before it can.
static struct termios at_rest;
static volatile sig_atomic_t is_known, raw_depth, is_paused;

void cterminal_note_settings(int fd) {
  struct termios now;
  if (raw_depth > 0 || tcgetattr(fd, &now) != 0) return;
  // A program that died, or was careless, may have left no echo or no lines.
  const tcflag_t typing = (ICANON | ECHO | ISIG) & at_rest.c_lflag;
  if (is_known && (now.c_lflag & typing) != typing) {
    tcsetattr(fd, TCSADRAIN, &at_rest);
    return;
  }
  at_rest = now;
  is_known = 1;
}

static void set_raw(int fd) {
  struct termios raw = at_rest;
  raw.c_iflag &= (tcflag_t) ~(BRKINT | ICRNL | INLCR | IGNCR | INPCK | ISTRIP | IXON);
  raw.c_lflag &= (tcflag_t) ~(ECHO | ECHONL | ICANON | IEXTEN | ISIG);
  raw.c_cflag = (raw.c_cflag & (tcflag_t)~CSIZE) | CS8;
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;
  tcsetattr(fd, TCSADRAIN, &raw);
}

bool cterminal_raw_begin(int fd) {
  cterminal_note_settings(fd);
  if (!is_known) return false;
  raw_depth++;
  set_raw(fd);
  return true;
}

void cterminal_raw_end(int fd) {
  if (raw_depth > 0 && --raw_depth == 0) tcsetattr(fd, TCSADRAIN, &at_rest);
}

void cterminal_raw_pause(int fd) {
  if (raw_depth == 0) return;
  is_paused = 1;
  tcsetattr(fd, TCSADRAIN, &at_rest);
}

void cterminal_raw_resume(int fd) {
  if (raw_depth == 0) return;
  set_raw(fd);
  is_paused = 0;
}

bool cterminal_window_size(int fd, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(fd, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return false;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return true;
}

// MARK: Waking the reader

bool cterminal_wake_open(int ends[2]) {
  if (pipe(ends) != 0) return false;
  for (int i = 0; i < 2; i++) {
    fcntl(ends[i], F_SETFD, FD_CLOEXEC);
    fcntl(ends[i], F_SETFL, O_NONBLOCK);
  }
  return true;
}

static volatile sig_atomic_t signal_pipe = -1;
static struct sigaction window_before, continue_before;

static void wake(char byte) {
  int saved = errno;
  if (signal_pipe >= 0 && write((int)signal_pipe, &byte, 1) < 0) errno = saved;
  errno = saved;
}

static void wake_on_signal(int number) {
  wake(number == SIGWINCH ? CTERMINAL_RESIZED : CTERMINAL_CONTINUED);
}

void cterminal_watch_signals(int write_end) {
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

void cterminal_unwatch_signals(int write_end) {
  if (signal_pipe == write_end) cterminal_watch_signals(-1);
}

// MARK: Interrupts

static volatile sig_atomic_t interrupted;
static struct sigaction uncaught_before;

static void note_interrupt(int number) {
  (void)number;
  interrupted = 1;
  wake(CTERMINAL_INTERRUPTED);
}

void cterminal_catch_interrupts(bool caught) {
  struct sigaction action = {.sa_handler = note_interrupt, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  interrupted = 0;
  if (caught) sigaction(SIGINT, &action, &uncaught_before);
  else sigaction(SIGINT, &uncaught_before, NULL);
}

bool cterminal_was_interrupted(void) { return interrupted != 0; }

// MARK: Death

static volatile sig_atomic_t last_input = -1, last_output = -1;
static char last_words[64];
static volatile sig_atomic_t last_words_count;
static struct sigaction actions_before[NSIG];

// In a handler: what POSIX.1-2017, 2.4.3 lets be called there, and nothing else.
static bool give_back(void) {
  if (raw_depth == 0 || is_paused || last_output < 0) return false;
  // Whoever has the terminal now needs it as it is.
  pid_t foreground = tcgetpgrp((int)last_input);
  if (foreground >= 0 && foreground != getpgrp()) return false;
  if (write((int)last_output, last_words, (size_t)last_words_count) < 0) {}
  tcsetattr((int)last_input, TCSANOW, &at_rest);
  return true;
}

static void die_tidily(int number, siginfo_t *info, void *context) {
  (void)context;
  give_back();
  // The runtime's own report is for a fault of the program's, not for whoever wants its end.
  bool is_wanted = number == SIGQUIT || info->si_code == SI_USER || info->si_code == SI_QUEUE;
  struct sigaction standard = {.sa_handler = SIG_DFL};
  sigaction(number, is_wanted ? &standard : &actions_before[number], NULL);
  raise(number);
}

// A stop from outside; ^Z at the prompt is a key.
static void stop_tidily(int number) {
  int saved = errno;
  bool was_raw = give_back();
  struct sigaction standard = {.sa_handler = SIG_DFL}, ours;
  sigaction(number, &standard, &ours);
  sigset_t stops;
  sigemptyset(&stops);
  sigaddset(&stops, number);
  pthread_sigmask(SIG_UNBLOCK, &stops, NULL);
  raise(number);
  sigaction(number, &ours, NULL);
  if (was_raw) {
    set_raw((int)last_input);
    wake(CTERMINAL_CONTINUED);  // nobody stops a process group without a shell
  }
  errno = saved;
}

void cterminal_suspend(void) {
  // Who calls this takes the terminal again by itself: SIGCONT need not tell.
  struct sigaction standard = {.sa_handler = SIG_DFL}, on_stop, on_continue;
  sigaction(SIGTSTP, NULL, &on_stop);
  sigaction(SIGCONT, &standard, &on_continue);
  // Ignored from the start: whoever started the program wants no stops.
  if (on_stop.sa_handler != SIG_IGN) sigaction(SIGTSTP, &standard, NULL);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &on_stop, NULL);
  sigaction(SIGCONT, &on_continue, NULL);
}

// Whether a process dies of it where nothing else is said: signal(7).
static bool is_deadly(int number) {
  switch (number) {
    case SIGKILL: case SIGSTOP: case SIGTSTP: case SIGTTIN: case SIGTTOU: case SIGCONT:
    case SIGCHLD: case SIGURG: case SIGWINCH:
      return false;
    default:
      return true;
  }
}

static void guard_signals(void) {
  // An overflow of the stack leaves no room on it for a handler.
  static char stack[1 << 14];
  stack_t before, other = {.ss_sp = stack, .ss_size = sizeof stack};
  if (sigaltstack(NULL, &before) == 0 && before.ss_flags & SS_DISABLE) sigaltstack(&other, NULL);
  for (int number = 1; number < NSIG; number++) {
    struct sigaction *was = &actions_before[number];
    // What was ignored from the start (nohup) stays ignored. What the runtime does of its own goes on.
    if (sigaction(number, NULL, was) != 0 || was->sa_handler == SIG_IGN) continue;
    struct sigaction action = {.sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    if (number == SIGTSTP) {
      action.sa_handler = stop_tidily;
    } else if (is_deadly(number)) {
      action.sa_sigaction = die_tidily;
      action.sa_flags |= SA_ONSTACK | SA_SIGINFO;
      sigfillset(&action.sa_mask);
    } else {
      continue;
    }
    sigaction(number, &action, NULL);
  }
}

void cterminal_die_tidily(int input, int output, const char *words) {
  size_t count = strlen(words);
  last_words_count = 0;
  if (count > sizeof last_words) count = sizeof last_words;
  memcpy(last_words, words, count);
  last_words_count = (sig_atomic_t)count;
  last_input = input;
  last_output = output;
  cterminal_note_settings(input);
  static bool guards;
  if (!guards) guard_signals();
  guards = true;
}
