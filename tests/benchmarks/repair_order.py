"""How often each kind of change is the right one: python -m tests.benchmarks.repair_order [-s PART] [KIND...] > autograder/repair/learned.py

Looks for the change that mends each wrong function (KIND, PART: as for tests.benchmarks.repair), and fits what is added to the
cost of a change: a conditional logit over all changes that are proposed, with a Gaussian prior at the present hand-made costs.
Where the right change stands in the order by hand, as fitted, and as fitted without the case's own quarter goes to standard error.
"""

from __future__ import annotations

import ast
import resource
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from autograder.repair import Evidence
from autograder.repair.code import Code, read
from autograder.repair.evidence import features
from autograder.repair.learned import __doc__ as HEAD
from autograder.repair.model import Edit
from autograder.repair.propose import edits, spliced
from tests.benchmarks import repair as mending
from tests.verdicts.case import Case

# How far each family of numbers may move from 0: the larger, the less.
PRIOR = {"ASPECTS": 1.0, "MOVES": 1.5, "NODES": 1.5, "KINDS": 2.0, "SAID": 0.1, "SEVERAL": 0.1}
MOST, STEPS, LEAST, FOLDS = 2500, 100, 0.2, 4


@dataclass(frozen=True, slots=True)
class Choice:
    """One mended case: of all edits the costs by hand, the features (feature, edit) as numbers, and which edit was right."""

    costs: np.ndarray
    features: np.ndarray
    edits: np.ndarray
    right: int


def choice(case: Case, fixed: str, evidence: Evidence, known: dict[tuple, int]) -> Choice | None:
    """The edits of a case, of which the one that makes `fixed` is right; None if it is not among the first."""
    code, same, right, costs, pairs = read(case.source, case.function), ast.dump(ast.parse(fixed)), None, [], []
    for edit in _once(sorted(edits(code, mending.known_functions(case.assignment)), key=lambda edit: edit.cost)):
        if right is None and _dumped(code, edit) == same:
            right = len(costs)
        pairs += [(known.setdefault(feature, len(known)), len(costs)) for feature in features(edit, evidence)]
        costs.append(edit.cost)
        if len(costs) == MOST:
            break
    return None if right is None else Choice(np.array(costs), *np.array(pairs).T, right)


def _once(some: Iterable[Edit]) -> Iterator[Edit]:
    seen: set[tuple] = set()
    for edit in some:
        if edit.splices not in seen:
            seen.add(edit.splices)
            yield edit


def _dumped(code: Code, edit: Edit) -> str:
    try:
        return ast.dump(ast.parse(spliced(code.text, edit.splices)))
    except (SyntaxError, ValueError):
        return ""


def fitted(choices: list[Choice], known: dict[tuple, int]) -> np.ndarray:
    """What is added to the cost for each feature, in units of the cost."""
    prior = np.array([PRIOR[feature[0]] for feature in known])
    weights, scale, squares = np.zeros(len(known)), 1.0, np.full(len(known) + 1, 1e-6)
    for _ in range(STEPS):
        slope = np.append(prior * weights, 0.1 * (scale - 1))
        for one in choices:
            likely = np.exp(-(total := order(one, weights, scale)) + total.min())
            likely /= likely.sum()
            likely[one.right] -= 1
            slope[:-1] -= np.bincount(one.features, likely[one.edits], len(known))
            slope[-1] -= likely @ one.costs
        squares += slope**2
        step = 0.5 * slope / np.sqrt(squares)
        weights, scale = weights - step[:-1], scale - step[-1]
    return weights / scale


def order(one: Choice, weights: np.ndarray, scale: float = 1.0) -> np.ndarray:
    """The cost of every edit of a case."""
    return scale * one.costs + np.bincount(one.edits, weights[one.features], len(one.costs))


def places(choices: list[Choice], weights: np.ndarray) -> list[int]:
    """Where the right edit of each case stands, from 1."""
    costs = [order(one, weights) for one in choices]
    return [int((cost < cost[one.right]).sum()) + 1 for one, cost in zip(choices, costs, strict=True)]


def table(weights: np.ndarray, known: dict[tuple, int]) -> Iterator[str]:
    """The text of `learned.py`."""
    yield f'"""{HEAD}"""'
    comments = {
        "ASPECTS": "By aspect.",
        "MOVES": "By aspect and the first word of the move.",
        "NODES": "By aspect and the kind of node that is changed.",
        "KINDS": "By the kind of the first failure and the first word of the aspect.",
    }
    large = {feature: round(float(weights[number]), 1) for feature, number in known.items() if abs(weights[number]) >= LEAST}
    for family, comment in comments.items():
        yield f"\n# {comment}\n{family} = {{"
        mine = sorted((feature[1:], value) for feature, value in large.items() if feature[0] == family)
        if family == "ASPECTS":
            yield from (f'    "{aspect}": {value},' for (aspect,), value in mine)
        for outer in dict.fromkeys(names[0] for names, _ in mine) if family != "ASPECTS" else ():
            inner = ", ".join(f'"{names[1]}": {value}' for names, value in mine if names[0] == outer)
            yield f'    "{outer}": {{{inner}}},'
        yield "}"
    yield f"\n# A change that says what the numbers said, a change in several places.\nSAID = {large.get(('SAID',), 0.0)}\nSEVERAL = {large.get(('SEVERAL',), 0.0)}"


def main() -> None:
    """Print the module, and what it is worth."""
    arguments = sys.argv[1:]
    part = int(arguments.pop(arguments.index("-s") + 1)) if "-s" in arguments else 1
    resource.setrlimit(resource.RLIMIT_AS, (mending.MEMORY, mending.MEMORY))
    known: dict[tuple, int] = {}
    choices = []
    for group, case in mending.chosen([one for one in arguments if one != "-s"], part):
        one = mending.attempt(group, case)
        if one is not None and one.found is not None and one.found.repair.also is None:
            choices.append(choice(case, one.found.repair.source, one.evidence, known))
    choices = [one for one in choices if one is not None]
    print("\n".join(table(fitted(choices, known), known)))
    unseen = [place for k in range(FOLDS) for place in places(choices[k::FOLDS], fitted([one for i, one in enumerate(choices) if i % FOLDS != k], known))]
    for name, some in (("by hand", places(choices, np.zeros(len(known)))), ("fitted", places(choices, fitted(choices, known))), ("without its own quarter", unseen)):
        shares = "  ".join(f"among {n}: {np.mean(np.array(some) <= n):.1%}" for n in (20, 50, 100, 200))
        print(f"{name:<26}median {np.median(some):.0f}  {shares}", file=sys.stderr)


if __name__ == "__main__":
    main()
