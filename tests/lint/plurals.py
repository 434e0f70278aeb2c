#!/usr/bin/env python3
"""Texts with a number whose English forms are missing: plurals.py FOUND.ts ENGLISH.ts, both as lupdate writes them.

lupdate of Debian 12 leaves the namespace out of a context, so that contexts are compared by their last name."""
import sys
import xml.etree.ElementTree as ElementTree


def plurals(path):
    found = set()
    for context in ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name").split("::")[-1]
        for message in context.iter("message"):
            if message.get("numerus") == "yes":
                found.add((name, message.findtext("source"), message.findtext("comment") or ""))
    return found


for name, source, comment in sorted(plurals(sys.argv[1]) - plurals(sys.argv[2])):
    print(f"{name}: {source} {comment}".rstrip())
