"""Grading: from files handed in to verdicts that last.

One submission: `environment`, `replay`, `known_mistakes`, `grade_one`, with `verdicts` as the result. Many: `intake`
(with `names`, `archive`, `notebook_json`, `limits`), `basis` (what grades rest on), `store`, `agenda` (what is left to
do), `schedule`, `crew` and `workshop` (threads of this machine), `processes` (one for each of many threads; with
`agent_process`, `agent`), `cluster` (with `bundle`, `cluster_worker`: workers elsewhere). For others: `feedback` (what may
be said), `otter_results` (Gradescope's file, written by the objects in
`otter_objects`).
"""
