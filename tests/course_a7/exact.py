"""Region counts in rational arithmetic, without any tolerance: the oracle for nets whose weights are small fractions."""

from fractions import Fraction
from itertools import combinations


def rational(values):
    """Nested lists of fractions from an array; a float is a fraction exactly."""
    values = values.tolist() if hasattr(values, "tolist") else values
    return [rational(value) for value in values] if isinstance(values, list) else Fraction(values)


def arrangement(W, b):
    """Regions of lines in the plane: 1 + different lines + for every meeting point the number of its lines minus one."""
    lines = set()
    for w1, w2, shift in zip(*rational(W), rational(b)):
        lead = w1 or w2
        if lead:
            lines.add((w1 / lead, w2 / lead, shift / lead))
    through = {}
    for (a, b1, c), (d, e, f) in combinations(lines, 2):
        det = a * e - b1 * d
        if det:
            through.setdefault(((b1 * f - c * e) / det, (c * d - a * f) / det), set()).update(((a, b1, c), (d, e, f)))
    return 1 + len(lines) + sum(len(members) - 1 for members in through.values())


def halves(P, line):
    """The parts of a polygon with line <= 0 and line >= 0; None where there is no area."""
    a, b, c = line
    height = [a * x + b * y + c for x, y in P]
    if all(h >= 0 for h in height) and any(height):
        return None, P
    if all(h <= 0 for h in height):
        return P, None
    low, high = [], []
    for i, (x, y) in enumerate(P):
        j = (i + 1) % len(P)
        if height[i] <= 0:
            low.append((x, y))
        if height[i] >= 0:
            high.append((x, y))
        if height[i] * height[j] < 0:
            t = height[i] / (height[i] - height[j])
            point = (x + t * (P[j][0] - x), y + t * (P[j][1] - y))
            low.append(point)
            high.append(point)
    return low, high


def deep(net, low, high):
    """The number of regions of a net with two inputs inside a square; which neurons are on is kept from the cuts."""
    low, high = Fraction(low), Fraction(high)
    one, zero = Fraction(1), Fraction(0)
    cells = [([(low, low), (high, low), (high, high), (low, high)], [(one, zero, zero), (zero, one, zero)])]
    for W, b in net[:-1]:
        W, b = rational(W), rational(b)
        finer = []
        for P, rows in cells:
            pre = [
                tuple(sum(W[i][j] * rows[i][m] for i in range(len(rows))) + (b[j] if m == 2 else 0) for m in range(3)) for j in range(len(b))
            ]
            parts = [(P, [])]
            for line in pre:
                parts = [(half, [*on, k]) for Q, on in parts for k, half in enumerate(halves(Q, line)) if half is not None]
            finer += [(Q, [line if k else (zero,) * 3 for line, k in zip(pre, on)]) for Q, on in parts]
        cells = finer
    return len(cells)


def interval(net, low, high):
    """The number of regions of a net with one input between low and high."""
    pieces = [(Fraction(low), Fraction(high), [Fraction(1)], [Fraction(0)])]
    for W, b in net[:-1]:
        W, b = rational(W), rational(b)
        finer = []
        for left, right, a, c in pieces:
            slope = [sum(p * W[i][j] for i, p in enumerate(a)) for j in range(len(b))]
            shift = [sum(p * W[i][j] for i, p in enumerate(c)) + b[j] for j in range(len(b))]
            ends = sorted({left, right, *(-q / p for p, q in zip(slope, shift) if p and left < -q / p < right)})
            for start, end in zip(ends, ends[1:]):
                on = [p * (start + end) / 2 + q > 0 for p, q in zip(slope, shift)]
                finer.append((start, end, [p * o for p, o in zip(slope, on)], [q * o for q, o in zip(shift, on)]))
        pieces = finer
    return len(pieces)
