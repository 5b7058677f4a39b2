#!/usr/bin/env python3
"""Checks an edition of Herleid by itself, with nothing but Python's standard library.

Usage: python3 verify_edition.py edition.json [published kenmerk] [the edition before it.json]

Prints what is wrong and where, and exits with 1; or that it is whole, and exits with 0. It does what docs/edition.md says,
independently of the program that made the edition.
"""

import hashlib
import json
import re
import sys

SECTIONS = [
    "blocks", "chapters", "consultations", "coreValues", "groups",
    "reactions", "requirements", "sources", "statements", "words",
]
MARK = 8


def canonical(value):
    """JSON as RFC 8785 says it: keys by UTF-16 units, no white space. An edition has whole numbers only."""
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be", "surrogatepass"))
        return "{" + ",".join(canonical(key) + ":" + canonical(value[key]) for key in keys) + "}"
    if isinstance(value, list):
        return "[" + ",".join(canonical(one) for one in value) + "]"
    if isinstance(value, float):
        raise ValueError("an edition has whole numbers only")
    return json.dumps(value, ensure_ascii=False)


def sha256(text):
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def changed_fields(thing):
    """Names of the fields that are not what the marks say."""
    names = sorted((name for name in thing if name != "marks"), key=lambda name: name.encode("utf-16-be"))
    marks = thing.get("marks", "")
    if len(marks) != MARK * len(names):
        return ["marks"]
    return [
        name
        for i, name in enumerate(names)
        if sha256(canonical(thing[name]))[:MARK] != marks[MARK * i : MARK * (i + 1)]
    ]


class Check:
    def __init__(self, file):
        self.content = file["content"]
        self.edition = file["edition"]
        self.said = file["sha256"]
        self.faults = []
        self.quotes = 0
        self.links = 0

    def fault(self, where, what):
        self.faults.append(f"{where}: {what}")

    def sums(self):
        for section in SECTIONS:
            things = self.content[section]
            for thing in things:
                for field in changed_fields(thing):
                    self.fault(f"{thing['key']}, {field}", "is other than its mark says")
            if len({thing["key"] for thing in things}) != len(things):
                self.fault(section, "something stands in it twice")
            said = self.edition["sections"][section]
            if said["count"] != len(things):
                self.fault(section, "something was added or is missing")
            if said["sha256"] != sha256(canonical(things)):
                self.fault(section, "is other than its sum says")
        for field in changed_fields(self.edition):
            self.fault(f"edition, {field}", "is other than its mark says")
        self.kenmerk = sha256(canonical({k: v for k, v in self.edition.items() if k != "marks"}))
        if self.kenmerk != self.said:
            self.fault("edition", "the kenmerk is not that of what stands here")

    def sources(self):
        pieces = {source["key"]: [] for source in self.content["sources"]}
        at = dict.fromkeys(pieces, 0)
        for block in self.content["blocks"]:
            key = block["source"]
            if key not in pieces:
                self.fault(block["key"], "is of a source that is not there")
                continue
            start = at[key] + len(block["before"])
            end = start + len(block["text"])
            if (block["start"], block["end"]) != (start, end):
                self.fault(block["key"], "does not follow the block before it")
            at[key] = end
            pieces[key] += [block["before"], block["text"]]
        self.texts = {}
        for source in self.content["sources"]:
            text = "".join(pieces[source["key"]]) + source["trailing"]
            self.texts[source["key"]] = text
            if sha256(text) != source["textSha256"] or len(text) != source["characters"]:
                self.fault(source["key"], "the text is other than its sum says")

    def quotations(self):
        reactions = {one["key"]: one for one in self.content["reactions"]}

        def check(key, place, text, reaction=None):
            if text is None:
                return
            if place is None:
                if reaction in reactions:
                    self.quotes += 1
                    if text not in reactions[reaction]["text"]:
                        self.fault(key, "does not stand in the reaction")
                return
            self.quotes += 1
            if self.texts.get(place["source"], "")[place["start"] : place["end"]] != text:
                self.fault(key, f"does not stand like this in {place['source']}")

        for one in self.content["reactions"]:
            if one["place"]:
                check(one["key"], one["place"], one["text"])
        for word in self.content["words"]:
            check(word["key"], word["place"], word["text"], word["reaction"])
        for one in self.content["requirements"]:
            for word in one["words"]:
                check(one["key"], word["place"], word["text"], word["reaction"])

    def ends(self):
        keys = {section: {one["key"] for one in self.content[section]} for section in SECTIONS}

        def to(key, section, target):
            if target is None:
                return
            self.links += 1
            if target not in keys[section]:
                self.fault(key, f"leads to {target}, which is not there")

        said, back = {}, {}
        for one in self.content["statements"]:
            for put in one["puts"]:
                to(one["key"], "consultations", put["consultation"])
        for one in self.content["reactions"]:
            key = one["key"]
            to(key, "consultations", one["consultation"])
            to(key, "statements", one["statement"])
            to(key, "groups", one["group"])
            to(key, "reactions", one["replyTo"])
            for code in (one["answer"] or {"requirements": []})["requirements"]:
                to(key, "requirements", code)
            for field, section in (("coreValues", "coreValues"), ("requirements", "requirements")):
                for target in one[field]:
                    to(key, section, target)
                    said[key, target] = key
        for word in self.content["words"]:
            to(word["key"], "coreValues", word["coreValue"])
            to(word["key"], "reactions", word["reaction"])
            to(word["key"], "consultations", word["consultation"])
            if word["reaction"]:
                back[word["reaction"], word["coreValue"]] = word["key"]
        for one in self.content["coreValues"]:
            for code in one["requirements"]:
                to(one["key"], "requirements", code)
                said[one["key"], code] = one["key"]
        for one in self.content["requirements"]:
            to(one["key"], "chapters", one["chapter"])
            for target in one["coreValues"]:
                to(one["key"], "coreValues", target)
                back[target, one["key"]] = one["key"]
            for target in one.get("carriedBy", []):
                to(one["key"], "words", target)
                if target.rpartition("/")[0] not in one["coreValues"]:
                    self.fault(one["key"], f"is carried by {target}, of no kernwaarde of it")
            for word in one["words"]:
                to(one["key"], "reactions", word["reaction"])
                if word["reaction"]:
                    back[word["reaction"], one["key"]] = one["key"]
        for block in self.content["blocks"]:
            for stretch in block["quoted"]:
                to(block["key"], "reactions", stretch["reaction"])
                for target in stretch["coreValues"]:
                    to(block["key"], "coreValues", target)
                for target in stretch["requirements"]:
                    to(block["key"], "requirements", target)
        for pair in sorted(said.keys() ^ back.keys()):
            self.fault(said.get(pair) or back[pair], f"{pair[0]} and {pair[1]}: one end knows nothing of the other")


def checked(name):
    """The edition in a file, held against itself."""
    with open(name, encoding="utf-8") as opened:
        file = json.load(opened)
    if file["format"] != "herleid-edition/1":
        raise ValueError("another format")
    check = Check(file)
    check.sums()
    check.sources()
    check.quotations()
    check.ends()
    return check


def follows(check, before):
    """Whether an edition comes after another: by its kenmerk, and by the log, in which stands that the other was adopted."""
    edition, earlier = check.edition, before.edition
    if (edition["previous"] or {"sha256": ""})["sha256"] != before.kenmerk:
        check.fault("edition, previous", "is not the kenmerk of the edition before it")
    elif edition["log"]["rows"] <= earlier["log"]["rows"]:
        check.fault("edition, log", "does not go on from where it was with the edition before")
    for fault in before.faults:
        check.fault("the edition before", fault)


def main(arguments):
    kenmerken = [one for one in arguments if re.fullmatch("[0-9a-fA-F]{64}", one)]
    names = [one for one in arguments if one not in kenmerken]
    if not 1 <= len(names) <= 2 or len(kenmerken) > 1:
        print(__doc__)
        return 2
    name = names[0]
    try:
        check = checked(name)
        if len(names) == 2:
            name = names[1]
            follows(check, checked(name))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as problem:
        print(f"{name}: this is no edition, or it cannot be read ({problem!r})")
        return 1
    if kenmerken and kenmerken[0].lower() != check.kenmerk:
        check.fault("edition", "the kenmerk is other than the published one")
    for fault in check.faults:
        print(f"- {fault}")
    things = sum(len(check.content[section]) for section in SECTIONS)
    print(f"kenmerk {check.kenmerk}")
    print(f"{things} things, {check.quotes} quotations and {check.links} links checked")
    print("CHANGED" if check.faults else "whole: not a letter was changed")
    return 1 if check.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
