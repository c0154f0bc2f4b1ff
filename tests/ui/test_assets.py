"""What browsers and the printer load is put together from the locked packages."""

from __future__ import annotations

import gzip
import io
import json

import pytest
from fontTools.ttLib import TTFont

from ratslinde.printing.fonts import FONT_FILES
from ratslinde.ui.assets import putting, stylesheet, webfonts
from ratslinde.ui.assets.__main__ import CHECKOUT, main

PACKAGES = CHECKOUT / "node_modules"
needs_packages = pytest.mark.skipif(not PACKAGES.is_dir(), reason="npm ci has not run: no node_modules")


def test_a_rule_is_kept_for_the_parts_we_use_and_for_everything_that_names_none():
    css = ".kern-btn{a:b}.kern-m-lg{a:b}html{a:b}.kern-btn,.kern-col-3{c:d}.kern-btn .kern-icon--search{e:f}"
    assert stylesheet.subset(css) == ".kern-btn{a:b}html{a:b}.kern-btn{c:d}.kern-btn .kern-icon--search{e:f}"


def test_an_icon_that_we_do_not_use_is_left_out():
    assert stylesheet.subset(".kern-icon--sign-language{a:b}") == ""


def test_rules_inside_a_condition_are_sorted_out_too():
    css = "@media (max-width: 9px){.kern-btn{a:b}.kern-p-xs{a:b}}@media (min-width: 1px){.kern-p-xs{a:b}}"
    assert stylesheet.subset(css) == "@media (max-width:9px){.kern-btn{a:b}}"


def test_sides_become_start_and_end_so_that_arabic_reads_well():
    css = ".kern-btn{padding-left: 1px;border-right: 2px;text-align: left;float: right}"
    expected = ".kern-btn{padding-inline-start:1px;border-inline-end:2px;text-align:start;float:inline-end}"
    assert stylesheet.subset(css) == expected


def test_dark_colours_stay_off_paper():
    css = "@media (prefers-color-scheme: dark){:root{--a: b}}"
    assert stylesheet.subset(css) == "@media screen and (prefers-color-scheme:dark){:root{--a:b}}"


@needs_packages
def test_kern_becomes_small_and_keeps_what_the_components_name():
    css = stylesheet.subset((PACKAGES / "@kern-ux/native/dist/kern.css").read_text())
    assert len(gzip.compress(css.encode())) < 25_000
    for name in (
        ".kern-btn--primary{",
        ".kern-icon--search{",
        ".kern-sr-only{",
        "--kern-color-action-default:",
    ):
        assert name in css


@needs_packages
def test_a_font_part_has_its_letters_and_no_others():
    weight, part = webfonts.WEIGHTS[0], webfonts.PARTS[0]
    data = webfonts.woff2((PACKAGES / weight.source).read_bytes(), part)
    letters = TTFont(io.BytesIO(data)).getBestCmap()
    assert {ord(letter) for letter in "äöüßÄğş–„“€"} <= set(letters)
    assert ord("Ж") not in letters
    assert len(data) < 30_000


@needs_packages
def test_putting_together_rests_while_the_manifest_is_true_and_mends_what_is_not(tmp_path, monkeypatch):
    monkeypatch.setattr(webfonts, "PARTS", webfonts.PARTS[:1])  # each takes a second
    files = putting.put_together(PACKAGES, tmp_path)
    assert json.loads((tmp_path / "assets" / putting.MANIFEST).read_text())["files"] == files
    kern, script = tmp_path / "assets/kern.css", tmp_path / "assets/htmx.min.js"
    before = kern.stat().st_mtime_ns
    assert putting.put_together(PACKAGES, tmp_path) == files
    assert kern.stat().st_mtime_ns == before
    script.write_text("alert(1)")
    putting.put_together(PACKAGES, tmp_path)
    assert "alert(1)" not in script.read_text()


def test_missing_packages_are_named_in_one_line(tmp_path, capsys):
    assert main([str(tmp_path / "leer"), str(tmp_path)]) == 1
    message = capsys.readouterr().err
    assert "make setup" in message
    assert message.count("\n") == 1


def test_the_printer_gets_the_fonts_it_asks_for():
    assert putting.PRINTING_FONTS == FONT_FILES
