"""Wrong implementations of spurious_pixel that learners write, each with hints on three levels: a question, the rule, where to look."""

from autograder.checking import mistake

LAB = "q12, the warning, and the experiment below the question."


@mistake(
    "spurious_pixel",
    hints=(
        "Did you look at what goes with the class in the images, or at what the network goes by?",
        "A pixel can go with a class in every image and leave the network cold: change it, and see whether the outputs care.",
        LAB,
    ),
)
def what_stands_out():
    """The pixel whose brightness differs most between the class and the others; the network does not go by it."""
    return 0, 2, 3


@mistake(
    "spurious_pixel",
    hints=(
        "What does the network say if you make this pixel brighter in an image of another class?",
        "What goes together in the images need not be what the network uses: only interfering tells the two apart.",
        LAB,
    ),
)
def a_stamp():
    """A pixel that is bright in every image of the class; the network does not go by it."""
    return 1, 5, 3


@mistake(
    "spurious_pixel",
    hints=(
        "How much accuracy is lost when this pixel is shuffled among the images?",
        "An instrument that asks the network gives this pixel no more than its neighbours.",
        LAB,
    ),
)
def another_stamp():
    """A pixel at the edge that is bright in every image of the class; the network does not go by it."""
    return 3, 7, 3


@mistake(
    "spurious_pixel",
    hints=(
        "Which of your two numbers counts lines from the top?",
        "Pixel (row, column) is entry 8 row + column of an image.",
        LAB,
    ),
)
def column_first():
    """Row and column are exchanged."""
    return 1, 6, 3


@mistake(
    "spurious_pixel",
    hints=(
        "What is the number of the first row?",
        "Rows, columns and classes count from 0.",
        LAB,
    ),
)
def counted_from_one_on():
    """Rows and columns are counted from 1."""
    return 7, 2, 3


@mistake(
    "spurious_pixel",
    hints=(
        "The right pixel: to which output does it add?",
        "Make the pixel brighter in images of all classes, and see which output rises.",
        LAB,
    ),
)
def a_class_that_loses():
    """The right pixel with the class that loses by it."""
    return 6, 1, 0


@mistake(
    "spurious_pixel",
    hints=(
        "How does an entry of 0 to 63 become a row and a column?",
        "Pixel (row, column) is entry 8 row + column of an image.",
        LAB,
    ),
)
def number_of_the_pixel():
    """The number of the pixel is given in place of its row and column."""
    return 49, 3


@mistake(
    "spurious_pixel",
    hints=(
        "Is this the answer of a measurement, or the example in the docstring?",
        "The docstring shows the form of an answer; the numbers in it are made up.",
        LAB,
    ),
)
def the_example():
    """The example in the docstring is returned."""
    return 0, 7, 2


@mistake(
    "spurious_pixel",
    hints=(
        "Would another image of the same class point to the same pixel?",
        "Where shapes can be anywhere, a pixel is bright often, but no single one decides: look for one that matters for every image.",
        LAB,
    ),
)
def most_often_part_of_a_ring():
    """The pixel that is part of a ring most often."""
    return 3, 4, 3


@mistake(
    "spurious_pixel",
    hints=(
        "The right pixel: does a brighter one raise this output or lower it?",
        "The network recognises the class whose output rises; sizes without signs mislead.",
        LAB,
    ),
)
def class_pushed_down():
    """The right pixel, with the class whose output it lowers most."""
    return 6, 1, 2


@mistake(
    "spurious_pixel",
    hints=(
        "The right pixel: what becomes of each of the four outputs if you make it brighter?",
        "One output rises much more than the others: that is the class.",
        LAB,
    ),
)
def yet_another_class():
    """The right pixel, with a class that it hardly touches."""
    return 6, 1, 1


@mistake(
    "spurious_pixel",
    hints=(
        "What is the number of the first class?",
        "Classes are 0 to 3, as in y.",
        LAB,
    ),
)
def classes_from_one():
    """Classes are counted from 1."""
    return 6, 1, 4


@mistake(
    "spurious_pixel",
    hints=(
        "Which numbers has the pixel in the top left corner, in your way of counting?",
        "Rows and columns are 0 to 7, classes 0 to 3.",
        LAB,
    ),
)
def all_counted_from_one():
    """Rows, columns and classes are all counted from 1."""
    return 7, 2, 4


@mistake(
    "spurious_pixel",
    hints=(
        "Where is row 0 of an image?",
        "Row 0 is at the top, as in an array that is printed.",
        LAB,
    ),
)
def rows_from_below():
    """Rows are counted from the bottom."""
    return 1, 1, 3
