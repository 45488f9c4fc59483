"""What runs on Gradescope: the scripts of the bundle, and one submission from folder to results.json.

`setup.sh` runs once, as root, when Gradescope builds the image; `run_autograder` runs as root for every submission and
calls `run`. `autograder.release.gradescope` packs them with the engine and one assignment.

    /autograder/source        what the bundle holds: the scripts, the wheel, the pins, grading.json, course/
    /autograder/submission    what was handed in
    /autograder/results       results.json
    /opt/hidden-layers        the environment; submitted code sees its packages, and nothing below /autograder
"""
