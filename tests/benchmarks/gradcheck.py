"""Our gradient check and its diagnosis, measured. Run: python -m tests.benchmarks.gradcheck [--draws 3] [--mutants 1]

First table: right gradients of twenty bricks that are rejected (at ordinary scales of the input, from 1e-6 to 1e6,
and next to kinks or with exact zeros), wrong ones that are accepted at one point of scale 1 (written by hand, and
mutants of the right backward passes that differ from it by more than 1e-9), evaluations and time per check. The last
row applies the whole rule: four scales, any of which may fail. Second table: what the diagnosis says.
"""

from __future__ import annotations

import argparse
import importlib.util
import inspect
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterator

import numpy as np

from autograder.audit.mutants import mutants
from autograder.checking import Failure, expect, points, random_upstream, shifted
from tests.benchmarks import bricks
from tests.benchmarks.bricks import BRICKS, Brick
from tests.benchmarks.rivals import RIVALS, Counted
from tests.benchmarks.wrong_gradients import WRONG

ORDINARY, WIDE = (0.3, 1.0, 3.0, 10.0), (1e-6, 1e-3, 30.0, 1e3, 1e6)
KINKED = ("relu", "leaky", "maxpool", "relu_net", "elu")


def drawn(brick: Brick, key: list[int], scale: float) -> tuple[tuple, object]:
    """Arguments of a brick and an upstream gradient for them."""
    generator = np.random.default_rng(key)
    at = brick.draw(generator, scale)
    output = np.asarray(brick.forward(*at))
    return at, random_upstream(generator, output.shape) if output.ndim else 1.0


def near_kinks(brick: Brick, key: list[int]) -> tuple[tuple, object]:
    """The same with a quarter of the first argument 1e-3 to 1e-12 from zero, or rounded to whole numbers."""
    at, upstream = drawn(brick, key, 1.0)
    generator = np.random.default_rng([*key, 1])
    x = at[0].copy()
    close = generator.random(x.shape) < 0.25
    x[close] = (generator.choice((-1.0, 1.0), x.shape) * 10.0 ** generator.uniform(-12, -3, x.shape))[close]
    return (np.round(x) if key[0] % 2 else x, *at[1:]), upstream


def ours(forward: Counted, backward: Callable, at: tuple, wrt: tuple, upstream: object) -> bool:
    """One sentence at one point."""
    try:
        expect(backward, upstream, *at).is_vjp_of(forward, at=at, upstream=upstream, wrt=wrt)
    except Failure:
        return False
    except RuntimeError:  # no entry can be judged there: no verdict
        return True
    return True


def whole_rule(brick: Brick, forward: Counted, backward: Callable, key: int) -> bool:
    """The sentence at four points of different scales, as hidden checks are written."""
    try:
        with shifted(key):
            for at in points(brick.draw, 1):
                output = np.asarray(brick.forward(*at))
                upstream = random_upstream(np.random.default_rng(key), output.shape) if output.ndim else 1.0
                expect(backward, upstream, *at).is_vjp_of(forward, at=at, upstream=upstream, wrt=brick.wrt)
    except Failure:
        return False
    except RuntimeError:  # too few of the points could be judged: no verdict
        return True
    return True


def living_mutants(every: int) -> Iterator[tuple[Brick, str, Callable]]:
    """Mutants of the right backward passes that run, give the right shapes, and differ in some entry; each `every`-th."""
    number = 0
    for name, brick in BRICKS.items():
        if name == "square":
            continue
        for mutant in mutants(inspect.getsource(brick.backward), brick.backward.__name__):
            number += 1
            scope = dict(vars(bricks))
            exec(mutant.source, scope)
            backward = scope[brick.backward.__name__]
            if number % every == 0 and _differs(brick, backward):
                yield brick, mutant.change, backward


def _differs(brick: Brick, backward: Callable) -> bool:
    for seed in range(4):
        at, upstream = drawn(brick, [seed, 91], 1.0)
        try:
            found, right = backward(upstream, *at), brick.backward(upstream, *at)
            if len(found) != len(right) or any(np.shape(a) != np.shape(b) for a, b in zip(found, right, strict=True)):
                return False
        except Exception:
            return False
        if not all(np.allclose(a, b, rtol=1e-9, atol=1e-12) for a, b in zip(found, right, strict=True)):
            return True
    return False


def verdicts(draws: int, every: int) -> Iterator[str]:
    """The first table, line by line."""
    judges: dict[str, Callable] = {"ours, one point": ours}
    judges |= {name: judge for name, judge in RIVALS.items() if "scipy" not in name or importlib.util.find_spec("scipy")}
    right = {
        "ordinary": [(b, *drawn(b, [k, 41], s)) for b in BRICKS.values() for s in ORDINARY for k in range(draws)],
        "wide": [(b, *drawn(b, [k, 43], s)) for b in BRICKS.values() for s in WIDE for k in range(draws)],
        "kinks": [(BRICKS[n], *near_kinks(BRICKS[n], [k, 47])) for n in KINKED for k in range(4 * draws)],
    }
    wrong = {"by hand": [(BRICKS[w.brick], w.backward) for w in WRONG], "mutants": [(b, f) for b, _, f in living_mutants(every)]}
    sizes = [f"{name} ({len(cases)})" for name, cases in (*right.items(), *wrong.items())]
    yield f"| checker | right, rejected: {' | '.join(sizes[:3])} | wrong, accepted: {' | '.join(sizes[3:])} | evaluations | ms |"
    yield "|---" * 8 + "|"
    for name, judge in judges.items():
        spent, calls, began = 0, 0, time.perf_counter()
        rejected = []
        for cases in right.values():
            count = 0
            for brick, at, upstream in cases:
                forward = Counted(brick.forward)
                count += not judge(forward, brick.backward, at, brick.wrt, upstream)
                spent, calls = spent + forward.evaluations, calls + 1
            rejected.append(count)
        took = 1e3 * (time.perf_counter() - began) / calls
        accepted = [sum(_accepts(judge, brick, backward, k) for k, (brick, backward) in enumerate(cases)) for cases in wrong.values()]
        yield f"| {name} | {' | '.join(map(str, rejected + accepted))} | {spent / calls:.0f} | {took:.1f} |"
    accepted = [sum(whole_rule(brick, Counted(brick.forward), f, k) for k, (brick, f) in enumerate(cases)) for cases in wrong.values()]
    spent, rejected, began = 0, 0, time.perf_counter()
    for brick in BRICKS.values():
        forward = Counted(brick.forward)
        rejected += sum(not whole_rule(brick, forward, brick.backward, 100 + k) for k in range(draws))
        spent += forward.evaluations
    took = 1e3 * (time.perf_counter() - began) / (len(BRICKS) * draws)
    told = f"{rejected} of {len(BRICKS) * draws} | - | -"
    yield f"| ours, four scales | {told} | {' | '.join(map(str, accepted))} | {spent / (len(BRICKS) * draws):.0f} | {took:.1f} |"


def _accepts(judge: Callable, brick: Brick, backward: Callable, key: int) -> bool:
    at, upstream = drawn(brick, [key, 53], 1.0)
    return judge(Counted(brick.forward), backward, at, brick.wrt, upstream)


def said(brick: Brick, backward: Callable, key: int) -> str | None:
    """The id of what is said about a wrong backward pass, "" for nothing, None if it is not rejected."""
    at, upstream = drawn(brick, [key, 59], 1.0)
    try:
        expect(backward, upstream, *at).is_vjp_of(brick.forward, at=at, upstream=upstream, wrt=brick.wrt)
    except Failure as failure:
        return failure.record.relation
    return None


def diagnoses(draws: int, every: int) -> Iterator[str]:
    """The second table: hand-written mistakes against their names, mutants against themselves at another input."""
    yield "| wrong gradients | rejected | named rightly | no name, and none exists | no name, though one exists | named wrongly |"
    yield "|---" * 6 + "|"
    for label, held_out in (("by hand, seen", False), ("by hand, held out", True)):
        counts = Counter()
        for wrong in (w for w in WRONG if w.held_out == held_out):
            for key in range(draws):
                name = said(BRICKS[wrong.brick], wrong.backward, key)
                if name is not None:
                    fits = any(name.startswith(right) for right in wrong.names)
                    counts["right" if name and fits else "wrong" if name else "silent" if wrong.names else "none"] += 1
        total = sum(counts.values())
        yield f"| {label} | {total} | " + " | ".join(_share(counts[key], total) for key in ("right", "none", "silent", "wrong")) + " |"
    counts = Counter()
    for brick, _, backward in living_mutants(every):
        one, two = said(brick, backward, 1), said(brick, backward, 2)
        if one is not None and two is not None:
            counts["none" if not one else "right" if one == two else "wrong"] += 1
    total = sum(counts.values())
    yield f"| mutants (right: the same name at another input) | {total} | {_share(counts['right'], total)} | - | {_share(counts['none'], total)} | {_share(counts['wrong'], total)} |"


def _share(count: int, total: int) -> str:
    return f"{count} ({100 * count / max(total, 1):.0f} %)"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--draws", type=int, default=3, help="random inputs per brick and scale")
    parser.add_argument("--mutants", type=int, default=1, help="use every n-th mutant only")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    with np.errstate(all="ignore"):
        for table in (verdicts, diagnoses):
            print("\n".join(table(options.draws, options.mutants)), end="\n\n")


if __name__ == "__main__":
    main()
