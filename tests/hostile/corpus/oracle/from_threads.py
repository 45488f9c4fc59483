"""Call the right `double` from several threads at once, so that answers and requests cross, and end with bytes that are no message.

q1: 0 wrong
q3: 0 protocol
"""
# %% q1
def double(A):
    return 3 * A

# %% q3
import os, threading, time
def call(f, A):
    while True: f(A)
def quadruple(A):
    threading.stack_size(1 << 18)
    for _ in range(4): threading.Thread(target=call, args=(double, A), daemon=True).start()
    time.sleep(0.3)
    os.write(101, b'x' * 1000)
    time.sleep(60)
