"""Right implementations of the bonus, written differently, and good tests of other kinds: none of them may lose a point."""

import numpy as np

from autograder.checking import variant

from .reference import affine_forward, same


@variant("verdict_table")
def with_a_helper(tests, candidates):
    """A function for one verdict, a comprehension for all."""

    def accepts(test, candidate):
        try:
            test(candidate)
        except Exception:
            return False
        return True

    return np.array([[accepts(test, candidate) for candidate in candidates] for test in tests], dtype=bool).reshape(len(tests), len(candidates))


@variant("verdict_table")
def column_by_column(tests, candidates):
    """One candidate after the other, all of it accepted until something is raised."""
    table = np.full((len(tests), len(candidates)), True)
    for k in range(len(candidates)):
        for t in range(len(tests)):
            try:
                tests[t](candidates[k])
            except Exception:
                table[t, k] = False
    return table


@variant("verdict_table")
def with_else(tests, candidates):
    """try, except, else, over all pairs of numbers."""
    table = np.zeros((len(tests), len(candidates)), bool)
    for t, k in np.ndindex(table.shape):
        try:
            tests[t](candidates[k])
        except BaseException:
            continue
        else:
            table[t, k] = 1
    return table


@variant("verdict_table")
def from_a_flat_list(tests, candidates):
    """A flat list of verdicts, brought into its shape at the end."""
    flat = []
    for test, candidate in [(test, candidate) for test in tests for candidate in candidates]:
        try:
            test(candidate)
            flat.append(True)
        except Exception as error:
            flat.append(error is None)
    return np.reshape(np.array(flat, dtype=bool), (len(tests), len(candidates)))


@variant("mutants")
def with_regular_expressions(source, swaps):
    """Places found by a regular expression, validity by ast."""
    import ast
    import re

    made = []
    for old, new in swaps:
        for place in re.finditer(re.escape(old), source):
            text = source[: place.start()] + new + source[place.end() :]
            try:
                ast.parse(text)
            except SyntaxError:
                continue
            if text != source and text not in made:
                made.append(text)
    return made


@variant("mutants")
def from_the_pieces(source, swaps):
    """The source is split at every place and joined again."""
    found = {}
    for old, new in swaps:
        pieces = source.split(old)
        for k in range(1, len(pieces)):
            found.setdefault(old.join(pieces[:k]) + new + old.join(pieces[k:]), None)
    found.pop(source, None)

    def valid(text):
        try:
            return compile(text, "text", "exec") is not None
        except SyntaxError:
            return False

    return [text for text in found if valid(text)]


@variant("mutants")
def with_partition(source, swaps):
    """What is left of the place is carried along."""
    seen, made = {source}, []
    for old, new in swaps:
        done, rest = "", source
        while old in rest:
            before, _, rest = rest.partition(old)
            text = done + before + new + rest
            done += before + old
            if text in seen:
                continue
            seen.add(text)
            try:
                compile(text, "", "exec")
            except Exception:
                continue
            made.append(text)
    return made


@variant("mutants")
def letter_by_letter(source, swaps):
    """Every position is looked at; a found place is jumped over."""
    out = []
    for old, new in swaps:
        i = 0
        while i <= len(source) - len(old):
            if source.startswith(old, i):
                text = "".join([source[:i], new, source[i + len(old) :]])
                i += len(old)
                if text == source or text in out:
                    continue
                try:
                    compile(text, "<text>", "exec")
                    out.append(text)
                except SyntaxError:
                    pass
            else:
                i += 1
    return out


@variant("test_affine_backward")
def against_the_formula(candidate):
    """The formula once more, in loops over small arrays of sevenths."""
    for seed, (N, D, M) in enumerate([(1, 1, 1), (1, 2, 3), (2, 1, 1), (3, 2, 2), (4, 1, 3), (5, 4, 1)]):
        draw = np.random.default_rng(seed)
        dZ, X, W = (draw.integers(-40, 41, shape) / 7 for shape in ((N, M), (N, D), (D, M)))
        got = candidate(dZ, X, W)
        want_dX = [[sum(dZ[n, m] * W[d, m] for m in range(M)) for d in range(D)] for n in range(N)]
        want_dW = [[sum(dZ[n, m] * X[n, d] for n in range(N)) for m in range(M)] for d in range(D)]
        want_db = [sum(dZ[n, m] for n in range(N)) for m in range(M)]
        assert len(got) == 3
        for one, other in zip(got, (want_dX, want_dW, want_db)):
            assert np.shape(one) == np.shape(other)
            np.testing.assert_allclose(one, other, rtol=0, atol=1e-9)


@variant("test_affine_backward")
def by_its_properties(candidate):
    """A worked number, then laws: samples add up, everything is linear in dZ, a turn of the inputs turns dX and dW."""

    def agree(one, other):
        for a, b in zip(one, other, strict=True):
            if not same(a, b, 1e-9):
                raise AssertionError("a law is broken")

    dZ = np.array([[1.0, 0.0, -1.0], [2.0, 1.0, 0.0]])
    X = np.array([[3.0, -1.0], [0.0, 2.0]])
    W = np.array([[1.0, 2.0, 3.0], [-4.0, 5.0, 6.0]])
    agree(candidate(dZ, X, W), (np.array([[-2.0, -10.0], [4.0, -3.0]]), np.array([[3.0, 0, -3], [3, 2, 1]]), np.array([3.0, 1, -1])))
    draw = np.random.default_rng(3)
    for N, D, M in ((3, 2, 2), (2, 1, 1)):
        dZ, X, W = draw.normal(size=(N, M)), draw.normal(size=(N, D)), draw.normal(size=(D, M))
        dX, dW, db = candidate(dZ, X, W)
        parts = [candidate(dZ[n : n + 1], X[n : n + 1], W) for n in range(N)]
        agree((dX, dW, db), (np.vstack([p[0] for p in parts]), sum(p[1] for p in parts), sum(p[2] for p in parts)))
        agree((dX, dW, db), (-np.asarray(part) for part in candidate(-dZ, X, W)))
        Q = np.linalg.qr(draw.normal(size=(D, D)))[0]
        agree((dX @ Q, Q.T @ dW, db), candidate(dZ, X @ Q, Q.T @ W))
        for i in range(M):  # one neuron hears 1: dX is its weights, dW the inputs, db a one
            e = np.zeros((1, M))
            e[0, i] = 1.0
            x = draw.normal(size=(1, D))
            agree(candidate(e, x, W), (W[:, i][None, :], np.outer(x[0], e[0]), e[0]))


@variant("test_affine_backward")
def along_random_directions(candidate):
    """Not entry by entry: the slope along many random directions, and shapes apart from numbers."""
    draw = np.random.default_rng(8)
    for N, D, M in [(3, 3, 3), (1, 4, 2), (4, 1, 1), (5, 2, 3)]:
        dZ, X, W, b = (draw.normal(size=shape) for shape in ((N, M), (N, D), (D, M), (M,)))
        made = [np.array(part) for part in candidate(dZ, X, W)]
        assert [part.shape for part in made] == [(N, D), (D, M), (M,)], "shapes"
        for _ in range(12):
            for k, place in enumerate((X, W, b)):
                way = draw.normal(size=place.shape)
                ends = []
                for step in (1e-4, -1e-4):
                    moved = [X, W, b]
                    moved[k] = place + step * way
                    ends.append(np.sum(dZ * affine_forward(*moved)))
                slope = (ends[0] - ends[1]) / 2e-4
                assert abs(slope - np.sum(made[k] * way)) < 1e-6 * (1 + abs(slope)), "slope along a direction"


@variant("test_affine_backward")
def many_small_layers(candidate):
    """Twelve random layers of random shapes against one line each, and an answer at the end."""
    draw = np.random.default_rng(7)
    for _ in range(12):
        N, D, M = draw.integers(1, 5, size=3)
        dZ, X, W = draw.standard_normal((N, M)), draw.standard_normal((N, D)), draw.standard_normal((D, M))
        dX, dW, db = candidate(dZ=dZ, X=X, W=W)
        if dX.shape != X.shape or dW.shape != W.shape or db.shape != (M,):
            raise ValueError("a shape")
        if abs(dX - dZ.dot(W.T)).max() > 1e-8 or abs(dW - X.T.dot(dZ)).max() > 1e-8 or abs(db - dZ.sum(0)).max() > 1e-8:
            raise ValueError("a number")
    return True


@variant("test_cross_entropy")
def against_a_stable_formula(candidate):
    """A stable formula of one's own, on small, large and integer logits."""

    def right(Z, y):
        Z = np.asarray(Z, dtype=float)
        top = Z.max(axis=1)
        total = top + np.log(np.exp(Z - top[:, None]).sum(axis=1))
        dZ = np.exp(Z - total[:, None])
        dZ[range(len(y)), y] -= 1.0
        return (total - Z[range(len(y)), y]).mean(), dZ / len(y)

    draw = np.random.default_rng(4)
    for N, C in ((1, 2), (1, 5), (4, 3), (6, 6)):
        for Z in (draw.normal(size=(N, C)), 400 * draw.normal(size=(N, C)).clip(-2.4, 2.4), draw.integers(-3, 4, (N, C))):
            y = draw.permutation(np.arange(N) % C)
            loss, dZ = candidate(Z, y)
            want, slopes = right(Z, y)
            assert np.ndim(loss) == 0 and np.shape(dZ) == Z.shape
            assert np.isclose(loss, want, rtol=1e-10, atol=1e-10), "loss"
            assert np.allclose(dZ, slopes, rtol=0, atol=1e-10), "dZ"
    assert np.isclose(candidate(np.array([[1000.0, 0.0]]), np.array([1]))[0], 1000.0), "a gap of 1000"


@variant("test_cross_entropy")
def by_laws_and_slopes(candidate):
    """Measured slopes of the candidate's own loss, and laws: moving a row changes nothing, samples average, equal logits give log C."""
    draw = np.random.default_rng(6)
    assert same(candidate(np.zeros((3, 7)), np.array([0, 1, 6]))[0], np.log(7), 1e-9), "log C"
    Z, y = draw.normal(size=(2, 3)), np.array([2, 1])
    loss, dZ = candidate(Z, y)
    for way in draw.normal(size=(3, 2, 3)):
        ends = [float(candidate(Z + step * way, y)[0]) for step in (1e-5, -1e-5)]
        assert abs((ends[0] - ends[1]) / 2e-5 - np.sum(dZ * way)) < 1e-7, "the slope along a direction"
    alone = [float(candidate(Z[[n]], y[[n]])[0]) for n in range(2)]
    assert same(loss, np.mean(alone), 1e-9), "average"
    ahead = np.array([[0.0, 0.0, np.log(6)]])  # three quarters for the right class
    assert same(candidate(ahead, y[:1])[0], np.log(4 / 3), 1e-9), "a share of three quarters"
    for part, again in zip((loss, dZ), candidate(Z + np.array([[990.0], [-990.0]]), y)):
        assert same(again, part, 1e-9), "moved rows"
    loss, dZ = candidate(np.array([[900, 0, -900]]), np.array([2]))
    assert same(loss, 1800.0, 1e-12) and same(dZ, np.array([[1.0, 0.0, -1.0]]), 1e-9), "large, and integers"
    loss, dZ = candidate(np.array([[1, 1]]), np.array([1]))
    assert same(dZ, np.array([[0.5, -0.5]]), 1e-9), "halves from integers"


@variant("test_cross_entropy")
def by_hand_only(candidate):
    """Worked numbers: logarithms of small fractions, labels out of order, one sample, huge gaps, integers."""
    cases = [
        (np.log([[1.0, 3.0], [6.0, 2.0]]), [1, 0], np.log(4 / 3), [[1 / 8, -1 / 8], [-1 / 8, 1 / 8]]),
        (np.log([[1.0, 2.0, 5.0]]), [1], np.log(4), [[1 / 8, -3 / 4, 5 / 8]]),
        (np.log([[1.0, 2.0, 5.0], [2.0, 4.0, 2.0]]), [2, 0], (np.log(8 / 5) + np.log(4)) / 2, [[1 / 16, 1 / 8, -3 / 16], [-3 / 8, 1 / 4, 1 / 8]]),
        (np.array([[0, 0, 0, 0]]), [3], np.log(4), [[1 / 4, 1 / 4, 1 / 4, -3 / 4]]),
        (np.array([[1000.0, -1000.0], [-1000.0, -1000.0]]), [1, 0], (2000 + np.log(2)) / 2, [[1 / 2, -1 / 2], [-1 / 4, 1 / 4]]),
    ]
    for Z, y, loss, dZ in cases:
        result = candidate(np.array(Z), np.array(y))
        assert len(result) == 2
        np.testing.assert_allclose(result[0], loss, rtol=1e-9)
        assert np.shape(result[0]) == ()
        np.testing.assert_allclose(result[1], dZ, atol=1e-9)
        assert np.shape(result[1]) == np.shape(dZ)


@variant("test_cross_entropy")
def with_exact_fractions(candidate):
    """Random whole weights: their logarithms are the logits, and every share is a fraction; then very large gaps."""
    from fractions import Fraction

    draw = np.random.default_rng(10)
    for N, C in ((1, 3), (4, 4), (5, 2)):
        weights = draw.integers(1, 10, (N, C))
        y = (np.arange(N) * 3 + 1) % C
        loss, dZ = candidate(Z=np.log(weights), y=y)
        shares = [[Fraction(int(w), int(row.sum())) for w in row] for row in weights]
        want = [[float((share - (c == label)) / N) for c, share in enumerate(row)] for row, label in zip(shares, y)]
        assert same(dZ, np.array(want), 1e-9)
        assert same(loss, -sum(np.log(float(row[label])) for row, label in zip(shares, y)) / N, 1e-9)
    for gap in (50, 150, 700, 999):
        loss, dZ = candidate(np.array([[gap, 0], [-gap, 0]]), np.array([1, 1]))
        assert same(loss, gap / 2, 1e-9), "a gap"
        assert same(dZ, np.array([[0.5, -0.5], [0.0, 0.0]]), 1e-9), "slopes at a gap"
        low = candidate(np.array([[0.0, 0.0], [-gap, -gap - 0.5]]), np.array([0, 1]))[0]
        assert same(low, (np.log(2) + np.log(1 + np.exp(0.5))) / 2, 1e-9), "a row far below"
    whole, y = np.array([[1, 2], [0, 2]]), np.array([0, 1])
    assert same(candidate(whole, y)[1], candidate(whole + 0.0, y)[1], 1e-12)


@variant("smallest_suite")
def by_bit_masks(caught):
    """Suites as numbers, compared by size and then by their tests."""
    T = len(caught)
    goal = set(np.flatnonzero(np.any(caught, axis=0)).tolist())
    sets = [set(np.flatnonzero(row).tolist()) for row in caught]
    suites = []
    for mask in range(2**T):
        chosen = tuple(t for t in range(T) if mask >> t & 1)
        if set().union(*(sets[t] for t in chosen)) == goal:
            suites.append((len(chosen), chosen))
    return min(suites)[1]


@variant("smallest_suite")
def with_integers(caught):
    """Sums instead of any, a chain of all suites in order of size."""
    import itertools

    table = np.asarray(caught, dtype=int)
    total = np.minimum(table.sum(axis=0), 1)
    every = itertools.chain.from_iterable(itertools.combinations(range(table.shape[0]), size) for size in range(table.shape[0] + 1))
    return next(suite for suite in every if np.all(table[list(suite), :].sum(axis=0) >= total))


@variant("smallest_suite")
def one_test_more_each_time(caught):
    """Suites grow by one test at a time, always by a later one; a list comes back."""
    need = caught[:, caught.any(axis=0)]
    level = [[]]
    while level:
        for suite in level:
            if not need.size or (suite and need[suite].max(axis=0).all()):
                return suite
        level = [[*suite, t] for suite in level for t in range(suite[-1] + 1 if suite else 0, len(need))]


@variant("smallest_suite")
def by_recursion(caught):
    """With the first test or without it; the shorter suite wins, and of equals the earlier one."""

    def best(t, missing):
        if not missing:
            return ()
        if t == len(caught):
            return None
        here = {k for k in missing if caught[t, k]}
        with_it = best(t + 1, missing - here) if here else None
        without = best(t + 1, missing)
        options = [(t, *with_it)] if with_it is not None else []
        options += [without] if without is not None else []
        return min(options, key=lambda suite: (len(suite), suite)) if options else None

    return best(0, frozenset(k for k in range(caught.shape[1]) if caught[:, k].any()))
