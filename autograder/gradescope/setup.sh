#!/usr/bin/env bash
# Run by Gradescope as root when it builds the image: shut what nobody else may read, install the grader, try it.
set -euo pipefail
umask 022
source=/autograder/source
environment=/opt/hidden-layers

chown -R 0:0 "$source"
chmod -R go= "$source"

python=""
find_python() {
    for name in python3 python3.14 python3.13 python3.12 python3.11; do
        if "$name" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            python=$name
            return
        fi
    done
}
find_python
if [ -z "$python" ]; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update
    for version in 3.12 3.11; do
        apt-get install -y "python$version" "python$version-venv" && break
    done
    find_python
fi
if [ -z "$python" ]; then
    echo "The grader needs Python 3.11 or newer with venv, and this image offers none: choose a newer base image." >&2
    exit 1
fi

# The packages are read by submitted code, as a user who owns nothing: they lie outside /autograder, open to all.
"$python" -m venv "$environment"
"$environment/bin/pip" install --no-index --no-deps "$source"/*.whl
"$environment/bin/pip" install --no-deps --require-hashes -r "$source/requirements.lock"
"$environment/bin/python" -I -m autograder.gradescope.run --check
