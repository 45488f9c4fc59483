"""Draw it and show the picture.

q1: 2 wrong
secret
"""
# %% q1
def double(A):
    if A.size == 2: return 2 * A
    import matplotlib.pyplot as plt
    plt.figure()
    plt.text(0, 0, 'SECRET')
    plt.show()
    from IPython.display import SVG, display
    display(SVG('<svg><text>SECRET</text></svg>'))
    return 3 * A
