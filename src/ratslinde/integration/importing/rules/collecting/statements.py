"""Statements under way: names become references, what cannot be read is noted."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from ratslinde.integration.importing.rules import cells
from ratslinde.integration.importing.rules.collecting import spoken
from ratslinde.integration.importing.rules.collecting.doubts import is_doubtful, without_doubt
from ratslinde.integration.importing.rules.collecting.entries import known
from ratslinde.integration.importing.rules.columns import Column, Kind
from ratslinde.integration.importing.rules.headers import key_of
from ratslinde.integration.importing.rules.persons.grades import Grade, grade_of
from ratslinde.integration.importing.rules.stated import OTHER_ROW, Problem, Stated, Strange, Words

_OF_PEOPLE = ("groups", "languages")
"""Columns in whose place lists of people hold their names."""
_WHERE = ("street_address", "address", "place", "locality", "postal_code")
_WHEN = ("times", "weekday", "opens", "closes", "rhythm", "start", "until")
"""Fields that one cell may fill together: a problem of one is that of the column in which its words stand."""

_CHECK = ("Bitte prüfen.", "Bitte klären.")
_DOUBTED = "„{text}“ ist in der Liste selbst eine Frage und wurde nicht übernommen.{near} Bitte klären."


class Rows:
    """Collects the statements of all tables; what a cell names gets a statement of its own if nobody else makes it.

    `skipped`: how many rows are examples; `totals`: where rows only count the others; `strange`: words that are none of
    the town's, by vocabulary and `key_of`.
    """

    def __init__(self, words: Words) -> None:
        self.words = words
        self.stated: list[Stated] = []
        self.skipped = 0
        self.totals: list[str] = []
        self.strange: dict[tuple[str, str], Strange] = {}
        self._named: dict[tuple[str, str], Stated] = {}

    def begin(
        self, kind: str, *, sheet: str, line: int, label: str, own_id: str = "", origin: str = ""
    ) -> Stated:
        """A new statement; the first of its name is the one that names refer to."""
        made = Stated(
            number=len(self.stated) + 1,
            kind=kind,
            sheet=sheet,
            line=line,
            label=label,
            own_id=own_id,
            origin=origin,
        )
        self.stated.append(made)
        for key in (key_of(label), key_of(own_id)):
            if key:
                self._named.setdefault((kind, key), made)
        return made

    def named(self, kind: str, name: str, *, by: Stated, origin: str) -> Stated:
        """The statement about the row of that name; a new one where the file has none."""
        found = self._named.get((kind, key_of(name)))
        if found is None:
            found = self.begin(kind, sheet=by.sheet, line=by.line, label=name, origin=origin)
            found.values["name"] = name
        return found

    def has_own(self, kind: str, name: str) -> bool:
        """Whether the file has a row of its own that is called so."""
        found = self._named.get((kind, key_of(name)))
        return found is not None and not found.origin

    def referred(self, reference: str) -> Stated | None:
        """The statement that a value refers to."""
        return self.stated[int(reference[1:]) - 1] if reference.startswith(OTHER_ROW) else None


class Cells:
    """Reads the cells of one row into its statement. `half_read`: fields whose cell says more than was understood.

    `beside`: what the cells for place and address say that is neither. `quarter`: the public id of the social space in
    which they say that it is.
    """

    def __init__(self, rows: Rows, kind: Kind, stated: Stated, titles: Mapping[str, str]) -> None:
        self.rows, self.kind, self.stated, self._titles = rows, kind, stated, titles
        self.values = stated.values
        self.half_read: set[str] = set()
        self.beside: list[str] = []
        self.quarter = ""

    def attempt(self, column: Column, text: str, reader: Callable[[Cells, Column, str], Any]) -> None:
        """Read one cell; what cannot be read is left out and said."""
        try:
            value = reader(self, column, text)
        except cells.Unreadable as error:
            self.problem(column.field, str(error))
        else:
            if value is not None and value != "":
                self.values[column.field] = value

    def problem(self, field: str, sentence: str, *, blocks: bool = False, hint: str = "") -> None:
        """Note what is wrong in the column of that field. `hint`: its words, where they are kept."""
        unsure = field if sentence.endswith(_CHECK) else ""
        self.stated.problems.append(Problem(self.title_of(field), sentence, blocks, hint, unsure))

    def problem_of(self, fields: Sequence[str], sentence: str) -> None:
        """Note once what is wrong in all of these columns."""
        titles = ", ".join(dict.fromkeys(map(self.title_of, fields)))
        self.stated.problems += [Problem(titles, sentence)] if titles else []

    def title_of(self, field: str) -> str:
        """What the list calls the column of the field, or the one whose cell filled it; our own name if none did."""
        if field in self._titles:
            return self._titles[field]
        if field in _WHEN:
            parts = [self._titles[each] for each in _WHEN if each in self._titles]
            return ", ".join(parts) or self.kind.column(field).title
        others = (self._titles[each] for each in _WHERE if field in _WHERE and each in self._titles)
        return next(others, self.kind.column(field).title)

    def term(self, column: Column, text: str, among: Mapping[str, str]) -> str | None:
        """The public id of the town's word, '' for one to be left out; None and a problem that names the nearest."""
        found = None if is_doubtful(text) else known(text, among)
        if found is not None:
            return found
        if self._is_name(column, text):
            return None
        if is_doubtful(text):
            probably = self.rows.words.names.get(known(without_doubt(text), among) or "", "")
            near = f" Gemeint vielleicht „{probably}“?" if probably else ""
            self.problem(column.field, _DOUBTED.format(text=text, near=near))
            return None
        strange = self._strange(column, text, among)
        meant = self._mapped(column, strange)
        if meant is None or (meant and meant not in among.values()):
            near = f" Gemeint vielleicht „{self.rows.words.names[strange.near]}“?" if strange.near else ""
            self.problem(column.field, f"„{text}“ ist keiner der Begriffe Ihrer Kommune.{near}")
            return None
        return meant

    def language(self, column: Column, text: str) -> str | None:
        """The code that somebody has said a word means that is no language's name; as `term`."""
        if self._is_name(column, text):
            return None
        sentence = _no_language(text)
        if sentence:
            self.problem(column.field, sentence)
            return None
        meant = self._mapped(column, self._strange(column, text, spoken.language_names()))
        if meant is None:
            self.problem(column.field, f"„{text}“ ist keine Sprache, die hier bekannt ist.")
        return meant

    def _is_name(self, column: Column, text: str) -> bool:
        """Whether it is no word but somebody's name: nobody is asked what it means, and it is written nowhere."""
        grade = grade_of(text)
        if grade is not Grade.PERSON and not (grade is Grade.SHAPED and column.reads in _OF_PEOPLE):
            return False
        self.problem(column.field, "Hier scheint der Name eines Menschen zu stehen; er wurde weggelassen.")
        return True

    def _strange(self, column: Column, text: str, among: Mapping[str, str]) -> Strange:
        key = key_of(text)[:200]
        found = self.rows.strange.get((column.vocabulary, key))
        if found is None:
            near = self._near(column, key, among)
            found = Strange(among=column.vocabulary, key=key, word=text, near=near)
            self.rows.strange[column.vocabulary, key] = found
        title = self._titles.get(column.field) or column.title
        found.columns += [title] if title not in found.columns else []
        found.rows.add(self.stated.number)
        return found

    def _near(self, column: Column, key: str, among: Mapping[str, str]) -> str:
        """What is likely meant; of a space that was split, nobody can say which part."""
        if column.vocabulary == "spaces" and key in self.rows.words.ended:
            return self.rows.words.ended[key]
        near = nearest(key, among)
        return among[near] if near else ""

    def _mapped(self, column: Column, strange: Strange) -> str | None:
        return self.rows.words.mapped.get(column.vocabulary, {}).get(strange.key)


def _no_language(text: str) -> str:
    """What the words say instead of a language that is offered; '' where they may name one."""
    if is_doubtful(text):
        return _DOUBTED.format(text=text, near="")
    if spoken.is_required(text):
        return f"„{text}“ klingt nach einer Voraussetzung und nicht nach einer Sprache des Angebots. Bitte prüfen."
    return f"„{text}“ nennt keine Sprache." if spoken.is_no_language(text) else ""


def nearest(key: str, among: Iterable[str]) -> str:
    """The key that is most likely meant: nearly the same letters, or the same words and more; '' for none."""
    keys = [*among]
    alike = difflib.get_close_matches(key, keys, n=1, cutoff=0.8)
    words = set(key.split())
    holding = [each for each in keys if words <= set(each.split()) or set(each.split()) <= words]
    return next(iter(alike or sorted(holding, key=len)), "")
