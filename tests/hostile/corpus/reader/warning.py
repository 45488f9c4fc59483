"""Warn with markup, from a file whose name is markup."""
# %% last
import warnings
warnings.warn_explicit('<script>alert(1)</script>\x1b[2J', type('<b>', (UserWarning,), {}), '<script>.py', 1)
exec(compile('1 / 0', '<img src=x onerror=alert(1)>', 'exec'))
