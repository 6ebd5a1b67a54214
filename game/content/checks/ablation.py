"""``ablation.yaml`` of a scenario: read, checked and compiled, apart from what a match needs.

The rules of the rival that it adds are put into those of the scenario before these are checked: they are held to the
same, conditions may name them, and what is wrong with them is told where they are written.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from game.content import reader
from game.content.ablation import Ablation
from game.content.checks import beside
from game.content.compiling.ablation import compile_ablation
from game.content.compiling.frame import Frame
from game.content.manuscript import Manuscript
from game.content.models.ablation import Ablation as Record
from game.content.source import Source

KIND = "ablation"


def check(manuscript: Manuscript, frame: Frame, source: Source | None) -> Ablation | None:
    """The levers in what `read` found; None where it found nothing, or, with findings, where they are wrong."""
    if source is None:
        return None
    manuscript.scene[KIND] = source
    return beside.compiled(manuscript, frame, KIND, Record, compile_ablation)


def read(manuscript: Manuscript) -> Source | None:
    """Read the file of the manuscript's scenario, if it has one, and add its rules to the rival's.

    To be called before the manuscript is checked against the models.
    """
    path: Path | None = None if manuscript.folder is None else manuscript.folder / f"{KIND}.yaml"
    if path is None or not path.is_file():
        return None
    source = reader.read(path)
    manuscript.findings += source.findings
    rules = source.data.get("rules")
    if isinstance(rules, dict) and rules:
        _add(manuscript, source, rules)
    return source


def _add(manuscript: Manuscript, source: Source, rules: dict[str, object]) -> None:
    rival = manuscript.scene.get("rival")
    if rival is None or not isinstance(rival.data.get("rules"), dict):
        what = "rules for a rival without a script"
        manuscript.findings.append(source.finding(("rules",), what, "add rival.yaml", key=True))
        return
    own = rival.data["rules"]
    for name in rules:
        if name in own:
            what = f"rule '{name}' is in rival.yaml too"
            manuscript.findings.append(source.finding(("rules", name), what, "give it another name", key=True))
    added = {name: rule for name, rule in rules.items() if name not in own}
    overlays = dict(rival.overlays)
    for name in added:
        overlays["rules", name] = (source, ("rules", name))
    manuscript.scene["rival"] = replace(rival, data={**rival.data, "rules": {**own, **added}}, overlays=overlays)
