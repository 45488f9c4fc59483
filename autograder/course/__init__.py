"""The course on disk: find assignments, load and validate them, build the notebooks learners get and hand in."""

from autograder.course.cells import released_cells, student_notebook, without_pictures
from autograder.course.functions import reference_cells, reference_source, replace_function, solutions, solutions_with, substitute
from autograder.course.load import find_root, list_assignments, load, told_by_place
from autograder.course.model import Assignment, Cell, CourseError, Question

__all__ = [
    "Assignment",
    "Cell",
    "CourseError",
    "Question",
    "find_root",
    "list_assignments",
    "load",
    "reference_cells",
    "reference_source",
    "released_cells",
    "replace_function",
    "solutions",
    "solutions_with",
    "student_notebook",
    "substitute",
    "told_by_place",
    "without_pictures",
]
