"""What a word of a list can mean here: the town's terms and social spaces, and the languages."""

from __future__ import annotations

from functools import cached_property

from ratslinde.council.bodies.models import Body
from ratslinde.integration.importing.models import ImportRun, WordMapping
from ratslinde.integration.landscape.models import SocialSpace, Taxonomy, Term
from ratslinde.kernel import languages
from ratslinde.kernel.text import spelled_out

Options = list[tuple[str, str]]
"""(public id or code, name)."""


class Meanings:
    """The meanings of each vocabulary: 'spaces', 'languages', or a taxonomy by its key."""

    def __init__(self, body: Body) -> None:
        self._body = body

    def options(self, among: str) -> Options:
        """What can be chosen for a word of that vocabulary."""
        return self._options.get(among, [])

    def has(self, among: str, meaning: str) -> bool:
        """Whether that can be chosen."""
        return any(value == meaning for value, _ in self.options(among))

    def said(self, among: str, key: str) -> str | None:
        """What somebody has said that the word means, '' for nothing; None where nobody has, or that is gone."""
        meaning = self._said.get((among, key))
        return meaning if meaning == "" or (meaning and self.has(among, meaning)) else None

    def title(self, among: str) -> str:
        """What the vocabulary is called: 'Handlungsfelder'."""
        return self._titles.get(among, among)

    @cached_property
    def _options(self) -> dict[str, Options]:
        spaces = SocialSpace.objects.filter(body=self._body, archived_at=None, valid_until=None)
        named = [(code, languages.name_of(code)) for code in languages.OFFERED]
        found: dict[str, Options] = {
            "spaces": [(space.public_id, space.name) for space in spaces],
            "languages": sorted(named, key=lambda each: spelled_out(each[1])),
        }
        for term in Term.objects.filter(body=self._body, active=True).select_related("taxonomy"):
            found.setdefault(term.taxonomy.key, []).append((term.public_id, term.name))
        return found

    @cached_property
    def _said(self) -> dict[tuple[str, str], str]:
        rows = WordMapping.objects.filter(body=self._body).values_list("among", "word", "meaning")
        return {(among, word): meaning for among, word, meaning in rows}

    @cached_property
    def _titles(self) -> dict[str, str]:
        taxonomies = Taxonomy.objects.filter(body=self._body).values_list("key", "name")
        return {"spaces": "Sozialräume", "languages": "Sprachen", **dict(taxonomies)}


def unknown_words(run: ImportRun) -> int:
    """How many words of the run nobody has said anything about yet."""
    known = Meanings(run.body)
    return sum(known.said(each["among"], each["key"]) is None for each in run.words)
