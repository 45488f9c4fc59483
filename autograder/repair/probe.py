"""What runs where the learner's code runs: one call with a hole in the code, to look at what is there or to fill it.

`PROBE` is code that defines `_times`, `_look` and `_fill`, for a session or for a namespace that has the learner's other functions. Whatever it
says is a learner's word: from it follows which expressions are tried in full, and no more.
"""

from __future__ import annotations

PROBE = '''
def _look(source, function, cases, leaves, most):
    """For the first hits of a hole in some calls: (call, what the leaves are); None for what cannot be said."""
    names, seen, codes, busy = dict(globals()), [], [], []
    for leaf in leaves:
        try:
            codes.append(compile(leaf, "<leaf>", "eval"))
        except (SyntaxError, ValueError):
            codes.append(None)

    def valued(code, scope):
        try:
            return _plain(eval(code, names, scope))
        except Exception:
            return None

    def _hole(scope, own):
        if not busy and len(seen) < most and sum(one[0] == number for one in seen) <= most // 2:
            busy.append(True)  # leaves may call the function itself
            seen.append([number, [valued(code, scope) if code else None for code in codes]])
            busy.clear()
        return own()

    names["_hole"] = _hole
    exec(compile(source, "<holed>", "exec"), names)
    for number, case in enumerate(cases):
        try:
            names[function](*_copied(case))
        except Exception:
            pass
    return seen


def _times(function, cases):
    """How long each call of the learner's own code takes."""
    import time

    taken = []
    for case in cases:
        given, began = _copied(case), time.perf_counter()
        try:
            globals()[function](*given)
        except Exception:
            pass
        taken.append(time.perf_counter() - began)
    return taken


def _fill(source, function, case, texts):
    """What the function returns in one call, by what fills the hole; None where it raises."""
    names, results, filler = dict(globals()), [], [None]
    codes = globals().setdefault("_codes", {})
    names["_hole"] = lambda scope, own: eval(filler[0], names, scope)
    exec(compile(source, "<holed>", "exec"), names)
    for text in texts:
        try:
            filler[0] = codes.get(text) or codes.setdefault(text, compile(text, "<filled>", "eval"))
            results.append(_copied(names[function](*_copied(case))))
        except Exception:
            results.append(None)
    return results


def _plain(value):
    import numpy

    if isinstance(value, numpy.ndarray):
        return value.copy() if value.dtype.kind in "biuf" and value.size <= 4000 else None
    return value if isinstance(value, (bool, int, float, numpy.number, numpy.bool_)) and abs(value) < 1e300 else None


def _copied(value):
    import copy
    import numpy

    if isinstance(value, numpy.ndarray):
        return value.copy()
    if type(value) in (list, tuple):
        return type(value)([_copied(one) for one in value])
    if type(value) is dict:
        return {key: _copied(one) for key, one in value.items()}
    return copy.deepcopy(value) if type(value).__name__ == "Generator" else value
'''
