"""The part of KERN's stylesheet that Ratslinde uses, made right for both writing directions."""

from __future__ import annotations

import re
from collections.abc import Iterator

COMPONENTS = frozenset({
    "accordion", "alert", "badge", "btn", "btn-wrapper", "dark", "dialog", "divider", "dropdown",
    "error", "fieldset", "form-check", "form-input", "hint", "icon", "input-group", "label", "level-1",
    "level-2", "light", "link", "loader", "progress", "sr-only", "sr-only-mobile", "summary",
    "summary-group", "table", "table-responsive", "task-list", "title"
})  # fmt: skip
ICONS = frozenset({
    "add", "arrow-back", "arrow-down", "arrow-forward", "arrow-up", "autorenew", "calendar-today",
    "check", "checklist", "chevron-left", "chevron-right", "close", "danger", "default", "delete",
    "download", "draft", "edit", "help", "home", "info", "large", "logout", "mail", "open-in-new",
    "search", "small", "success", "visibility", "visibility-off", "warning", "x-large"
})  # fmt: skip

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CLASS = re.compile(r"\.kern-([a-z0-9]+(?:-[a-z0-9]+)*)(?:--([a-z0-9-]+))?")
_OUTSIDE_BRACKETS = re.compile(r",(?![^()]*\))")
_SIDES = {"left": "start", "right": "end"}
_SIDED = re.compile(r"(?<![\w-])(padding|margin|border)-(left|right)(?=[:-])")
_ALIGNED = re.compile(r"(?<![\w-])text-align:\s*(left|right)")
_FLOATED = re.compile(r"(?<![\w-])(float|clear):\s*(left|right)")
_SCHEMES = {
    "(prefers-color-scheme: dark)": "screen and (prefers-color-scheme: dark)",
    "(prefers-color-scheme: light)": "print,(prefers-color-scheme: light)",
}
_RULES_INSIDE = ("@media", "@supports")


def subset(css: str) -> str:
    """The rules of KERN for `COMPONENTS` and `ICONS`, and all that name no component, minified.

    Dark colours apply on screens only, so that paper stays white.
    """
    kept = "".join(_kept(_COMMENT.sub("", css).replace('@charset "UTF-8";', "")))
    for before, after in _SCHEMES.items():
        kept = kept.replace(f"@media {before}", f"@media {after}")
    return _minified(_both_directions(kept))


def rules(css: str) -> Iterator[tuple[str, str]]:
    """(what stands before the brace, what stands inside) of each rule at the top of `css`."""
    depth = start = inside = 0
    for position, character in enumerate(css):
        if character == "{":
            inside = inside if depth else position
            depth += 1
        elif character == "}":
            depth -= 1
            if not depth:
                yield css[start:inside].strip(), css[inside + 1 : position]
                start = position + 1


def _kept(css: str) -> Iterator[str]:
    for head, inside in rules(css):
        if head.startswith(_RULES_INSIDE):
            within = "".join(_kept(inside))
            if within:
                yield f"{head}{{{within}}}"
            continue
        selectors = head if head.startswith("@") else _wanted(head)
        if selectors and inside.strip():
            yield f"{selectors}{{{inside}}}"


def _wanted(head: str) -> str:
    return ",".join(part.strip() for part in _OUTSIDE_BRACKETS.split(head) if _is_wanted(part))


def _is_wanted(selector: str) -> bool:
    return all(
        block.split("__")[0] in COMPONENTS and (block != "icon" or not kind or kind in ICONS)
        for block, kind in _CLASS.findall(selector)
    )


def _both_directions(css: str) -> str:
    css = _SIDED.sub(lambda found: f"{found[1]}-inline-{_SIDES[found[2]]}", css)
    css = _ALIGNED.sub(lambda found: f"text-align:{_SIDES[found[1]]}", css)
    return _FLOATED.sub(lambda found: f"{found[1]}:inline-{_SIDES[found[2]]}", css)


def _minified(css: str) -> str:
    css = re.sub(r"\s+", " ", css)
    return re.sub(r" ?([{};,]) ?", r"\1", css).replace(";}", "}").replace(": ", ":")
