"""The results as Markdown for people and as JSON for programs; both are rewritten after every row."""

import json
import statistics


class Report:
    def __init__(self, out, facts, options, load):
        self.table = out / "results.md"
        self.raw = out / "results.json"
        self.facts = facts
        self.options = options
        self.load = load
        self.parts = []  # (module, [(name, Row or None, reason)])

    def part(self, module):
        self.parts.append((module, []))

    def add(self, name, row, reason=None):
        self.parts[-1][1].append((name, row, reason))
        self.write()

    def write(self):
        self.table.write_text(self.markdown())
        self.raw.write_text(json.dumps(self.json(), indent=1) + "\n")

    def json(self):
        rows = []
        for module, entries in self.parts:
            for name, row, reason in entries:
                rows.append({"name": name, "table": module.TITLE, "skipped": reason,
                             "cells": dict(zip(module.COLUMNS, row.cells)) if row else None,
                             "notes": row.notes if row else [], "data": row.data if row else None})
        return {"machine": self.facts, "options": self.options, "loadBefore": self.load, "rows": rows}

    def markdown(self):
        lines = ["# Benchmarks", ""]
        lines += [f"- {key}: {value}" for key, value in self.facts.items()]
        lines += [f"- options: {' '.join(f'{k}={v}' for k, v in self.options.items())}", f"- load before the first run: {self.load}"]
        others = list(self.others(self.json()["rows"]))
        if others:
            lines.append(f"- cores that others kept busy during a run: median {statistics.median(others):.2f}, most {max(others):.2f}")
        for module, entries in self.parts:
            if not entries:
                continue
            lines += ["", "## " + module.TITLE, "", module.INTRO, ""]
            done = [row for _, row, _ in entries if row]
            if done:
                lines += ["| " + " | ".join(module.COLUMNS) + " |", "|" + " --- |" * len(module.COLUMNS)]
                lines += ["| " + " | ".join(str(c).replace("|", "\\|") for c in row.cells) + " |" for row in done]
                lines.append("")
            for name, row, reason in entries:
                if reason:
                    lines.append(f"- {name}: skipped: {reason}")
                lines += [f"- {name}: {note}" for note in (row.notes if row else ())]
        return "\n".join(lines).rstrip() + "\n"

    @classmethod
    def others(cls, data):
        """Every "others" of a sample, however deep."""
        if isinstance(data, dict):
            if isinstance(data.get("others"), (int, float)):
                yield data["others"]
            data = list(data.values())
        if isinstance(data, list):
            for value in data:
                yield from cls.others(value)
