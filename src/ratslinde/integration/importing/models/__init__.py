"""What is stored of an import until it is carried out, and what was learned by it."""

from ratslinde.integration.importing.models.learned import ColumnMapping, KnownAs, NotTheSame, WordMapping
from ratslinde.integration.importing.models.runs import (
    Decision,
    ImportRow,
    ImportRun,
    Newer,
    RunState,
    Verdict,
)

__all__ = [
    "ColumnMapping",
    "Decision",
    "ImportRow",
    "ImportRun",
    "KnownAs",
    "Newer",
    "NotTheSame",
    "RunState",
    "Verdict",
    "WordMapping",
]
