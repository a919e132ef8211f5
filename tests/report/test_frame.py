from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from matplotlib.figure import Figure
from matplotlib.ft2font import FT2Font
from matplotlib.text import Text

from anfang.cities import load_cities
from anfang.errors import BadInput
from anfang.model import RoundResults
from anfang.report.frame import FAMILY, FONT, marks, save, styled
from anfang.report.wording import words
from anfang.suite import find


def drawn(results: RoundResults) -> str:
    figure = Figure()
    marks(figure, results, "en")
    return " ".join(one.get_text() for one in figure.findobj(Text))


def test_a_figure_says_simulated_and_preliminary_and_what_it_rests_on(results: RoundResults) -> None:
    told = drawn(results)
    assert "SIMULATED · PRELIMINARY" in told
    assert "round second · plan abababababab · instrument cdcdcdcdcdcd" in told


def test_a_closed_round_of_real_portals_carries_no_mark(results: RoundResults) -> None:
    real = tuple(replace(city, portals={"portal": "https://www.example.gov.cn/"}) for city in results.cities)
    told = drawn(replace(results, state="closed", cities=real))
    assert "SIMULATED" not in told
    assert "PRELIMINARY" not in told


def test_the_font_holds_every_name_that_a_figure_can_show() -> None:
    font = FT2Font(str(FONT))
    assert font.family_name == FAMILY
    cities = load_cities(find("cities.yaml"))
    labels = [text for told in words("labels")["labels"].values() for text in told.values()]
    regions = [text for told in words("labels")["regions"].values() for text in told.values()]
    texts = ["直门骨▲▼→−—", *labels, *regions, *(city.name + city.name_en for city in cities)]
    missing = {char for char in "".join(texts) if char.isprintable() and not font.get_char_index(ord(char))}
    assert missing == set()


def test_a_figure_is_the_same_file_twice(tmp_path: Path) -> None:
    written = []
    for folder in ("one", "two"):
        with styled():
            figure = Figure(figsize=(2, 1))
            figure.text(0.1, 0.5, "直门骨 $x^2$")
        written.append([path.read_bytes() for path in save(figure, tmp_path / folder, "figure")])
    assert written[0] == written[1]
    assert written[0][0].startswith(b"\x89PNG")
    assert b"<text" not in written[0][1]


def test_a_character_that_the_font_lacks_is_refused_rather_than_boxed(tmp_path: Path) -> None:
    with styled():
        figure = Figure(figsize=(2, 1))
        figure.text(0.1, 0.5, "𠮷")
    with pytest.raises(BadInput, match="missing from font"):
        save(figure, tmp_path, "figure")
