import TerminalText
import Disk
import LineEditor

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// A reader that goes away, and a file that may grow no more, are told by write(2), not by a signal
// that kills us.
signal(SIGPIPE, SIG_IGN)
signal(SIGXFSZ, SIG_IGN)
exit(Launch(ProgramArguments.all.map(DiskName.text)).run().rawValue)
