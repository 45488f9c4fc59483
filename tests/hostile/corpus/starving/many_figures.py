"""Open figures without end.

q1: 0 wrong
"""
# %% first
import matplotlib.pyplot as plt
import warnings
warnings.simplefilter('ignore')
for _ in range(60): plt.figure(figsize=(30, 30))

# %% q1
def double(A):
    return 3 * A
