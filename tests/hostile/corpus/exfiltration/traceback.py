"""Put it into the names of code, files and lines of a traceback.

q1: 2 raised
secret
"""
# %% q1
def double(A):
    if A.size == 2: return 2 * A
    exec(compile('\n' * int(A.size) + 'raise ValueError', 'SECRET.py', 'exec'))
