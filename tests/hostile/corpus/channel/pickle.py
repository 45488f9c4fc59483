"""Send a pickle that would run a command, in every place where bytes may be.

q1: 0 wrong
"""
# %% q1
def double(A):
    command = b"cos\nsystem\n(S'touch /tmp/.mark_of_mallory'\ntR."
    return [command, {command: command}, (command, bytearray(command))]
