"""What is stored of an import until it is carried out, and what was learned by it."""

from ratslinde.integration.importing.models.learned import (
    ColumnMapping,
    KnownAs,
    LearnedColumn,
    NotTheSame,
    WordMapping,
)
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
    "LearnedColumn",
    "Newer",
    "NotTheSame",
    "RunState",
    "Verdict",
    "WordMapping",
]
