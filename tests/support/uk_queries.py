#!/usr/bin/env python3
"""Answers queries on a file of UK treaties without the program: for each query a line with it and, after a tab, the ids
of the treaties that it finds, in ascending order.

    uk_queries.py TREATIES.csv
"""

import csv
import sys
import unicodedata


def folded(text):
    """Letters without marks and case; whatever is no letter or digit parts words."""
    text = unicodedata.normalize("NFKD", text).casefold()
    letters = (c for c in text if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in letters).split())


def title_has(words):
    return lambda row: words in folded(row["title"])


def is_party(names):
    return lambda row: any(folded(name) in names for name in row["country_name"].split(";"))


def year(row):
    return int(row["signed_event_date"][-4:] or 0)  # dd/mm/yyyy


FRANCE = is_party({"france", "french republic"})

QUERIES = {
    "title:extradition": title_has("extradition"),
    "signed:1900..1914": lambda row: 1900 <= year(row) <= 1914,
    "place:paris": lambda row: "paris" in folded(row["signed_event_location"]),
    "party:france -title:navigation": lambda row: FRANCE(row) and not title_has("navigation")(row),
    'title:"parcel post"': title_has("parcel post"),
    "title:slave OR title:slavery": title_has("slave"),
    "certainly:(signed<1900) (title:treaty OR title:convention) -place:london": lambda row: 0 < year(row) < 1900
    and (title_has("treaty")(row) or title_has("convention")(row))
    and "london" not in folded(row["signed_event_location"]),
}


def main():
    with open(sys.argv[1], encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for query, matches in QUERIES.items():
        print(query, " ".join(map(str, sorted(int(row["id"]) for row in rows if matches(row)))), sep="\t")


if __name__ == "__main__":
    main()
