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
exit(Launch(Array(CommandLine.arguments.dropFirst())).run().rawValue)
