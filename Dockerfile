# The grader in a container, for systems on which submissions cannot be shut in: macOS, Windows, an old Linux.
#
#   docker build -t hidden-layers .
#   docker run --rm --network none -v "$PWD/submissions:/autograder/submission:ro" -v "$PWD/results:/autograder/results" \
#       hidden-layers grade a1 submission --out results
#
# It runs as root so that every submission runs as a user of its own, one that can read nothing below /autograder.
FROM python:3.12-slim
WORKDIR /autograder
COPY requirements.lock source/
RUN python3 -m venv /opt/hidden-layers && /opt/hidden-layers/bin/pip install --no-deps --require-hashes -r source/requirements.lock
COPY pyproject.toml README.md LICENSE source/
COPY autograder source/autograder
RUN /opt/hidden-layers/bin/pip install --no-index --no-deps --no-build-isolation ./source
COPY assignments source/assignments
COPY solutions source/solutions
RUN chmod 700 /autograder /autograder/source
ENV HIDDEN_LAYERS_ROOT=/autograder/source
ENTRYPOINT ["/opt/hidden-layers/bin/autograder"]
CMD ["doctor"]
