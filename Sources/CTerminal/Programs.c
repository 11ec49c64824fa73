// Programs that are run at the terminal and waited for.
#define _GNU_SOURCE
#include "CTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

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
  // As a shell says it.
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int cterminal_edit_file(const char *editor, const char *path) {
  // As git does it: the shell reads the words of $EDITOR, and the path is one word.
  char *command = NULL;
  if (asprintf(&command, "%s \"$@\"", editor) < 0) return -1;
  char *const arguments[] = {"sh", "-c", command, (char *)editor, (char *)path, NULL};
  ignore_terminal_signals();
  pid_t child = spawn_shell(arguments, NULL);
  int status = child < 0 ? -1 : wait_for(child);
  hear_terminal_signals();
  free(command);
  return status;
}

int cterminal_pager_open(const char *command, int *input) {
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

int cterminal_pager_close(int process, int input) {
  close(input);
  int status = wait_for(process);
  hear_terminal_signals();
  return status;
}
