# %% [markdown]
# # t1 Tiny: "quotes", C:\new and größer
# An assignment that only tests use. It holds everything that has ever confused Otter.

# %% tags=["setup"]
import matplotlib.pyplot as plt
import numpy as np

# %% [markdown] question="q1" points=0 functions="start"
# ## Start here
# Make the check pass: return 1.

# %% tags=["stub"]
def start():
    """Return 1."""
    raise NotImplementedError("q1: write start")

# %% [markdown] question="q2" points=5.5 functions="double"
# ## Double it
# Every entry of `A` times two, $Z = 2A$ with $\frac{Z}{2} = A$. Quotes here: """, ''' and a backslash \.

# %% tags=["stub"]
def double(A):
    """Twice `A`, same shape.

    A: any shape. Example: double([1, 2]) is [2, 4]. '''Both''' kinds of quotes, and a \\ are in here.
    """
    raise NotImplementedError("q2: write double")

# %% tags=["picture"]
figure, axes = plt.subplots(figsize=(2, 1.5))
axes.plot(double(np.arange(4.0)))
print(object())
plt.show()

# %% [markdown] question="q3" points=4 functions="shift" builds_on="double"
# ## Shift it

# %% tags=["stub"]
def shift(A, by):
    """Twice `A`, plus `by`."""
    raise NotImplementedError("q3: write shift")

# %% [markdown] question="q4" points=3 manual=true
# ## Say why

# %% [markdown] tags=["answer"]
# Type your answer here.
