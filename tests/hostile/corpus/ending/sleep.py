"""Never answer.

q1: 0 timeout
"""
# %% q1
def double(A):
    import time
    time.sleep(1000)
