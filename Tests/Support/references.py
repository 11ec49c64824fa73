#!/usr/bin/env python3
"""Which source file names something that stands in which other one, as the compiler found it.

    references.py STORE SOURCES

STORE is the index store of a debug build (.build/debug/index/store). Prints a line for each pair,
"from TAB to", both relative to SOURCES, in order. Exit 3: this toolchain cannot read index stores.
"""
import ctypes
import os
import shutil
import sys
from ctypes import CFUNCTYPE, POINTER, Structure, byref, c_bool, c_char_p, c_int, c_size_t
from ctypes import c_uint, c_uint64, c_void_p

RECORD = 2  # indexstore_unit_dependency_kind_t
DEFINITION, REFERENCE = 1 << 1, 1 << 2  # indexstore_symbol_role_t


class Text(Structure):
    """indexstore_string_ref_t"""

    _fields_ = [("start", c_void_p), ("count", c_size_t)]

    def __str__(self):
        return ctypes.string_at(self.start, self.count).decode() if self.count else ""


EachName = CFUNCTYPE(c_bool, c_void_p, Text)
EachItem = CFUNCTYPE(c_bool, c_void_p, c_void_p)

FUNCTIONS = {
    "store_create": (c_void_p, c_char_p, POINTER(c_void_p)),
    "store_units_apply_f": (c_bool, c_void_p, c_uint, c_void_p, EachName),
    "unit_reader_create": (c_void_p, c_void_p, c_char_p, POINTER(c_void_p)),
    "unit_reader_dispose": (None, c_void_p),
    "unit_reader_get_main_file": (Text, c_void_p),
    "unit_reader_dependencies_apply_f": (c_bool, c_void_p, c_void_p, EachItem),
    "unit_dependency_get_kind": (c_int, c_void_p),
    "unit_dependency_get_name": (Text, c_void_p),
    "unit_dependency_get_filepath": (Text, c_void_p),
    "record_reader_create": (c_void_p, c_void_p, c_char_p, POINTER(c_void_p)),
    "record_reader_dispose": (None, c_void_p),
    "record_reader_occurrences_apply_f": (c_bool, c_void_p, c_void_p, EachItem),
    "occurrence_get_symbol": (c_void_p, c_void_p),
    "occurrence_get_roles": (c_uint64, c_void_p),
    "symbol_get_usr": (Text, c_void_p),
}


class Index:
    """An index store, read through the library that comes with the compiler."""

    def __init__(self, path):
        compiler = shutil.which("swiftc")
        folder = os.path.dirname(os.path.dirname(os.path.realpath(compiler))) if compiler else ""
        names = ["libIndexStore.so", "libIndexStore.dylib"]
        found = [p for p in (os.path.join(folder, "lib", n) for n in names) if os.path.exists(p)]
        if not found:
            sys.exit(3)
        library = ctypes.CDLL(found[0])
        for name, (result, *arguments) in FUNCTIONS.items():
            function = getattr(library, "indexstore_" + name)
            function.restype, function.argtypes = result, arguments
            setattr(self, name, function)
        self.problem = c_void_p()
        self.store = self.store_create(os.fsencode(path), byref(self.problem))
        if not self.store:
            sys.exit(3)

    def units(self):
        """Names of the units: one for each file that was compiled."""
        names = []
        self.store_units_apply_f(self.store, 0, None, EachName(lambda _, n: not names.append(str(n))))
        return names

    def records(self, unit, sources):
        """The source files of a unit that still exist, by the record that tells of each."""
        reader = self.unit_reader_create(self.store, unit.encode(), byref(self.problem))
        if not reader:
            return {}
        found, main = {}, str(self.unit_reader_get_main_file(reader))

        def each(_, dependency):
            if self.unit_dependency_get_kind(dependency) == RECORD:
                path = str(self.unit_dependency_get_filepath(dependency)) or main
                path = path if os.path.isabs(path) else main
                if path.startswith(sources + "/") and os.path.exists(path):
                    found[str(self.unit_dependency_get_name(dependency))] = path
            return True

        if main.startswith(sources + "/"):
            self.unit_reader_dependencies_apply_f(reader, None, EachItem(each))
        self.unit_reader_dispose(reader)
        return found

    def symbols(self, record):
        """What a file defines, and what it names."""
        defined, named = set(), set()
        reader = self.record_reader_create(self.store, record.encode(), byref(self.problem))
        if not reader:
            return defined, named

        def each(_, occurrence):
            symbol = str(self.symbol_get_usr(self.occurrence_get_symbol(occurrence)))
            roles = self.occurrence_get_roles(occurrence)
            # An extension ("s:e:…") is no thing of its own.
            if roles & DEFINITION and not symbol.startswith("s:e:"):
                defined.add(symbol)
            if roles & REFERENCE:
                named.add(symbol)
            return True

        self.record_reader_occurrences_apply_f(reader, None, EachItem(each))
        self.record_reader_dispose(reader)
        return defined, named


def main(store, sources):
    sources = os.path.realpath(sources)
    index, files = Index(store), {}
    for unit in index.units():
        files.update(index.records(unit, sources))
    home, named = {}, []
    for record, path in files.items():
        defined, names = index.symbols(record)
        home.update({symbol: path for symbol in defined})
        named.append((path, names))
    pairs = {(path, home[s]) for path, names in named for s in names if home.get(s, path) != path}
    for pair in sorted(pairs):
        print(*(os.path.relpath(path, sources) for path in pair), sep="\t")


main(*sys.argv[1:])
