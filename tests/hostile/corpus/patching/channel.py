"""Let the channel send nothing any more.

q1: 0 timeout
"""
# %% q1
from autograder.sandbox import inner_channel
def double(A):
    inner_channel.InnerChannel.send = lambda *a, **k: None
    return 3 * A
