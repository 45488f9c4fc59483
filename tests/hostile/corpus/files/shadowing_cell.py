"""Write modules named like libraries from a cell, before anything is imported."""
# %% first
for name in ('numpy', 'json', 'msgpack', 'random', 'autograder', 'otter', 'sitecustomize'):
    open(name + '.py', 'w').write('raise SystemExit')
import importlib
importlib.invalidate_caches()
