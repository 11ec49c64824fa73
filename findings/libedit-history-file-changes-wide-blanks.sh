#!/usr/bin/env bash
# libedit 3.1-20221030-2 (Debian 12), wide-character API: a history file written by H_SAVE gives
# other lines back than were entered where a line holds a thin space (U+2009), a line separator
# (U+2028) or an ideographic space (U+3000), as lines pasted from web pages do. H_SAVE and H_LOAD
# both report success. Guess that fails: what is saved in a UTF-8 locale is what is loaded.
#
# U+2009 comes back as a space and a tab; U+2028 as " -("; U+3000 as "-0" with the rest of the line
# gone. U+00A0, U+200B, Vietnamese letters and combining marks come
# back as they were. A history that must keep its lines has to have a file format of its own.
set -euo pipefail
version=3.1-20221030-2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -q=2 libedit2=$version libedit-dev=$version 2>/dev/null
for package in ./*.deb; do dpkg -x "$package" root; done
cat > history.c <<'C'
#include <histedit.h>
#include <locale.h>
#include <stdio.h>
#include <wchar.h>

static const wchar_t *entered[] = {
    L"find\u2009Lam", L"find\u2028Lam", L"find\u3000Lam",
    L"find\u00a0Lam", L"find\u200bLam", L"find người", L"find e\u0301",
};
enum { count = sizeof entered / sizeof *entered };

int main(void) {
  if (!setlocale(LC_ALL, "C.UTF-8")) return 2;
  HistEventW event;
  HistoryW *first = history_winit(), *second = history_winit();
  history_w(first, &event, H_SETSIZE, count);
  history_w(second, &event, H_SETSIZE, count);
  for (int i = 0; i < count; i++) history_w(first, &event, H_ENTER, entered[i]);
  printf("saved %d,", history_w(first, &event, H_SAVE, "lines"));
  printf(" loaded %d\n", history_w(second, &event, H_LOAD, "lines"));
  int i = 0;
  for (int more = history_w(second, &event, H_LAST); more != -1 && i < count; i++) {
    printf("%s", wcscmp(event.str, entered[i]) ? "changed" : "same");
    for (const wchar_t *c = event.str; *c; c++) printf(" %04x", (unsigned)*c);
    printf("\n");
    more = history_w(second, &event, H_PREV);
  }
}
C
library=$(find "$PWD/root" -name libedit.so.2)
cc -Iroot/usr/include history.c -o history "$library"
LD_LIBRARY_PATH=$(dirname "$library") ./history | tee seen
cat > expected <<'TEXT'
saved 7, loaded 7
changed 0066 0069 006e 0064 0020 0009 004c 0061 006d
changed 0066 0069 006e 0064 0020 002d 0028 004c 0061 006d
changed 0066 0069 006e 0064 002d 0030
same 0066 0069 006e 0064 00a0 004c 0061 006d
same 0066 0069 006e 0064 200b 004c 0061 006d
same 0066 0069 006e 0064 0020 006e 0067 01b0 1edd 0069
same 0066 0069 006e 0064 0020 0065 0301
TEXT
diff expected seen
