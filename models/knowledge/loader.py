"""Reads ``resources/knowledge`` into one frozen :class:`Knowledge`.

A fault stops the program with file, key and reason.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from models.knowledge import catalogue, flow, guide, holidays
from models.knowledge import forms as form_schemas
from models.knowledge import law as law_schemas
from models.knowledge import workshop as workshop_schemas
from models.knowledge.base import Record, Sourced
from models.knowledge.cache import ParsedCache, digest_of
from models.vocabulary import CooperationForm, CriterionId, LegalBasis, Onlooker, StepId

__all__ = ["KNOWLEDGE_FOLDER", "Knowledge", "KnowledgeError", "load_knowledge", "read_file"]

KNOWLEDGE_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "knowledge"


class KnowledgeError(Exception):
    """A knowledge file is missing or broken.

    ``file``: its name; ``key``: the path in it, such as ``forms.2.pros``; ``reason``: why, in Dutch.
    """

    def __init__(self, file: str, key: str, reason: str) -> None:
        super().__init__(f"{file}: {key}: {reason}")
        self.file, self.key, self.reason = file, key, reason


@dataclass(frozen=True)
class Knowledge:
    """Everything that the product knows, one attribute per file of ``resources/knowledge``."""

    sources: catalogue.SourcesFile
    forms: form_schemas.FormsFile
    criteria: form_schemas.CriteriaFile
    profiles: form_schemas.ProfilesFile
    law: law_schemas.LawFile
    legal_bases: law_schemas.LegalBasesFile
    motives: catalogue.MotivesFile
    themes: catalogue.ThemesFile
    stakeholders: catalogue.StakeholdersFile
    factors: catalogue.FactorsFile
    steering: catalogue.SteeringFile
    wegwijzers: catalogue.WegwijzersFile
    process: catalogue.ProcessFile
    checklists: catalogue.ChecklistsFile
    questionnaire: catalogue.QuestionnaireFile
    cases: catalogue.CasesFile
    costs: catalogue.CostsFile
    glossary: catalogue.GlossaryFile
    steps: flow.StepsFile
    checks: flow.ChecksFile
    onlookers: guide.OnlookersFile
    help: guide.HelpFile
    holidays: holidays.HolidaysFile
    workshop: workshop_schemas.WorkshopFile

    def __repr__(self) -> str:
        # In full it is a megabyte, which hides the failure that a test wants to tell.
        return f"Knowledge({self.version})"

    @property
    def version(self) -> str:
        """The version of the whole, which the content hash covers."""
        return self.sources.version

    @cached_property
    def form(self) -> dict[CooperationForm, form_schemas.Form]:
        """The forms by id, lightest first."""
        return {f.id: f for f in sorted(self.forms.forms, key=lambda f: f.order)}

    @cached_property
    def criterion(self) -> dict[CriterionId, form_schemas.Criterion]:
        """The criteria by id, in the order of the file."""
        return {c.id: c for c in self.criteria.criteria}

    @cached_property
    def profile(self) -> dict[CooperationForm, dict[CriterionId, form_schemas.Cell]]:
        """Per form, what it asks per criterion."""
        return {p.form: p.cells for p in self.profiles.profiles}

    @cached_property
    def basis(self) -> dict[LegalBasis, law_schemas.BasisText]:
        """The legal bases by id, lightest first."""
        return {b.id: b for b in sorted(self.legal_bases.bases, key=lambda b: b.order)}

    @cached_property
    def rule(self) -> dict[str, law_schemas.LegalRuleText]:
        """The rule texts by id."""
        return {r.id: r for r in self.law.rules}

    @cached_property
    def statute(self) -> dict[str, law_schemas.Statute]:
        """The statutes by id."""
        return {s.id: s for s in self.law.statutes}

    @cached_property
    def step(self) -> dict[StepId, flow.StepText]:
        """The steps by id, in the order of the task list."""
        return {s.id: s for s in self.steps.steps}

    @cached_property
    def check(self) -> dict[str, flow.CheckText]:
        """The checks by id."""
        return {c.id: c for c in self.checks.checks}

    @cached_property
    def cost_key(self) -> dict[str, catalogue.CostKeyText]:
        """The kinds of cost key by id."""
        return {k.id: k for k in self.costs.keys}

    @cached_property
    def onlooker(self) -> dict[Onlooker, guide.OnlookerText]:
        """Who can look on, by id."""
        return {o.id: o for o in self.onlookers.onlookers}

    @cached_property
    def step_help(self) -> dict[StepId, guide.StepHelp]:
        """How to fill in each step, by id."""
        return {h.id: h for h in self.help.steps}

    @cached_property
    def case(self) -> dict[str, catalogue.Case]:
        """The cases by id."""
        return {c.id: c for c in self.cases.cases}

    @cached_property
    def warning(self) -> dict[str, catalogue.CaseWarning]:
        """The warnings by id."""
        return {w.id: w for w in self.cases.warnings}


def load_knowledge(folder: Path = KNOWLEDGE_FOLDER, cache: ParsedCache | None = None) -> Knowledge:
    """Read and check every file of ``folder``. ``cache``: remembers the parsed YAML between runs.

    Raises :class:`KnowledgeError` for a file that is missing, is no YAML, does not fit its schema, or refers
    to something that is not there.
    """
    texts = {name: _text(folder / f"{name}.yaml") for name in _MODELS}
    digest = digest_of(texts) if cache is not None else ""
    recalled = cache.recall(digest) if cache is not None else None
    parsed = {name: _parse(name, text) for name, text in texts.items()} if recalled is None else recalled
    knowledge = Knowledge(**{name: _validate(name, parsed.get(name)) for name in _MODELS})  # type: ignore[arg-type]
    _check_references(knowledge)
    if cache is not None and recalled is None:
        cache.remember(digest, parsed)
    return knowledge


_MODELS: dict[str, type[Record]] = {
    "sources": catalogue.SourcesFile,
    "forms": form_schemas.FormsFile,
    "criteria": form_schemas.CriteriaFile,
    "profiles": form_schemas.ProfilesFile,
    "law": law_schemas.LawFile,
    "legal_bases": law_schemas.LegalBasesFile,
    "motives": catalogue.MotivesFile,
    "themes": catalogue.ThemesFile,
    "stakeholders": catalogue.StakeholdersFile,
    "factors": catalogue.FactorsFile,
    "steering": catalogue.SteeringFile,
    "wegwijzers": catalogue.WegwijzersFile,
    "process": catalogue.ProcessFile,
    "checklists": catalogue.ChecklistsFile,
    "questionnaire": catalogue.QuestionnaireFile,
    "cases": catalogue.CasesFile,
    "costs": catalogue.CostsFile,
    "glossary": catalogue.GlossaryFile,
    "steps": flow.StepsFile,
    "checks": flow.ChecksFile,
    "onlookers": guide.OnlookersFile,
    "help": guide.HelpFile,
    "holidays": holidays.HolidaysFile,
    "workshop": workshop_schemas.WorkshopFile,
}


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise KnowledgeError(path.name, "-", f"het bestand is niet te lezen ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise KnowledgeError(path.name, "-", "het bestand is geen UTF-8") from error


def _parse(name: str, text: str) -> Any:
    import yaml  # not needed when the cache answers

    try:
        return yaml.load(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"regel {mark.line + 1}" if mark is not None else "-"
        raise KnowledgeError(f"{name}.yaml", where, "het bestand is geen geldige YAML") from error


def _validate(name: str, values: object) -> Record:
    try:
        return _MODELS[name].model_validate(values)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        key = ".".join(str(part) for part in first["loc"]) or "-"
        raise KnowledgeError(f"{name}.yaml", key, first["msg"]) from error


def read_file(name: str, folder: Path = KNOWLEDGE_FOLDER) -> Record:
    """One file, such as ``law``, against its schema, without the references between files."""
    return _validate(name, _parse(name, _text(folder / f"{name}.yaml")))


def _walk(value: object, path: str) -> Iterator[tuple[str, Sourced]]:
    """Every sourced record under ``value``, with its place. Texts and numbers are passed over early: they are most."""
    if isinstance(value, Sourced):
        yield path, value
    if isinstance(value, BaseModel):
        entries: Iterable[tuple[object, object]] = value.__dict__.items()
    elif isinstance(value, dict):
        entries = value.items()
    else:
        entries = enumerate(value) if isinstance(value, tuple) else ()
    for key, entry in entries:
        if isinstance(entry, (BaseModel, tuple, dict)):
            yield from _walk(entry, f"{path}.{key}" if path else str(key))


def _check_references(knowledge: Knowledge) -> None:
    known = {source.id for source in knowledge.sources.sources} | {s.id for s in knowledge.law.statutes}
    for name in _MODELS:
        for path, record in _walk(getattr(knowledge, name), ""):
            for reference in record.sources:
                if reference.split(" ", 1)[0].rstrip(":,") not in known:
                    raise KnowledgeError(f"{name}.yaml", f"{path}.sources", f"onbekende bron {reference!r}")
    for index, rule in enumerate(knowledge.law.rules):
        if rule.statute not in knowledge.statute:
            raise KnowledgeError("law.yaml", f"rules.{index}.statute", f"onbekende wet {rule.statute!r}")
    for index, warning in enumerate(knowledge.cases.warnings):
        for case in warning.cases:
            if case not in knowledge.case:
                raise KnowledgeError("cases.yaml", f"warnings.{index}.cases", f"onbekende casus {case!r}")
    legitimacy = {item.id for item in knowledge.steering.legitimacy}
    for index, kind in enumerate(knowledge.steering.steering):
        for entry in kind.legitimacy:
            if entry not in legitimacy:
                raise KnowledgeError("steering.yaml", f"steering.{index}.legitimacy", f"onbekend: {entry!r}")
    _check_complete("forms.yaml", "forms", CooperationForm, knowledge.form)
    _check_complete("criteria.yaml", "criteria", CriterionId, knowledge.criterion)
    _check_complete("profiles.yaml", "profiles", CooperationForm, knowledge.profile)
    _check_complete("legal_bases.yaml", "bases", LegalBasis, knowledge.basis)
    _check_complete("steps.yaml", "steps", StepId, knowledge.step)
    _check_complete("onlookers.yaml", "onlookers", Onlooker, knowledge.onlooker)
    _check_complete("help.yaml", "steps", StepId, knowledge.step_help)
    _check_complete("workshop.yaml", "script", StepId, (part.id for part in knowledge.workshop.script))
    asked = (criterion.id for criterion in knowledge.criteria.criteria if not criterion.derived)
    _check_complete("workshop.yaml", "prompts", asked, knowledge.workshop.prompts)
    fits = {entry.form for entry in knowledge.legal_bases.by_form}
    _check_complete("legal_bases.yaml", "by_form", CooperationForm, fits)


def _check_complete(file: str, key: str, wanted: Iterable[str], found: Iterable[str]) -> None:
    missing = sorted(set(wanted) - set(found))
    if missing:
        raise KnowledgeError(file, key, f"ontbreekt: {', '.join(missing)}")
