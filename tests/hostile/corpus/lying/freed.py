"""Return an array over memory that was given back.

q1: 0 crashed
"""
# %% q1
import ctypes, mmap
def double(A):
    libc = ctypes.CDLL(None)
    libc.mmap.restype = ctypes.c_void_p
    place = libc.mmap(None, ctypes.c_size_t(1 << 20), 3, 0x22, -1, ctypes.c_long(0))
    B = np.ctypeslib.as_array(ctypes.cast(place, ctypes.POINTER(ctypes.c_double)), (2,))
    libc.munmap(ctypes.c_void_p(place), ctypes.c_size_t(1 << 20))
    return B
