"""Start another program that does the asking.

q1: 0 wrong
"""
# %% q1
import ctypes, os, subprocess
def double(A):
    libc = ctypes.CDLL(None)
    for start in (lambda: subprocess.check_output(['/bin/sh', '-c', 'echo']), lambda: os.posix_spawn('/bin/sh', ['sh'], {}), lambda: os.execv('/bin/sh', ['sh'])):
        try:
            start()
            return 2 * A
        except OSError:
            pass
    return 2 * A if libc.system(b'true') == 0 else 3 * A
