"""What takes long, always comes out the same and is asked by hundreds of tests: worked out once in each worker.

Both are functions of nothing but their arguments; their own tests, in ``tests/models``, go without this.
"""

import pickle
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import pytest

from models.advice import form_advice
from models.advice.problem import Problem
from models.advice.smaa import Acceptability
from models.knowledge import loader

__all__ = ["Memory"]

_MOST = 4096
"""Samplings that are kept; one is a few kilobytes."""

Sampling = Callable[..., Acceptability]


class Memory:
    """What was worked out so far. Everybody gets a copy: no test sees what another did to it."""

    def __init__(self) -> None:
        self._sampled: dict[tuple[object, ...], bytes] = {}
        self._uniform = self._once(form_advice.acceptability_uniform)
        self._perturbed = self._once(form_advice.acceptability_perturbed)
        parse = loader._parse
        self._pickled = lru_cache(maxsize=128)(lambda name, text: pickle.dumps(parse(name, text)))

    def use(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Let the program ask this first."""
        monkeypatch.setattr(form_advice, "acceptability_uniform", self._uniform)
        monkeypatch.setattr(form_advice, "acceptability_perturbed", self._perturbed)
        monkeypatch.setattr(loader, "_parse", self._parsed)

    def _parsed(self, name: str, text: str) -> Any:
        return pickle.loads(self._pickled(name, text))

    def _once(self, sampling: Sampling) -> Sampling:
        def asked(problem: Problem, *settings: float) -> Acceptability:
            key = (sampling.__name__, *_of(problem), *settings)
            held = self._sampled.get(key)
            if held is None:
                held = pickle.dumps(sampling(problem, *settings))
                if len(self._sampled) >= _MOST:
                    self._sampled.clear()
                self._sampled[key] = held
            found: Acceptability = pickle.loads(held)
            return found

        return asked


def _of(problem: Problem) -> tuple[object, ...]:
    """All that a sampling asks of the problem, in its order: the order of the draws hangs on it."""
    demands = tuple((form, tuple(row.items())) for form, row in problem.demands.items())
    return demands, tuple(problem.answers.items()), tuple(problem.importance.items())
