import ShellCommands

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// A reader that goes away is told by write(2), not by a signal that kills us.
signal(SIGPIPE, SIG_IGN)
// So does a file that grows past `ulimit -f`.
signal(SIGXFSZ, SIG_IGN)
exit(Launch(Array(CommandLine.arguments.dropFirst())).run().rawValue)
