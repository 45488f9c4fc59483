"""Write what template engines and formatters take for an instruction.

q1: 0 raised
"""
# %% q1
def double(A):
    raise ValueError("{{ 7 * 7 }} {% for x in ().__class__.__base__.__subclasses__() %} ${7*7} %(name)s %s {0.__class__} #{7*7} <%= 7 %> {x!r} \\N{DEGREE SIGN}")

# %% last
print("{{ 7 * 7 }} {{ basis.__class__ }} {% include '/etc/passwd' %}")
