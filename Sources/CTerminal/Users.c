// Users and groups of a program without shared libraries.

#if defined(__linux__)
#include <features.h>
#endif

#if defined(__GLIBC__)
#include <nss.h>
#include <sys/auxv.h>

// It finds those that the system has in its files. For what else /etc/nsswitch.conf names (systemd,
// LDAP), the C library would load libraries, which crashes in such a program.
__attribute__((constructor)) static void keep_to_files(void) {
  // The address of the loader: none where nothing is loaded.
  if (getauxval(AT_BASE) != 0) return;
  __nss_configure_lookup("passwd", "files");
  __nss_configure_lookup("group", "files");
}
#endif
