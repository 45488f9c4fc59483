"""Ask somebody outside.

q1: 0 raised
"""
# %% q1
def double(A):
    import socket
    socket.create_connection(('1.1.1.1', 53), 1)
    return 2 * A
