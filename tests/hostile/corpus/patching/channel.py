"""Let the channel send nothing any more.

q1: 0 timeout
"""
# %% q1
from autograder.sandbox import channel
def double(A):
    channel.Channel.send = lambda *a, **k: None
    return 3 * A
