"""Wrong implementations of a1 that learners do write, each with three hints: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

from .reference import decompose_affine, relu, rotation


@mistake(
    "count_parameters",
    hints=(
        "Which numbers of a layer are not in W?",
        "Every output neuron learns one number more than it has inputs.",
        "The worked number of q1 counts them one neuron at a time.",
    ),
)
def weights_only(D, M):
    """The biases are not counted."""
    return D * M


@mistake(
    "count_parameters",
    hints=(
        "Does a bias belong to an input or to a neuron?",
        "There are as many biases as there are outputs.",
        "The row for b in the notation table gives its shape.",
    ),
)
def one_bias_per_input(D, M):
    """One bias is counted for every input instead of every output."""
    return D * M + D


@mistake(
    "affine_forward",
    hints=(
        "What should the layer return when all inputs are 0?",
        "A sample of zeros goes to the bias.",
        "The worked number of q2 has one more step after the three sums.",
    ),
)
def forgets_the_bias(X, W, b):
    """The bias is not added."""
    return X @ W


@mistake(
    "affine_forward",
    hints=(
        "Is there one bias for every sample or one for every neuron?",
        "Every row of the result gets the same bias.",
        "The row for b in the notation table gives its shape.",
    ),
)
def bias_for_every_row(X, W, b):
    """The bias is added to every column instead of every row."""
    return X @ W + b.reshape(-1, 1)


@mistake(
    "affine_forward",
    hints=(
        "Which axis of W is as long as a sample?",
        "In a product the inner lengths have to agree; with rows as samples W needs no transpose.",
        "The row for W in the notation table says what its rows and columns are.",
    ),
)
def weights_transposed(X, W, b):
    """W is transposed before the product."""
    return X @ W.T + b


@mistake(
    "affine_forward",
    hints=(
        "Which of numpy's two products multiplies entry by entry?",
        "Every output is a sum over all inputs, so the product has to be one of matrices.",
        "The worked number of q2 adds two products for each output.",
    ),
)
def entry_by_entry_product(X, W, b):
    """The product is taken entry by entry instead of as a product of matrices."""
    return X * W + b


@mistake(
    "affine_forward",
    hints=(
        "Which sign has the bias in the formula?",
        "A positive bias makes the output larger.",
        "The last step in the worked number of q2.",
    ),
)
def bias_subtracted(X, W, b):
    """The bias is subtracted instead of added."""
    return X @ W - b


@mistake(
    "affine_forward",
    hints=(
        "Is the bias multiplied by the weights?",
        "The weights act on the inputs, the bias on what comes out.",
        "The shape of b in the notation table: it fits the outputs, not the inputs.",
    ),
)
def bias_before_the_weights(X, W, b):
    """The bias is added to the inputs, before the weights."""
    return (X + b) @ W


@mistake(
    "affine_forward",
    hints=(
        "How many rows should come back for a batch of four?",
        "Every sample of the batch gets a row of its own in the result.",
        "The line `Returns` in the docstring of q2.",
    ),
)
def first_row_only(X, W, b):
    """Only the first sample of the batch is computed."""
    return X[0] @ W + b


@mistake(
    "affine_forward",
    hints=(
        "How often is the bias added to one output?",
        "The sum runs over the inputs; the bias is not part of what is repeated.",
        "In the worked number of q2 each bias appears once.",
    ),
)
def bias_for_every_input(X, W, b):
    """The bias is added once for every input."""
    return sum(np.outer(X[:, d], W[d]) + b for d in range(X.shape[1]))


@mistake(
    "affine_forward",
    hints=(
        "How many digits does a float32 keep?",
        "The course computes in float64, which keeps about 16 digits.",
        "The conventions at the top of the notebook name the type of number.",
    ),
)
def rounds_to_float32(X, W, b):
    """The numbers are rounded to float32 on the way."""
    return (X.astype(np.float32) @ W.astype(np.float32) + b.astype(np.float32)).astype(float)


@mistake(
    "affine_forward",
    hints=(
        "Is b the same after the call as before?",
        "A function leaves its inputs as they are, their shapes included.",
        "The conventions at the top of the notebook say what a function may do to its inputs.",
    ),
)
def reshapes_its_input(X, W, b):
    """The bias is given another shape in place."""
    b.shape = (1, -1)
    return X @ W + b


@mistake(
    "affine_forward",
    hints=(
        "How many biases does one output get?",
        "Every output adds its own bias and no other.",
        "The last step in the worked number of q2.",
    ),
)
def sum_of_all_biases(X, W, b):
    """The sum of all biases is added to every output."""
    return X @ W + np.sum(b)


@mistake(
    "affine_forward",
    hints=(
        "Does the second output get the first bias?",
        "Output m adds entry m of b.",
        "The last step in the worked number of q2.",
    ),
)
def first_bias_for_all(X, W, b):
    """The first bias is added to every output."""
    return X @ W + b[0]


@mistake(
    "affine_forward",
    hints=(
        "Does a sample's output change when other samples stand in the batch?",
        "Every row is computed alone; nothing is averaged in a forward pass.",
        "The formula in the docstring of q2.",
    ),
)
def averaged_over_the_batch(X, W, b):
    """The product is divided by the number of samples."""
    return X @ W / len(X) + b


@mistake(
    "affine_forward",
    hints=(
        "How many products does one output add up?",
        "All D inputs take part; range(D) already ends before D.",
        "The worked number of q2 adds up one product per input.",
    ),
)
def last_input_left_out(X, W, b):
    """The sum over the inputs ends one too early."""
    Z = np.zeros((X.shape[0], W.shape[1]))
    for d in range(X.shape[1] - 1):
        Z += np.outer(X[:, d], W[d])
    return Z + b


@mistake(
    "affine_forward",
    hints=(
        "Which index has the first input?",
        "All D inputs take part, and Python counts them from 0.",
        "The worked number of q2 adds up one product per input.",
    ),
)
def first_input_left_out(X, W, b):
    """The sum over the inputs starts at index 1, so the first input is left out."""
    return X[:, 1:] @ W[1:] + b


@mistake(
    "affine_forward",
    hints=(
        "What happens to the earlier products when the next one is computed?",
        "Every output is a sum over all inputs: each product is added to the ones before it.",
        "The worked number of q2 adds up one product per input.",
    ),
)
def last_product_only(X, W, b):
    """The products are not added up: only the last one is kept."""
    return np.outer(X[:, -1], W[-1]) + b


@mistake(
    "affine_forward",
    hints=(
        "How often does the bias appear in the formula?",
        "Every output adds its bias once.",
        "The last step in the worked number of q2.",
    ),
)
def bias_added_twice(X, W, b):
    """The bias is added twice."""
    return X @ W + b + b


@mistake(
    "affine_forward",
    hints=(
        "Which rows of the result contain the bias?",
        "The same bias is added in every row of the batch.",
        "The formula in the docstring of q2 says which rows get b.",
    ),
)
def bias_for_the_first_sample_only(X, W, b):
    """Only the first sample gets the bias."""
    Z = X @ W
    Z[:1] = Z[:1] + b
    return Z


@mistake(
    "affine_forward",
    hints=(
        "Which shape should the result have for a batch of one sample?",
        "The result has two axes, also when one of them has length 1.",
        "The line `Returns` in the docstring of q2.",
    ),
)
def lost_axes_of_one(X, W, b):
    """Axes of length one are dropped, so that a single sample or a single output loses its axis."""
    return np.squeeze(X @ W + b)


@mistake(
    "affine_forward",
    hints=(
        "What happens to 0.5 when it is written into an array of integers?",
        "An array keeps its type: what is filled into whole numbers loses its fraction.",
        "The conventions at the top of the notebook name the type of number.",
    ),
)
def filled_into_whole_numbers(X, W, b):
    """The result is written into an array of integers, which cuts the fractions off."""
    Z = np.zeros((X.shape[0], W.shape[1]), dtype=int)
    for i in range(len(X)):
        Z[i] = X[i] @ W + b
    return Z


@mistake(
    "affine_forward",
    hints=(
        "Which type has your result when X holds whole numbers and W does not?",
        "The result is a float also where the inputs are whole numbers.",
        "The conventions at the top of the notebook name the type of number.",
    ),
)
def type_taken_from_the_inputs(X, W, b):
    """The result gets the type of X, so that whole numbers in X cut the fractions off."""
    Z = np.zeros((X.shape[0], W.shape[1]), dtype=X.dtype)
    for i in range(len(X)):
        Z[i] = X[i] @ W + b
    return Z


@mistake(
    "affine_forward",
    hints=(
        "May an output of this function be negative?",
        "This is the layer before its activation; ReLU comes in a later question.",
        "The first sentence of the docstring of q2.",
    ),
)
def relu_at_once(X, W, b):
    """ReLU is applied as well."""
    return np.maximum(X @ W + b, 0)


@mistake(
    "affine_forward",
    hints=(
        "Does a sample stand in a row or in a column of your result?",
        "Samples stay rows: the first axis of the result is that of X.",
        "The line `Returns` in the docstring of q2.",
    ),
)
def samples_in_columns(X, W, b):
    """The result has one column per sample instead of one row."""
    return (X @ W + b).T


@mistake(
    "affine_forward",
    hints=(
        "Which row of the longer W does the column of ones meet?",
        "With the bias written into W, the ones have to stand where the row of biases stands.",
        "The formula in the docstring of q2.",
    ),
)
def ones_on_the_wrong_side(X, W, b):
    """The ones for the bias stand in front of the inputs, but the biases below the weights."""
    return np.hstack([np.ones((len(X), 1)), X]) @ np.vstack([W, b])


@mistake(
    "affine_forward",
    hints=(
        "Do the numbers of a column of W stay together?",
        "reshape cuts the numbers into new rows in reading order; only a transpose turns columns into rows.",
        "The row for W in the notation table says what its rows and columns are.",
    ),
)
def reshaped_weights(X, W, b):
    """W is brought into its other shape by reshape where a transpose is meant."""
    return np.inner(X, W.reshape(W.shape[::-1])) + b


@mistake(
    "affine_forward",
    hints=(
        "What tells your function whether W needs a transpose?",
        "W always has one column per output neuron, also when it is square.",
        "The row for W in the notation table.",
    ),
)
def transposed_where_square(X, W, b):
    """W is transposed where it has as many rows as columns."""
    return X @ (W.T if W.shape[0] == W.shape[1] else W) + b


@mistake(
    "from_columns",
    hints=(
        "Which shape does W need so that a row of D numbers can be multiplied with it?",
        "The article puts one neuron in each row, this course puts one neuron in each column.",
        "The two rows for W and W_seed in the notation table.",
    ),
)
def left_as_it_is(W_seed, b):
    """W_seed is returned as it is."""
    return W_seed, b


@mistake(
    "from_columns",
    hints=(
        "Do rows become columns, or are the numbers only cut into rows of another length?",
        "Weight d of neuron m stays weight d of neuron m; only its place changes.",
        "Compare the second row of W in the worked number of q3.",
    ),
)
def reshaped_only(W_seed, b):
    """The numbers are reshaped, not transposed."""
    return W_seed.reshape(W_seed.shape[::-1]), b


@mistake(
    "from_columns",
    hints=(
        "Should the new layer undo the old one, or do the same?",
        "Both layers give the same numbers, so no weight changes its value.",
        "The worked number of q3: the same six weights stand in both matrices.",
    ),
)
def inverts_the_layer(W_seed, b):
    """The matrix is inverted instead of rewritten."""
    return np.linalg.pinv(W_seed), b


@mistake(
    "from_columns",
    hints=(
        "What happens to the bias when points are written as rows?",
        "The bias is added in both ways of writing.",
        "The two formulas at the start of q3.",
    ),
)
def bias_negated(W_seed, b):
    """The sign of the bias is changed."""
    return W_seed.T, -b


@mistake(
    "from_columns",
    hints=(
        "In which order are the two results asked for?",
        "The weights come first, the bias second.",
        "The line `Returns` in the docstring of q3.",
    ),
)
def bias_first(W_seed, b):
    """The two results come in the wrong order."""
    return b, W_seed.T


@mistake(
    "from_columns",
    hints=(
        "How many things does the function return?",
        "A layer is two arrays: both are returned, as a tuple.",
        "The line `Returns` in the docstring of q3.",
    ),
)
def bias_left_out(W_seed, b):
    """Only the matrix is returned."""
    return W_seed.T


@mistake(
    "from_columns",
    hints=(
        "Does the first neuron stay the first?",
        "Neurons keep their order; nothing is turned or mirrored but rows and columns trade places.",
        "Compare the order of the columns in the worked number of q3.",
    ),
)
def turned_by_a_quarter(W_seed, b):
    """The matrix is turned by a quarter instead of transposed."""
    return np.rot90(W_seed), b


@mistake(
    "from_columns",
    hints=(
        "Can b be added to every row of a (N, M) array in this shape?",
        "With samples as rows the bias has one axis.",
        "The row for b in the notation table gives its shape.",
    ),
)
def bias_as_a_column(W_seed, b):
    """The bias is returned as a column."""
    return W_seed.T, b[:, np.newaxis]


@mistake(
    "from_columns",
    hints=(
        "Can you see from its shape whether a square matrix is already the right one?",
        "Rows and columns trade places whatever the shape.",
        "The two rows for W and W_seed in the notation table.",
    ),
)
def squares_left_alone(W_seed, b):
    """A square matrix is not transposed."""
    return (W_seed if W_seed.shape[0] == W_seed.shape[1] else W_seed.T), b


@mistake(
    "from_columns",
    hints=(
        "Which shape has W for a single input or a single output?",
        "W always has two axes, also when one of them has length 1.",
        "The line `Returns` in the docstring of q3.",
    ),
)
def single_rows_lose_an_axis(W_seed, b):
    """Axes of length one are dropped from the matrix."""
    return np.squeeze(W_seed.T), b


@mistake(
    "from_columns",
    hints=(
        "Do the weights change their sign when points are written as rows?",
        "Both layers give the same numbers, so no weight changes its value.",
        "The worked number of q3: the same six weights stand in both matrices.",
    ),
)
def weights_negated(W_seed, b):
    """The sign of the weights is changed."""
    return -W_seed.T, b


@mistake(
    "from_columns",
    hints=(
        "Is a weight of 0.5 still there in your result?",
        "Only the places of the weights change, none of their values.",
        "The conventions at the top of the notebook name the type of number.",
    ),
)
def weights_as_whole_numbers(W_seed, b):
    """The weights lose their fractions."""
    return W_seed.T.astype(int), b


@mistake(
    "from_columns",
    hints=(
        "How many axes has b?",
        "b has one axis before and after; numpy adds it to every row as it is.",
        "The line `Returns` in the docstring of q3.",
    ),
)
def bias_as_a_row(W_seed, b):
    """The bias is returned as a row with two axes."""
    return W_seed.T, b.reshape(1, -1)


@mistake(
    "from_columns",
    hints=(
        "Which column of W belongs to the first neuron?",
        "Neuron m stays neuron m: its weights stand in column m.",
        "Compare the columns in the worked number of q3 with the rows of the example.",
    ),
)
def neurons_in_reverse(W_seed, b):
    """The neurons come in the reverse order."""
    return W_seed[::-1].T, b


@mistake(
    "from_columns",
    hints=(
        "Does the first weight of the first neuron stand first in your matrix?",
        "A transpose keeps the order of rows and of columns; nothing is counted backwards.",
        "The worked number of q3.",
    ),
)
def both_axes_reversed(W_seed, b):
    """The matrix is turned upside down as well as transposed."""
    return W_seed[::-1, ::-1].T, b[::-1]


@mistake(
    "from_columns",
    hints=(
        "Is a weight changed by the bias?",
        "The bias stays a list of its own beside the matrix.",
        "The two formulas at the start of q3.",
    ),
)
def bias_written_into_the_matrix(W_seed, b):
    """The bias is added to the weights."""
    return W_seed.T + b, b


@mistake(
    "rotation",
    hints=(
        "Where does (1, 0) go when it turns by 30 degrees counter-clockwise: above or below axis 1?",
        "Counter-clockwise, (1, 0) turns towards (0, 1).",
        "The worked number of q4 follows both unit vectors.",
    ),
)
def clockwise(degrees):
    """The turn is clockwise."""
    a = np.deg2rad(degrees)
    return np.array([[np.cos(a), np.sin(a)], [-np.sin(a), np.cos(a)]])


@mistake(
    "rotation",
    hints=(
        "In which unit do numpy's sine and cosine take an angle?",
        "np.sin and np.cos work in radians; a half turn is pi radians.",
        "The paragraph on units in q4.",
    ),
)
def degrees_taken_as_radians(degrees):
    """Degrees are used as if they were radians."""
    return np.array([[np.cos(degrees), -np.sin(degrees)], [np.sin(degrees), np.cos(degrees)]])


@mistake(
    "rotation",
    hints=(
        "Should 180 degrees become about 3 or about 10000?",
        "A half turn is 180 degrees or pi radians, so the number of radians is the smaller one.",
        "The paragraph on units in q4.",
    ),
)
def converted_the_wrong_way(degrees):
    """The angle is converted from radians to degrees instead of the other way."""
    a = np.rad2deg(degrees)
    return np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]])


@mistake(
    "rotation",
    hints=(
        "Which matrix leaves every point where it is, and do you get it for 0 degrees?",
        "At 0 degrees every cosine is 1 and every sine is 0.",
        "The worked number of q4: which of the two numbers is on the diagonal?",
    ),
)
def sine_and_cosine_swapped(degrees):
    """Sine and cosine are exchanged."""
    a = np.deg2rad(degrees)
    return np.array([[np.sin(a), -np.cos(a)], [np.cos(a), np.sin(a)]])


@mistake(
    "rotation",
    hints=(
        "Does your matrix keep the length of (0, 1)?",
        "The two columns of a rotation are perpendicular: their product adds up to 0.",
        "The signs in the worked number of q4.",
    ),
)
def minus_sign_lost(degrees):
    """The minus sign is missing, so the result is no rotation."""
    a = np.deg2rad(degrees)
    return np.array([[np.cos(a), np.sin(a)], [np.sin(a), np.cos(a)]])


@mistake(
    "rotation",
    hints=(
        "What is the determinant of your matrix?",
        "A rotation has determinant +1; a mirror has -1.",
        "The second column in the worked number of q4.",
    ),
)
def mirror_instead_of_turn(degrees):
    """The matrix is a reflection."""
    a = np.deg2rad(degrees)
    return np.array([[np.cos(a), np.sin(a)], [np.sin(a), -np.cos(a)]])


@mistake(
    "rotation",
    hints=(
        "Where does your matrix for 90 degrees take (1, 0)?",
        "A full turn is 360 degrees or 2 pi radians.",
        "The paragraph on units in q4.",
    ),
)
def half_the_angle(degrees):
    """The turn is only half as large as asked for."""
    a = np.pi * degrees / 360
    return np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]])


@mistake(
    "rotation",
    hints=(
        "How many digits does your matrix keep?",
        "The text shows six digits to be short; the function keeps all of them.",
        "The conventions at the top of the notebook name the type of number.",
    ),
)
def rounded(degrees):
    """The entries are rounded to six digits."""
    a = np.deg2rad(degrees)
    return np.round(np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]]), 6)


@mistake(
    "rotation",
    hints=(
        "Which sign has the sine of 200 degrees, and which one does your square root give?",
        "A square root is never negative; a sine is negative for half of all angles.",
        "The formula in the docstring of q4: any size and sign of the angle is allowed.",
    ),
)
def sine_from_the_cosine(degrees):
    """The sine is taken from the cosine, so that it is never negative."""
    c = np.cos(np.deg2rad(degrees))
    s = np.sqrt(np.maximum(1 - c**2, 0))
    return np.array([[c, -s], [s, c]])


@mistake(
    "rotation",
    hints=(
        "What does your function do for -30 degrees?",
        "A negative angle turns clockwise.",
        "The line on `degrees` in the docstring of q4.",
    ),
)
def sign_of_the_angle_lost(degrees):
    """The sign of the angle is dropped."""
    a = np.deg2rad(np.abs(degrees))
    return np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]])


@mistake(
    "rotation",
    hints=(
        "Are 90 and 90.25 degrees the same turn?",
        "Any number is an angle, fractions included.",
        "The line on `degrees` in the docstring of q4.",
    ),
)
def whole_degrees_only(degrees):
    """The angle is cut to whole degrees."""
    a = np.deg2rad(int(degrees))
    return np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]])


@mistake(
    "rotation",
    hints=(
        "Which angle does your function turn by when it is given 360?",
        "A full turn is 360 degrees or 2 pi radians.",
        "The paragraph on units in q4.",
    ),
)
def four_hundred_to_a_turn(degrees):
    """A full turn is taken to have 400 parts."""
    a = np.pi * degrees / 200
    return np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]])


@mistake(
    "rotation",
    hints=(
        "Does your matrix for 90 degrees make a quarter turn or a half turn?",
        "A half turn is 180 degrees or pi radians.",
        "The paragraph on units in q4.",
    ),
)
def twice_the_angle(degrees):
    """The turn is twice as large as asked for."""
    a = 2 * np.pi * degrees / 180
    return np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]])


@mistake(
    "rotation",
    hints=(
        "How many digits of pi does your function know?",
        "A float keeps about 16 digits; numpy has pi with all of them.",
        "The conventions at the top of the notebook name the type of number.",
    ),
)
def pi_is_short(degrees):
    """pi is taken as 3.14159."""
    a = 3.14159 * degrees / 180
    return np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]])


@mistake(
    "rotation",
    hints=(
        "Which digit of your result is the first that is wrong, and where does your pi end?",
        "A float keeps about 16 digits; numpy has pi with all of them.",
        "The conventions at the top of the notebook name the type of number.",
    ),
)
def pi_is_very_short(degrees):
    """pi is taken as 3.14."""
    a = 3.14 * degrees / 180
    return np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]])


@mistake(
    "rotation",
    hints=(
        "Which matrix do you get for 0 degrees?",
        "At 0 degrees nothing moves: both numbers on the diagonal are 1.",
        "The signs in the worked number of q4.",
    ),
)
def minus_sign_at_the_cosine(degrees):
    """The minus sign stands at a cosine."""
    a = np.deg2rad(degrees)
    return np.array([[-np.cos(a), np.sin(a)], [np.sin(a), np.cos(a)]])


@mistake(
    "rotation",
    hints=(
        "Are 30 and 210 degrees the same turn?",
        "Turns repeat after 360 degrees, not after 180.",
        "The line on `degrees` in the docstring of q4.",
    ),
)
def no_more_than_half_a_turn(degrees):
    """Only what is left of the angle beyond half turns is used."""
    a = np.deg2rad(degrees % 180)
    return np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]])


@mistake(
    "rotation",
    hints=(
        "How many digits of the angle are left when cosine and sine are taken?",
        "The course computes in float64, which keeps about 16 digits.",
        "The conventions at the top of the notebook name the type of number.",
    ),
)
def single_precision_angle(degrees):
    """The angle is rounded to float32."""
    a = np.float32(np.deg2rad(degrees))
    return np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]], dtype=float)


@mistake(
    "make_layer",
    hints=(
        "The product of the three matrices moves columns: what moves rows?",
        "The matrix that acts on rows is not the matrix of the drawing.",
        "What q3 does with a matrix written for columns.",
    ),
)
def still_for_columns(deg1, scales, deg2, shift):
    """The matrix is the one for columns: it is not transposed."""
    return rotation(deg2) @ np.diag(scales) @ rotation(deg1), shift


@mistake(
    "make_layer",
    hints=(
        "Which of the two turns does the point meet first?",
        "In a product of matrices the one nearest to the point acts first.",
        "The formula in the docstring of q5, read from right to left.",
    ),
)
def turns_exchanged(deg1, scales, deg2, shift):
    """The two turns are exchanged."""
    return (rotation(deg1) @ np.diag(scales) @ rotation(deg2)).T, shift


@mistake(
    "make_layer",
    hints=(
        "What becomes of a product when it is transposed?",
        "For rows the steps stand in reading order, and each of the three matrices has to be one for rows.",
        "The paragraph on rows in q5.",
    ),
)
def reading_order_without_transposes(deg1, scales, deg2, shift):
    """The steps stand in reading order, but the rotations are those for columns."""
    return rotation(deg1) @ np.diag(scales) @ rotation(deg2), shift


@mistake(
    "make_layer",
    hints=(
        "Between which two steps are the axes scaled?",
        "First a turn, then the scales, then the other turn.",
        "The formula in the docstring of q5.",
    ),
)
def scales_last(deg1, scales, deg2, shift):
    """The scaling comes after both turns."""
    return (np.diag(scales) @ rotation(deg2) @ rotation(deg1)).T, shift


@mistake(
    "make_layer",
    hints=(
        "Is the first thing that happens to a point a turn?",
        "First a turn, then the scales, then the other turn.",
        "The formula in the docstring of q5: what stands nearest to the point?",
    ),
)
def scales_first(deg1, scales, deg2, shift):
    """The scaling comes before both turns."""
    return (rotation(deg2) @ rotation(deg1) @ np.diag(scales)).T, shift


@mistake(
    "make_layer",
    hints=(
        "How many turns are in the motion?",
        "There is a turn before the scales and another one after them.",
        "The list of steps at the start of q5.",
    ),
)
def second_turn_forgotten(deg1, scales, deg2, shift):
    """The second turn is left out."""
    return (np.diag(scales) @ rotation(deg1)).T, shift


@mistake(
    "make_layer",
    hints=(
        "Is the shift turned and scaled too?",
        "The shift comes last, after everything else has been done to the point.",
        "The list of steps at the start of q5.",
    ),
)
def shift_moved_too(deg1, scales, deg2, shift):
    """The shift is sent through the motion as if it came first."""
    W = (rotation(deg2) @ np.diag(scales) @ rotation(deg1)).T
    return W, shift @ W


@mistake(
    "make_layer",
    hints=(
        "Where should a point at the origin end?",
        "The turns and scales leave the origin where it is; the shift is added.",
        "The worked number of q5.",
    ),
)
def shift_backwards(deg1, scales, deg2, shift):
    """The shift has the wrong sign."""
    return (rotation(deg2) @ np.diag(scales) @ rotation(deg1)).T, -shift


@mistake(
    "make_layer",
    hints=(
        "What should a factor of -1 do to an axis?",
        "A negative factor flips its axis; its sign is part of the motion.",
        "The line on `scales` in the docstring of q5.",
    ),
)
def flips_lost(deg1, scales, deg2, shift):
    """The signs of the scales are dropped."""
    return (rotation(deg2) @ np.diag(np.abs(scales)) @ rotation(deg1)).T, shift


@mistake(
    "make_layer",
    hints=(
        "Which axis does the first factor stretch?",
        "Factor 1 belongs to axis 1, factor 2 to axis 2.",
        "The line on `scales` in the docstring of q5.",
    ),
)
def scales_exchanged(deg1, scales, deg2, shift):
    """The factors of the two axes are exchanged."""
    return (rotation(deg2) @ np.diag(scales[::-1]) @ rotation(deg1)).T, shift


@mistake(
    "make_layer",
    hints=(
        "Is the point turned before it is scaled?",
        "There is a turn before the scales and another one after them.",
        "The list of steps at the start of q5.",
    ),
)
def first_turn_forgotten(deg1, scales, deg2, shift):
    """The first turn is left out."""
    return (rotation(deg2) @ np.diag(scales)).T, shift


@mistake(
    "make_layer",
    hints=(
        "What happens between the two turns?",
        "Between the turns the axes are scaled, each by its own factor.",
        "The list of steps at the start of q5.",
    ),
)
def scales_left_out(deg1, scales, deg2, shift):
    """The scaling is left out."""
    return (rotation(deg2) @ rotation(deg1)).T, shift


@mistake(
    "make_layer",
    hints=(
        "Does your layer move a point at the origin?",
        "The shift is the bias of the layer.",
        "The line `Returns` in the docstring of q5.",
    ),
)
def shift_left_out(deg1, scales, deg2, shift):
    """The shift is replaced by zeros."""
    return (rotation(deg2) @ np.diag(scales) @ rotation(deg1)).T, np.zeros(2)


@mistake(
    "make_layer",
    hints=(
        "Which angle does the second turn use?",
        "The turn before the scales is by deg1, the one after them by deg2.",
        "The formula in the docstring of q5.",
    ),
)
def first_angle_twice(deg1, scales, deg2, shift):
    """Both turns are by the first angle."""
    return (rotation(deg1) @ np.diag(scales) @ rotation(deg1)).T, shift


@mistake(
    "make_layer",
    hints=(
        "Which angle does the first turn use?",
        "The turn before the scales is by deg1, the one after them by deg2.",
        "The formula in the docstring of q5.",
    ),
)
def second_angle_twice(deg1, scales, deg2, shift):
    """Both turns are by the second angle."""
    return (rotation(deg2) @ np.diag(scales) @ rotation(deg2)).T, shift


@mistake(
    "make_layer",
    hints=(
        "In which direction does the second turn go?",
        "Both turns are counter-clockwise for positive angles.",
        "The formula in the docstring of q5: neither angle has a minus sign.",
    ),
)
def second_turn_undone(deg1, scales, deg2, shift):
    """The second turn goes backwards."""
    return (rotation(-deg2) @ np.diag(scales) @ rotation(deg1)).T, shift


@mistake(
    "make_layer",
    hints=(
        "Does your layer lead to the end of the motion, or back to its start?",
        "Transposing a motion is not undoing it: a factor of 2 stays a factor of 2.",
        "The worked number of q5.",
    ),
)
def inverse_motion(deg1, scales, deg2, shift):
    """The layer undoes the motion instead of making it."""
    return np.linalg.pinv(rotation(deg2) @ np.diag(scales) @ rotation(deg1)).T, shift


@mistake(
    "make_layer",
    hints=(
        "Is the shift turned after it was added, or added after the last turn?",
        "The shift comes last, after both turns.",
        "The list of steps at the start of q5.",
    ),
)
def shift_turned_by_the_second_turn(deg1, scales, deg2, shift):
    """The shift is turned by the second turn."""
    return (rotation(deg2) @ np.diag(scales) @ rotation(deg1)).T, rotation(deg2) @ shift


@mistake(
    "make_layer",
    hints=(
        "Do the factors act on the shift?",
        "The shift comes last, after the axes have been scaled.",
        "The list of steps at the start of q5.",
    ),
)
def shift_scaled(deg1, scales, deg2, shift):
    """The shift is multiplied by the scales."""
    return (rotation(deg2) @ np.diag(scales) @ rotation(deg1)).T, scales * shift


@mistake(
    "make_layer",
    hints=(
        "How many axes has b?",
        "A bias has one axis, one number per output.",
        "The line `Returns` in the docstring of q5.",
    ),
)
def shift_as_a_row(deg1, scales, deg2, shift):
    """The shift is returned as a row with two axes."""
    return (rotation(deg2) @ np.diag(scales) @ rotation(deg1)).T, np.reshape(shift, (1, 2))


@mistake(
    "make_layer",
    hints=(
        "Which of the two results comes first, W or b?",
        "The weights come first, the bias second.",
        "The line `Returns` in the docstring of q5.",
    ),
)
def shift_first_in_the_result(deg1, scales, deg2, shift):
    """The two results come in the wrong order."""
    return shift, (rotation(deg2) @ np.diag(scales) @ rotation(deg1)).T


@mistake(
    "make_layer",
    hints=(
        "In which unit do numpy's sine and cosine take an angle?",
        "The angles are given in degrees; the function of q4 already turns by degrees.",
        "The line on angles in the docstring of q5.",
    ),
)
def radians_in_a_rotation_of_its_own(deg1, scales, deg2, shift):
    """The turns take degrees for radians."""
    def turn(a):
        return np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]])

    return (turn(deg2) @ np.diag(scales) @ turn(deg1)).T, shift


@mistake(
    "make_layer",
    hints=(
        "What stands beside the diagonal of the matrix that scales the axes?",
        "Scaling along an axis leaves the other coordinate alone: beside the diagonal there are zeros.",
        "The formula in the docstring of q5.",
    ),
)
def scales_in_a_full_matrix(deg1, scales, deg2, shift):
    """The factors stand in a full matrix instead of on the diagonal of one."""
    return (rotation(deg2) @ np.outer(scales, scales) @ rotation(deg1)).T, shift


@mistake(
    "decompose_affine",
    hints=(
        "What are the determinants of the two outer factors?",
        "An orthogonal matrix with determinant -1 is a mirror, not a turn; np.linalg.svd may return one or two of them.",
        "The mirror in the worked number of q6: which of the three factors carries the minus sign?",
    ),
)
def reflections_left_in(W):
    """The factors of the SVD are returned as they are, reflections included."""
    U, s, Vt = np.linalg.svd(np.asarray(W, dtype=float).T)
    return U, np.diag(s), Vt


@mistake(
    "decompose_affine",
    hints=(
        "Does your product give W or W.T?",
        "The factors move points of a drawing, which are columns; W moves rows.",
        "The formula in the docstring of q6.",
    ),
)
def of_the_rows(W):
    """W is taken apart instead of W.T."""
    U, s, Vt = np.linalg.svd(np.asarray(W, dtype=float))
    du, dv = round(np.linalg.det(U)), round(np.linalg.det(Vt))
    R2, S, R1 = U * [1, du], np.diag(s * [1, du * dv]), Vt * [[1], [dv]]
    return R2, S, R1


@mistake(
    "decompose_affine",
    hints=(
        "Which shape has the middle factor?",
        "All three factors are matrices; np.linalg.svd gives the stretches as a list of two numbers.",
        "The line `Returns` in the docstring of q6.",
    ),
)
def stretches_as_a_vector(W):
    """S is returned as a vector instead of a matrix."""
    U, s, Vt = np.linalg.svd(np.asarray(W, dtype=float).T)
    du, dv = round(np.linalg.det(U)), round(np.linalg.det(Vt))
    R2, S, R1 = U * [1, du], np.diag(s * [1, du * dv]), Vt * [[1], [dv]]
    return R2, np.diag(S), R1


@mistake(
    "decompose_affine",
    hints=(
        "Do your three factors still multiply back to W.T when W mirrors?",
        "Who takes a minus sign out of one factor has to put it into another.",
        "The paragraph on mirrors in q6.",
    ),
)
def sign_dropped(W):
    """Reflections are made rotations, but S does not take over the sign."""
    U, s, Vt = np.linalg.svd(np.asarray(W, dtype=float).T)
    if np.linalg.det(U) < 0:
        U = U @ np.diag([1.0, -1.0])
    if np.linalg.det(Vt) < 0:
        Vt = np.diag([1.0, -1.0]) @ Vt
    return U, np.diag(s), Vt


@mistake(
    "decompose_affine",
    hints=(
        "Which of the two outer factors is the mirror when det W < 0, and is there never one when det W > 0?",
        "Each of the two outer factors can be a mirror: look at both, whatever the sign of det W.",
        "The prediction after q6 counts both cases.",
    ),
)
def only_one_factor_looked_at(W):
    """The left factor is flipped when det W is negative, whichever factor is the reflection."""
    U, s, Vt = np.linalg.svd(np.asarray(W, dtype=float).T)
    S = np.diag(s)
    if np.linalg.det(W) < 0:
        U, S = U @ np.diag([1.0, -1.0]), np.diag([1.0, -1.0]) @ S
    return U, S, Vt


@mistake(
    "decompose_affine",
    hints=(
        "What does np.linalg.svd return third, V or its transpose?",
        "The three results of np.linalg.svd multiply back to its argument just as they are.",
        "The paragraph on numpy in q6.",
    ),
)
def third_factor_transposed(W):
    """The third factor of the SVD is transposed once too often."""
    U, s, Vt = np.linalg.svd(np.asarray(W, dtype=float).T)
    du, dv = round(np.linalg.det(U)), round(np.linalg.det(Vt))
    R2, S, R1 = U * [1, du], np.diag(s * [1, du * dv]), Vt * [[1], [dv]]
    return R2, S, R1.T


@mistake(
    "decompose_affine",
    hints=(
        "In which order should the three factors come back?",
        "The factor that acts last on a point comes first in the product and in the result.",
        "The line `Returns` in the docstring of q6.",
    ),
)
def factors_in_the_wrong_order(W):
    """The two rotations are exchanged in the result."""
    U, s, Vt = np.linalg.svd(np.asarray(W, dtype=float).T)
    du, dv = round(np.linalg.det(U)), round(np.linalg.det(Vt))
    R2, S, R1 = U * [1, du], np.diag(s * [1, du * dv]), Vt * [[1], [dv]]
    return R1, S, R2


@mistake(
    "decompose_affine",
    hints=(
        "Is the stretch of a direction an eigenvalue of M.T @ M, or something smaller?",
        "M.T @ M applies the stretch twice.",
        "Compare with 1.5 and 0.8, the stretches in the text of q6.",
    ),
)
def stretches_squared(W):
    """S holds the squares of the singular values."""
    U, s, Vt = np.linalg.svd(np.asarray(W, dtype=float).T)
    du, dv = round(np.linalg.det(U)), round(np.linalg.det(Vt))
    R2, S, R1 = U * [1, du], np.diag(s * [1, du * dv]), Vt * [[1], [dv]]
    return R2, S @ np.abs(S), R1


@mistake(
    "decompose_affine",
    hints=(
        "What does your function divide by when W squashes the plane onto a line?",
        "A stretch can be 0. The rotations still exist; they are not found by dividing by that stretch.",
        "The first line after the formula in the docstring of q6 says which matrices are allowed.",
    ),
)
def divides_by_a_stretch(W):
    """One rotation is found by dividing by the stretches, which fails when one of them is 0."""
    M = np.asarray(W, dtype=float).T
    R1 = np.linalg.svd(M)[2]
    R1 = R1 * [[1], [round(np.linalg.det(R1))]]
    images = M @ R1.T
    lengths = np.sqrt((images**2).sum(axis=0)) * np.array([1.0, np.sign(np.linalg.det(M))])
    with np.errstate(divide="ignore", invalid="ignore"):
        return images / lengths, np.diag(lengths), R1


@mistake(
    "decompose_affine",
    hints=(
        "Is your middle factor diagonal?",
        "A turn and a symmetric stretch are two factors; the symmetric one has to be taken apart once more.",
        "The properties of S in the docstring of q6.",
    ),
)
def turn_and_symmetric_stretch(W):
    """The polar decomposition is returned: its middle factor is symmetric, not diagonal."""
    U, s, Vt = np.linalg.svd(np.asarray(W, dtype=float).T)
    du, dv = round(np.linalg.det(U)), round(np.linalg.det(Vt))
    R2, S, R1 = U * [1, du], np.diag(s * [1, du * dv]), Vt * [[1], [dv]]
    return R2 @ R1, R1.T @ S @ R1, np.eye(2)


@mistake(
    "decompose_affine",
    hints=(
        "What is the determinant of your R1?",
        "Each of the two outer factors can be a mirror: look at both.",
        "The line on R1 and R2 in the docstring of q6.",
    ),
)
def left_factor_only(W):
    """Only the left factor of the SVD is made a rotation."""
    U, s, Vt = np.linalg.svd(np.asarray(W, dtype=float).T)
    S = np.diag(s)
    if np.linalg.det(U) < 0:
        U, S = U @ np.diag([1.0, -1.0]), np.diag([1.0, -1.0]) @ S
    return U, S, Vt


@mistake(
    "decompose_affine",
    hints=(
        "What is the determinant of your R2?",
        "Each of the two outer factors can be a mirror: look at both.",
        "The line on R1 and R2 in the docstring of q6.",
    ),
)
def right_factor_only(W):
    """Only the right factor of the SVD is made a rotation."""
    U, s, Vt = np.linalg.svd(np.asarray(W, dtype=float).T)
    S = np.diag(s)
    if np.linalg.det(Vt) < 0:
        S, Vt = S @ np.diag([1.0, -1.0]), np.diag([1.0, -1.0]) @ Vt
    return U, S, Vt


@mistake(
    "decompose_affine",
    hints=(
        "What becomes of S when both outer factors change a sign?",
        "Every change of sign goes into S: two of them cancel.",
        "The paragraph on mirrors in q6.",
    ),
)
def two_signs_make_one_minus(W):
    """Where both factors are mirrors S gets one minus sign instead of two, which cancel."""
    U, s, Vt = np.linalg.svd(np.asarray(W, dtype=float).T)
    S = np.diag(s)
    left, right = np.linalg.det(U) < 0, np.linalg.det(Vt) < 0
    if left:
        U = U * [1.0, -1.0]
    if right:
        Vt = Vt * [[1.0], [-1.0]]
    if left or right:
        S[1, 1] = -S[1, 1]
    return U, S, Vt


@mistake(
    "decompose_affine",
    hints=(
        "Where does the sign go that you take out of the third factor?",
        "Who takes a minus sign out of one factor has to put it into another, on both sides.",
        "The paragraph on mirrors in q6.",
    ),
)
def sign_of_the_right_factor_lost(W):
    """The sign taken out of the right factor goes nowhere."""
    U, s, Vt = np.linalg.svd(np.asarray(W, dtype=float).T)
    S = np.diag(s)
    if np.linalg.det(U) < 0:
        U, S = U @ np.diag([1.0, -1.0]), np.diag([1.0, -1.0]) @ S
    if np.linalg.det(Vt) < 0:
        Vt = np.diag([1.0, -1.0]) @ Vt
    return U, S, Vt


@mistake(
    "decompose_affine",
    hints=(
        "Where does the sign go that you take out of the first factor?",
        "Who takes a minus sign out of one factor has to put it into another, on both sides.",
        "The paragraph on mirrors in q6.",
    ),
)
def sign_of_the_left_factor_lost(W):
    """The sign taken out of the left factor goes nowhere."""
    U, s, Vt = np.linalg.svd(np.asarray(W, dtype=float).T)
    S = np.diag(s)
    if np.linalg.det(U) < 0:
        U = U @ np.diag([1.0, -1.0])
    if np.linalg.det(Vt) < 0:
        S, Vt = S @ np.diag([1.0, -1.0]), np.diag([1.0, -1.0]) @ Vt
    return U, S, Vt


@mistake(
    "decompose_affine",
    hints=(
        "Which entry of S belongs to the column whose sign you changed?",
        "Column k of the left factor, entry k of S and row k of the right factor belong together.",
        "The paragraph on mirrors in q6.",
    ),
)
def sign_on_the_other_axis(W):
    """The sign is taken from one axis of a rotation and given to the other axis of S."""
    U, s, Vt = np.linalg.svd(np.asarray(W, dtype=float).T)
    S = np.diag(s)
    if np.linalg.det(U) < 0:
        U, S = U @ np.diag([1.0, -1.0]), np.diag([-1.0, 1.0]) @ S
    if np.linalg.det(Vt) < 0:
        S, Vt = S @ np.diag([-1.0, 1.0]), np.diag([1.0, -1.0]) @ Vt
    return U, S, Vt


@mistake(
    "decompose_affine",
    hints=(
        "Are the eigenvectors of your matrix perpendicular?",
        "Eigenvectors of a matrix that is not symmetric are not perpendicular, so they are no rotation; stretches are singular values.",
        "The properties of R1 and R2 in the docstring of q6.",
    ),
)
def eigenvectors_for_turns(W):
    """Eigenvectors and eigenvalues are used."""
    values, vectors = np.linalg.eig(np.asarray(W, dtype=float).T)
    return vectors, np.diag(values), np.linalg.inv(vectors)


@mistake(
    "decompose_affine",
    hints=(
        "Is what is left a rotation once every row has length 1?",
        "The axes that are stretched have to be turned into place first; the rows of a layer are seldom perpendicular.",
        "The properties of R1 and R2 in the docstring of q6.",
    ),
)
def stretches_are_lengths_of_rows(W):
    """Nothing is turned first: the stretches are the lengths of the rows of W.T."""
    s = np.sqrt((np.asarray(W, dtype=float) ** 2).sum(axis=0))
    return np.eye(2), np.diag(s), W.T / np.where(s == 0, 1.0, s)[:, None]


@mistake(
    "decompose_affine",
    hints=(
        "Do your three factors multiply back to W.T?",
        "The triangular factor of QR has an entry beside the diagonal, which cannot be thrown away.",
        "The properties of S in the docstring of q6.",
    ),
)
def turn_and_triangle(W):
    """Only the diagonal of the triangular factor of a QR decomposition is kept."""
    Q, R = np.linalg.qr(np.asarray(W, dtype=float).T)
    return Q, np.diag(np.diag(R)), np.eye(2)


@mistake(
    "decompose_affine",
    hints=(
        "How many digits do your three factors keep when they are multiplied back?",
        "The course computes in float64, which keeps about 16 digits.",
        "The conventions at the top of the notebook name the type of number.",
    ),
)
def single_precision_factors(W):
    """The factors are computed in float32."""
    U, s, Vt = (part.astype(float) for part in np.linalg.svd(np.asarray(W, dtype=np.float32).T))
    du, dv = np.sign(np.linalg.det(U)), np.sign(np.linalg.det(Vt))
    return U * [1, du], np.diag(s * [1, du * dv]), Vt * [[1], [dv]]


@mistake(
    "relu",
    hints=(
        "Does the array you were given still hold its negative numbers afterwards?",
        "A function leaves its inputs as they are: it writes into a new array or into a copy.",
        "The conventions at the top of the notebook say what a function may do to its inputs.",
    ),
)
def writes_into_its_input(A):
    """The zeros are written into the input."""
    A[A < 0] = 0
    return A


@mistake(
    "relu",
    hints=(
        "What should -2 become?",
        "A negative entry becomes 0, whatever its size.",
        "The worked number of q7.",
    ),
)
def absolute_value(A):
    """Negative entries are made positive instead of 0."""
    return np.abs(A)


@mistake(
    "relu",
    hints=(
        "Should 1.5 come out as 1.5 or as 1?",
        "A positive entry keeps its size.",
        "The worked number of q7.",
    ),
)
def mask_only(A):
    """The result is 1 where the entry is positive, not the entry itself."""
    return (A > 0).astype(float)


@mistake(
    "relu",
    hints=(
        "Does your result have as many entries as the input?",
        "np.max looks for the largest entry along an axis; ReLU treats every entry alone.",
        "The line `Returns` in the docstring of q7.",
    ),
)
def largest_along_an_axis(A):
    """The maximum is taken along an axis instead of entry by entry."""
    return np.max(A, 0)


@mistake(
    "relu",
    hints=(
        "What does a point with one negative coordinate become?",
        "Every entry is treated alone: one negative entry leaves the others as they are.",
        "The picture after q7: points beside the quadrant land on an axis.",
    ),
)
def whole_point_to_zero(A):
    """A point with one negative entry is sent to the origin as a whole."""
    return A * (A > 0).all(axis=-1, keepdims=True)


@mistake(
    "relu",
    hints=(
        "Which side does ReLU keep?",
        "Positive entries stay, negative ones become 0.",
        "The worked number of q7.",
    ),
)
def keeps_the_negative_side(A):
    """The negative entries are kept and the positive ones become 0."""
    return np.minimum(A, 0)


@mistake(
    "relu",
    hints=(
        "What is left of a negative entry?",
        "ReLU has no slope on the negative side; a function that has one is called leaky ReLU.",
        "The formula in the docstring of q7.",
    ),
)
def leaks(A):
    """Negative entries are made small instead of 0."""
    return np.where(A > 0, A, 0.01 * A)


@mistake(
    "relu",
    hints=(
        "Is there a largest value that ReLU can return?",
        "Positive entries stay as they are, large ones too.",
        "The worked number of q7 has an entry larger than 1.",
    ),
)
def capped_at_one(A):
    """Entries larger than 1 are cut to 1."""
    return np.clip(A, 0, 1)


@mistake(
    "relu",
    hints=(
        "Can a whole array be asked whether it is larger than a number?",
        "Python's `if` and `max` want one answer, yes or no, and an array has an answer for each entry.",
        "The formula in the docstring of q7 speaks of every entry.",
    ),
)
def python_max(A):
    """An array is asked as a whole whether it is positive, by Python's max or by an if."""
    return max(0, A)


@mistake(
    "relu",
    hints=(
        "What should 8 become?",
        "Positive entries stay as they are, however large; the variant for telephones ends at 6.",
        "The formula in the docstring of q7.",
    ),
)
def cut_at_six(A):
    """Entries larger than 6 are cut to 6."""
    return np.clip(A, 0, 6)


@mistake(
    "relu",
    hints=(
        "What should 0 become, and what does your function give?",
        "ReLU has a corner at 0 and is exactly 0 on one side of it.",
        "The worked number of q7.",
    ),
)
def smooth_corner(A):
    """Softplus is computed: the corner is rounded off."""
    return np.log1p(np.exp(-np.abs(A))) + np.maximum(A, 0)


@mistake(
    "relu",
    hints=(
        "What should -2 become, and what does an exponential make of it?",
        "Every negative entry becomes 0; ELU keeps a curve there.",
        "The formula in the docstring of q7.",
    ),
)
def exponential_on_the_left(A):
    """The negative side is exp(a) - 1, as in ELU."""
    return np.where(A > 0, A, np.exp(np.minimum(A, 0)) - 1)


@mistake(
    "relu",
    hints=(
        "What should 0.3 become?",
        "Every positive entry stays, small ones too.",
        "The formula in the docstring of q7.",
    ),
)
def cut_at_one_half(A):
    """Positive entries below one half become 0."""
    return np.where(A > 0.5, A, 0.0)


@mistake(
    "relu",
    hints=(
        "With which number do you compare an entry, and what should 0.7 become?",
        "An entry is compared with 0: every positive one stays.",
        "The formula in the docstring of q7.",
    ),
)
def cut_below_one(A):
    """Positive entries up to 1 become 0."""
    return np.where(A > 1, A, 0.0)


@mistake(
    "relu",
    hints=(
        "Is 1e-10 the same as 0?",
        "What is not positive becomes 0 exactly.",
        "The formula in the docstring of q7.",
    ),
)
def never_quite_zero(A):
    """Negative entries become a tiny number instead of 0."""
    return np.maximum(A, 1e-10)


@mistake(
    "relu",
    hints=(
        "Is the result for -2 exactly 0?",
        "What is not positive becomes 0 exactly, without any slope.",
        "The formula in the docstring of q7.",
    ),
)
def leftover_slope(A):
    """A tiny slope is left on the negative side."""
    return np.maximum(A, 1e-10 * A)


@mistake(
    "relu",
    hints=(
        "Should 1.5 come out as 1.5, and which type has the array you write into?",
        "An array of integers keeps no fractions.",
        "The worked number of q7.",
    ),
)
def whole_numbers_only(A):
    """Fractions are cut off."""
    out = np.zeros(A.shape, dtype=int)
    out[A > 0] = A[A > 0]
    return out


@mistake(
    "relu",
    hints=(
        "Which shape has your result when half of the entries are negative?",
        "A mask as an index picks entries; ReLU keeps a place for each.",
        "The line `Returns` in the docstring of q7.",
    ),
)
def negative_entries_dropped(A):
    """The negative entries are left out, and the shape with them."""
    return A[A > 0]


@mistake(
    "relu",
    hints=(
        "Which sign has the result for 1.5?",
        "A positive entry keeps its value.",
        "The worked number of q7.",
    ),
)
def positive_entries_negated(A):
    """The sign of what is kept is changed."""
    return np.maximum(-A, 0)


@mistake(
    "relu",
    hints=(
        "What should 3 become?",
        "A positive entry keeps its size.",
        "The worked number of q7.",
    ),
)
def squared_entries(A):
    """The positive entries are squared."""
    return np.where(A > 0, A * A, 0.0)


@mistake(
    "relu",
    hints=(
        "Is your result an array of its own, or another name for A?",
        "A second name for an array is no copy: what is put back in one is put back in the other.",
        "The conventions at the top of the notebook say what a function may do to its inputs.",
    ),
)
def input_handed_back(A):
    """The argument itself is returned after its numbers were put back."""
    return A


@mistake(
    "quadrant_kind",
    hints=(
        "Which coordinate is 0 for a point on axis 1?",
        "On axis 1 the first coordinate is positive and the second is 0.",
        "The second point in the worked number of q8.",
    ),
)
def axes_exchanged(A):
    """Axis 1 and axis 2 are exchanged."""
    is_zero = relu(A) == 0
    return is_zero[:, 0] + 2 * is_zero[:, 1]


@mistake(
    "quadrant_kind",
    hints=(
        "Is a point with a coordinate of exactly 0 inside the quadrant or on its border?",
        "Inside means that both coordinates are positive; 0 is not positive.",
        "The last point in the worked number of q8.",
    ),
)
def zero_counts_as_inside(A):
    """A coordinate of exactly 0 is counted as positive."""
    return 2 * (A[:, 0] < 0) + (A[:, 1] < 0)


@mistake(
    "quadrant_kind",
    hints=(
        "How do you tell a point on axis 1 from one on axis 2?",
        "It matters which coordinate becomes 0, not only how many do.",
        "The list of the four kinds in q8.",
    ),
)
def counts_zeros(A):
    """The kind is the number of coordinates that become 0."""
    return (relu(A) == 0).sum(axis=1)


@mistake(
    "quadrant_kind",
    hints=(
        "With which number does the list of kinds start?",
        "The kinds run from 0 to 3.",
        "The list of the four kinds in q8.",
    ),
)
def numbered_from_one(A):
    """The kinds are numbered from 1."""
    is_zero = relu(A) == 0
    return 1 + 2 * is_zero[:, 0] + is_zero[:, 1]


@mistake(
    "quadrant_kind",
    hints=(
        "Which type of number is a kind?",
        "A kind is a label, and labels are integers here.",
        "The line `Returns` in the docstring of q8.",
    ),
)
def kinds_as_floats(A):
    """The kinds are floats instead of integers."""
    kind = np.zeros(len(A))
    H = relu(A)
    kind[H[:, 1] == 0] += 1
    kind[H[:, 0] == 0] += 2
    return kind


@mistake(
    "quadrant_kind",
    hints=(
        "Which branch does a point reach whose two coordinates are both negative?",
        "The first condition that holds decides; a point with two negative coordinates meets an earlier one.",
        "The fourth point in the worked number of q8.",
    ),
)
def origin_never_reached(A):
    """Points that land at the origin are taken for points on an axis."""
    return np.where(A[:, 0] <= 0, 2, np.where(A[:, 1] <= 0, 1, 0))


@mistake(
    "quadrant_kind",
    hints=(
        "Are the kinds numbered like the quadrants in school?",
        "The number says where the point lands after ReLU, not in which quadrant it starts.",
        "The list of the four kinds in q8.",
    ),
)
def school_numbers(A):
    """The quadrants are numbered counter-clockwise, as in school."""
    H = relu(A)
    return np.array([(0 if y > 0 else 3) if x > 0 else (1 if y > 0 else 2) for x, y in H])


@mistake(
    "quadrant_kind",
    hints=(
        "How many axes should the result have?",
        "There is one number for each point, so the result has a single axis.",
        "The line `Returns` in the docstring of q8.",
    ),
)
def kinds_as_a_column(A):
    """The kinds are returned as a column."""
    is_zero = relu(A) == 0
    return (2 * is_zero[:, 0] + is_zero[:, 1])[:, np.newaxis]


@mistake(
    "quadrant_kind",
    hints=(
        "Is 1e-9 positive?",
        "A coordinate is positive or it is not; no tolerance is asked for.",
        "The formula in the docstring of q8.",
    ),
)
def nearly_zero_is_zero(A):
    """A very small positive coordinate counts as 0."""
    is_zero = np.isclose(relu(A), 0)
    return 2 * is_zero[:, 0] + is_zero[:, 1]


@mistake(
    "quadrant_kind",
    hints=(
        "Do you look at the second coordinate when the first is positive?",
        "Inside means that both coordinates are positive.",
        "The second point in the worked number of q8.",
    ),
)
def axis_one_never_found(A):
    """Points on axis 1 are counted as inside."""
    return np.where(A[:, 0] > 0, 0, np.where(A[:, 1] > 0, 2, 3))


@mistake(
    "quadrant_kind",
    hints=(
        "Do you look at the second coordinate when the first is not positive?",
        "At the origin neither coordinate is positive.",
        "The third point in the worked number of q8.",
    ),
)
def axis_two_never_found(A):
    """Points on axis 2 are counted as points at the origin."""
    return np.where(A[:, 0] > 0, np.where(A[:, 1] > 0, 0, 1), 3)


@mistake(
    "quadrant_kind",
    hints=(
        "Which number does a point inside the quadrant get?",
        "What is counted are coordinates that become 0, so a point inside gets the smallest number.",
        "The list of the four kinds in q8.",
    ),
)
def counted_from_the_other_end(A):
    """The numbers run the other way: 3 inside and 0 at the origin."""
    stays = relu(A) > 0
    return 2 * stays[:, 0] + stays[:, 1]


@mistake(
    "quadrant_kind",
    hints=(
        "Do you ask the same of both coordinates?",
        "For both coordinates 0 is not positive.",
        "The last point in the worked number of q8.",
    ),
)
def zero_inside_for_the_second(A):
    """A second coordinate of exactly 0 is counted as positive."""
    return 2 * (A[:, 0] <= 0) + (A[:, 1] < 0)


@mistake(
    "quadrant_kind",
    hints=(
        "Is a first coordinate of 0 treated as you treat a second one?",
        "For both coordinates 0 is not positive.",
        "The list of the four kinds in q8.",
    ),
)
def zero_inside_for_the_first(A):
    """A first coordinate of exactly 0 is counted as positive."""
    return 2 * (A[:, 0] < 0) + (A[:, 1] <= 0)


@mistake(
    "quadrant_kind",
    hints=(
        "Where does the point (2, 0) end?",
        "Inside means that both coordinates are positive; a point on the border is on an axis.",
        "The last point in the worked number of q8.",
    ),
)
def corner_counts_as_inside(A):
    """A point with no negative coordinate is counted as inside, though one of them may be 0."""
    x, y = A[:, 0], A[:, 1]
    return np.where((x >= 0) & (y >= 0), 0, np.where(x > 0, 1, np.where(y > 0, 2, 3)))


@mistake(
    "quadrant_kind",
    hints=(
        "Which shape has the result for a batch of one point?",
        "The result has one entry per point, also for a single one.",
        "The line `Returns` in the docstring of q8.",
    ),
)
def one_point_loses_its_axis(A):
    """For a single point a number is returned instead of an array of one."""
    is_zero = relu(A) == 0
    return np.squeeze(2 * is_zero[:, 0] + is_zero[:, 1])


@mistake(
    "quadrant_kind",
    hints=(
        "How many kinds are there?",
        "A point that is not inside lands on axis 1, on axis 2 or at the origin.",
        "The list of the four kinds in q8.",
    ),
)
def inside_or_not(A):
    """Only two kinds are told apart: inside or not."""
    return (~(A > 0).all(axis=1)).astype(int)


@mistake(
    "quadrant_kind",
    hints=(
        "Which kind does a point with one negative coordinate get?",
        "One negative coordinate is enough to leave the quadrant.",
        "The second point in the worked number of q8.",
    ),
)
def whole_point_on_one_side(A):
    """Only points with both coordinates negative are told from the others by both coordinates; a point on an axis is taken for one inside."""
    return np.where((A <= 0).all(axis=1), 3, 0)


@mistake(
    "orthant_fraction",
    hints=(
        "Do you count points or coordinates?",
        "A point is untouched only if every one of its coordinates is positive.",
        "The formula in the docstring of q9.",
    ),
)
def share_of_coordinates(n, samples, rng):
    """The share of positive coordinates is returned, not of untouched points."""
    return float((rng.standard_normal((samples, n)) > 0).mean())


@mistake(
    "orthant_fraction",
    hints=(
        "Is one positive coordinate enough for a point to stay as it is?",
        "A point is untouched only if every one of its coordinates is positive.",
        "The formula in the docstring of q9.",
    ),
)
def any_positive_coordinate(n, samples, rng):
    """Points with at least one positive coordinate are counted."""
    return float((rng.standard_normal((samples, n)) > 0).any(axis=1).mean())


@mistake(
    "orthant_fraction",
    hints=(
        "Which points does ReLU leave untouched, and which does it send to the origin?",
        "Here both kinds are equally likely, but only one of them is asked for.",
        "Kinds 0 and 3 in the list of q8.",
    ),
)
def sent_to_the_origin(n, samples, rng):
    """The points that ReLU sends to the origin are counted."""
    return float((rng.standard_normal((samples, n)) < 0).all(axis=1).mean())


@mistake(
    "orthant_fraction",
    hints=(
        "Does your result change when other points are drawn?",
        "The share is found by trying: it is a number of points divided by the number of points.",
        "The formula in the docstring of q9.",
    ),
)
def formula_without_trying(n, samples, rng):
    """The theoretical value is returned; no point is drawn."""
    return 0.5**n


@mistake(
    "orthant_fraction",
    hints=(
        "Where do your random numbers come from?",
        "Chance comes from the generator that is handed in, so that the caller decides what is repeated.",
        "The row for rng in the notation table.",
    ),
)
def own_generator(n, samples, rng):
    """A generator of its own is made and rng is ignored."""
    rng = np.random.default_rng(0)
    return float((rng.standard_normal((samples, n)) > 0).all(axis=1).mean())


@mistake(
    "orthant_fraction",
    hints=(
        "Can the numbers you draw be negative?",
        "Standard normal numbers are negative half of the time.",
        "The formula in the docstring of q9 names the distribution.",
    ),
)
def uniform_numbers(n, samples, rng):
    """The numbers are drawn between 0 and 1."""
    return float((rng.random((samples, n)) > 0).all(axis=1).mean())


@mistake(
    "orthant_fraction",
    hints=(
        "Is a share larger than 1 possible?",
        "A share is a number of points divided by how many there are.",
        "The formula in the docstring of q9.",
    ),
)
def number_instead_of_share(n, samples, rng):
    """The number of points is returned, not their share."""
    return float((rng.standard_normal((samples, n)) > 0).all(axis=1).sum())


@mistake(
    "orthant_fraction",
    hints=(
        "Along which axis do you ask whether all entries are positive?",
        "The question is asked for every point: over its n coordinates, not over the samples.",
        "The formula in the docstring of q9.",
    ),
)
def asked_along_the_wrong_axis(n, samples, rng):
    """It is asked of every coordinate whether all points are positive there."""
    return float((rng.standard_normal((samples, n)) > 0).all(axis=0).mean())


@mistake(
    "orthant_fraction",
    hints=(
        "How many points did the caller ask for?",
        "The number of points is an argument of the function.",
        "The line on `samples` in the docstring of q9.",
    ),
)
def always_a_thousand(n, samples, rng):
    """A thousand points are drawn whatever is asked for."""
    return float((rng.standard_normal((1000, n)) > 0).all(axis=1).mean())


@mistake(
    "orthant_fraction",
    hints=(
        "Does ReLU leave (3, -1) untouched?",
        "Every coordinate has to be positive; one negative one is enough to be moved.",
        "The formula in the docstring of q9.",
    ),
)
def sum_of_coordinates(n, samples, rng):
    """Points are counted whose coordinates add up to something positive."""
    return float((rng.standard_normal((samples, n)).sum(axis=1) > 0).mean())


@mistake(
    "orthant_fraction",
    hints=(
        "Which sign has the product of two negative coordinates?",
        "Every coordinate has to be positive; two negative ones do not make up for each other.",
        "The formula in the docstring of q9.",
    ),
)
def product_of_coordinates(n, samples, rng):
    """Points are counted whose coordinates have a positive product."""
    return float((rng.standard_normal((samples, n)).prod(axis=1) > 0).mean())


@mistake(
    "orthant_fraction",
    hints=(
        "How many points did you draw, and by how many do you divide?",
        "A share of points is a number of points over a number of points.",
        "The formula in the docstring of q9.",
    ),
)
def divides_by_all_numbers(n, samples, rng):
    """The number of points is divided by the number of coordinates drawn."""
    return float((rng.standard_normal((samples, n)) > 0).all(axis=1).sum() / (samples * n))


@mistake(
    "orthant_fraction",
    hints=(
        "How many digits does your share keep?",
        "The example rounds to be short; the function does not.",
        "The formula in the docstring of q9.",
    ),
)
def rounded_share(n, samples, rng):
    """The share is rounded to two decimals."""
    return round(float((rng.standard_normal((samples, n)) > 0).all(axis=1).mean()), 2)


@mistake(
    "orthant_fraction",
    hints=(
        "How many points do you draw when 5000 are asked for?",
        "Exactly `samples` points are drawn.",
        "The formula in the docstring of q9.",
    ),
)
def no_more_than_a_thousand(n, samples, rng):
    """At most a thousand points are drawn."""
    return float((rng.standard_normal((min(samples, 1000), n)) > 0).all(axis=1).mean())


@mistake(
    "orthant_fraction",
    hints=(
        "How many times does your loop over the coordinates run?",
        "Every point has n coordinates; range(n) already ends before n.",
        "The formula in the docstring of q9.",
    ),
)
def one_axis_too_few(n, samples, rng):
    """One coordinate is never drawn."""
    untouched = np.ones(samples, dtype=bool)
    for _ in range(n - 1):
        untouched &= rng.standard_normal(samples) > 0
    return float(untouched.mean())


@mistake(
    "orthant_fraction",
    hints=(
        "How many coordinates has a point of the plane?",
        "Every point has n coordinates.",
        "The formula in the docstring of q9.",
    ),
)
def one_axis_too_many(n, samples, rng):
    """One coordinate too many is drawn."""
    return float((rng.standard_normal((samples, n + 1)) > 0).all(axis=1).mean())


@mistake(
    "orthant_fraction",
    hints=(
        "Is a point with one negative coordinate counted?",
        "The share is that of the points left untouched.",
        "The first sentence of the docstring of q9.",
    ),
)
def share_that_is_moved(n, samples, rng):
    """The share of the points that ReLU moves is returned."""
    return float(1 - (rng.standard_normal((samples, n)) > 0).all(axis=1).mean())


@mistake(
    "orthant_fraction",
    hints=(
        "Is a point with the coordinates 0.3 and 0.5 in the first quadrant?",
        "Every positive coordinate stays, small ones too.",
        "The formula in the docstring of q9.",
    ),
)
def larger_than_one(n, samples, rng):
    """A coordinate has to be larger than 1 to be counted."""
    return float((rng.standard_normal((samples, n)) > 1).all(axis=1).mean())


@mistake(
    "orthant_fraction",
    hints=(
        "How many points did you draw?",
        "A share is divided by the number of points; nothing is estimated here that needs one less.",
        "The formula in the docstring of q9.",
    ),
)
def divides_by_one_too_few(n, samples, rng):
    """The number of points is divided by one less than their number."""
    return float((rng.standard_normal((samples, n)) > 0).all(axis=1).sum() / (samples - 1))


@mistake(
    "orthant_fraction",
    hints=(
        "How many points does your share speak of?",
        "Every point is counted; the counter goes on from point to point.",
        "The formula in the docstring of q9.",
    ),
)
def nothing_drawn_is_kept(n, samples, rng):
    """The next point overwrites the last: only the last point is asked."""
    points = rng.standard_normal((samples, n))
    return float((points[-1] > 0).all())


@mistake(
    "layer_frames",
    hints=(
        "Where does the second frame start: at H or at the first frame?",
        "Each frame moves the points of the frame before it.",
        "The formula in the docstring of q10.",
    ),
)
def every_frame_from_the_start(H, W, b):
    """Every step is applied to H instead of to the frame before."""
    R2, S, R1 = decompose_affine(W)
    return np.stack([H @ R1.T, H @ S, H @ R2.T, H + b, relu(H + 0.0)])


@mistake(
    "layer_frames",
    hints=(
        "Which points does ReLU get to see: those before or after the shift?",
        "ReLU is the last step and acts on what all the others have done.",
        "The list of the five frames in q10.",
    ),
)
def relu_before_the_shift(H, W, b):
    """The last frame is ReLU of the points before the shift."""
    R2, S, R1 = decompose_affine(W)
    turned = H @ R1.T
    end = turned @ S @ R2.T
    return np.stack([turned, turned @ S, end, end + b, relu(end)])


@mistake(
    "layer_frames",
    hints=(
        "R moves a point written as a column: what moves a row the same way?",
        "Points are rows here. A matrix that stands on the right of rows turns them the other way round.",
        "The paragraph on columns and rows in q4.",
    ),
)
def turns_backwards(H, W, b):
    """The rotations for columns are applied to rows as they are, so both turns go backwards."""
    R2, S, R1 = decompose_affine(W)
    turned = H @ R1
    scaled = turned @ S
    end = scaled @ R2
    return np.stack([turned, scaled, end, end + b, relu(end + b)])


@mistake(
    "layer_frames",
    hints=(
        "Which of the two rotations acts first on a point?",
        "In a product of matrices the one nearest to the point acts first.",
        "The formula in the docstring of q10 says which rotation makes frame 0.",
    ),
)
def last_turn_first(H, W, b):
    """The two rotations are used in the wrong order."""
    R2, S, R1 = decompose_affine(W)
    turned = H @ R2.T
    scaled = turned @ S
    end = scaled @ R1.T
    return np.stack([turned, scaled, end, end + b, relu(end + b)])


@mistake(
    "layer_frames",
    hints=(
        "How often is ReLU applied in one layer?",
        "ReLU comes once, at the end; the frames before it may have negative coordinates.",
        "The list of the five frames in q10.",
    ),
)
def relu_in_every_frame(H, W, b):
    """ReLU is applied in every frame."""
    R2, S, R1 = decompose_affine(W)
    turned = relu(H @ R1.T)
    scaled = relu(turned @ S)
    end = relu(scaled @ R2.T)
    return np.stack([turned, scaled, end, relu(end + b), relu(end + b)])


@mistake(
    "layer_frames",
    hints=(
        "Is the input itself one of the five frames?",
        "The first frame is already turned and the last one is after ReLU.",
        "The list of the five frames in q10.",
    ),
)
def starts_with_the_input(H, W, b):
    """The film starts with the input and ends before ReLU."""
    R2, S, R1 = decompose_affine(W)
    turned = H @ R1.T
    end = turned @ S @ R2.T
    return np.stack([H + 0.0, turned, turned @ S, end, end + b])


@mistake(
    "layer_frames",
    hints=(
        "What is the determinant of the matrix that makes your first frame?",
        "Frames 0 and 2 are turns: they keep the sense of rotation. np.linalg.svd alone does not promise that.",
        "The paragraph on mirrors in q6.",
    ),
)
def film_with_reflections(H, W, b):
    """The factors of the SVD are used as they are, reflections included."""
    R2, s, R1 = np.linalg.svd(np.asarray(W, dtype=float).T)
    turned = H @ R1.T
    scaled = turned * s
    end = scaled @ R2.T
    return np.stack([turned, scaled, end, end + b, relu(end + b)])


@mistake(
    "layer_frames",
    hints=(
        "Are frame 2 and frame 3 different arrays in your result?",
        "`+=` changes an array in place, also where it has been kept under another name.",
        "The list of the five frames in q10: what is the difference between frame 2 and frame 3?",
    ),
)
def shift_spoils_the_frame_before(H, W, b):
    """The shift is added in place, so that frame 2 is shifted too."""
    R2, S, R1 = decompose_affine(W)
    turned = H @ R1.T
    scaled = turned @ S
    end = scaled @ R2.T
    shifted = end
    shifted += b
    return np.stack([turned, scaled, end, shifted, relu(shifted)])


@mistake(
    "layer_frames",
    hints=(
        "Which axis of the result counts the frames?",
        "F[0] should be the whole first frame, with all its points.",
        "The line `Returns` in the docstring of q10.",
    ),
)
def points_before_frames(H, W, b):
    """The axes of frames and points are exchanged."""
    R2, S, R1 = decompose_affine(W)
    turned = H @ R1.T
    end = turned @ S @ R2.T
    return np.stack([turned, turned @ S, end, end + b, relu(end + b)], axis=1)


@mistake(
    "layer_frames",
    hints=(
        "What does your film show for a layer that mirrors?",
        "A negative entry of S flips its axis; the sign belongs to the step that scales.",
        "The paragraph on mirrors in q6.",
    ),
)
def flip_left_out(H, W, b):
    """The scaling step ignores the sign in S."""
    R2, S, R1 = decompose_affine(W)
    turned = H @ R1.T
    scaled = turned @ np.abs(S)
    end = scaled @ R2.T
    return np.stack([turned, scaled, end, end + b, relu(end + b)])


@mistake(
    "layer_frames",
    hints=(
        "Which matrix does decompose_affine take, and which one does it take apart?",
        "decompose_affine takes the layer's W and transposes it itself.",
        "The docstring of q6 and the formula in the docstring of q10.",
    ),
)
def transpose_taken_apart(H, W, b):
    """W.T is handed to decompose_affine instead of W."""
    R2, S, R1 = decompose_affine(W.T)
    turned = H @ R1.T
    end = turned @ S @ R2.T
    return np.stack([turned, turned @ S, end, end + b, relu(end + b)])


@mistake(
    "layer_frames",
    hints=(
        "Do the points of one frame stand in rows?",
        "Samples are rows in every frame.",
        "The line `Returns` in the docstring of q10.",
    ),
)
def points_stay_columns(H, W, b):
    """The points are columns in every frame."""
    R2, S, R1 = decompose_affine(W)
    turned = R1 @ H.T
    end = R2 @ S @ turned
    shifted = end + b[:, None]
    return np.stack([turned, S @ turned, end, shifted, relu(shifted)])


@mistake(
    "layer_frames",
    hints=(
        "Which sign has b in frame 3?",
        "The shift is added.",
        "The formula in the docstring of q10.",
    ),
)
def shift_subtracted(H, W, b):
    """The shift is subtracted."""
    R2, S, R1 = decompose_affine(W)
    turned = H @ R1.T
    end = turned @ S @ R2.T
    return np.stack([turned, turned @ S, end, end - b, relu(end - b)])


@mistake(
    "layer_frames",
    hints=(
        "Can a coordinate of the last frame be negative?",
        "The shift comes before ReLU.",
        "The formula in the docstring of q10.",
    ),
)
def shift_after_relu(H, W, b):
    """ReLU acts on the points before the shift, and the shift is added afterwards."""
    R2, S, R1 = decompose_affine(W)
    turned = H @ R1.T
    end = turned @ S @ R2.T
    return np.stack([turned, turned @ S, end, end + b, relu(end) + b])


@mistake(
    "layer_frames",
    hints=(
        "Do frames 3 and 4 differ where a coordinate is negative?",
        "A frame is an array of its own; changing it in place changes every name it has.",
        "The line `Returns` in the docstring of q10 says what frame 3 is.",
    ),
)
def relu_reaches_the_frame_before(H, W, b):
    """ReLU writes into the array it was given, so that frame 3 is cut too."""
    R2, S, R1 = decompose_affine(W)
    turned = H @ R1.T
    end = turned @ S @ R2.T
    return np.stack([turned, turned @ S, end, relu(end + b), relu(end + b)])


@mistake(
    "layer_frames",
    hints=(
        "Are the first frames different from each other?",
        "Putting an array into a list does not copy it: what is changed later is changed in the list too.",
        "The line `Returns` in the docstring of q10 says what frame 2 is.",
    ),
)
def only_the_last_frame_kept(H, W, b):
    """All frames but the last are one array, changed in place, so that they show the same points."""
    R2, S, R1 = decompose_affine(W)
    shifted = H @ R1.T @ S @ R2.T + b
    return np.stack([shifted, shifted, shifted, shifted, relu(shifted)])


@mistake(
    "layer_frames",
    hints=(
        "Where does the origin lie in frame 0?",
        "The shift is a step of its own, the fourth.",
        "The formula in the docstring of q10.",
    ),
)
def shift_in_every_frame(H, W, b):
    """The shift is added in every frame from the first on."""
    R2, S, R1 = decompose_affine(W)
    turned = H @ R1.T
    end = turned @ S @ R2.T
    return np.stack([turned + b, turned @ S + b, end + b, end + b, relu(end + b)])


@mistake(
    "layer_frames",
    hints=(
        "Is the shift turned?",
        "The shift comes after the second turn.",
        "The formula in the docstring of q10.",
    ),
)
def shift_before_the_turn(H, W, b):
    """The shift is added before the second turn."""
    R2, S, R1 = decompose_affine(W)
    turned = H @ R1.T
    scaled = turned @ S
    shifted = (scaled + b) @ R2.T
    return np.stack([turned, scaled, scaled @ R2.T, shifted, relu(shifted)])


@mistake(
    "layer_frames",
    hints=(
        "Which frame does the film start with?",
        "Frame 0 is the first turn, frame 4 the end.",
        "The formula in the docstring of q10.",
    ),
)
def frames_backwards(H, W, b):
    """The frames come in the reverse order."""
    R2, S, R1 = decompose_affine(W)
    turned = H @ R1.T
    end = turned @ S @ R2.T
    return np.stack([relu(end + b), end + b, end, turned @ S, turned])


@mistake(
    "layer_frames",
    hints=(
        "Are the last two of your frames different?",
        "Frame 4 is ReLU of frame 3.",
        "The formula in the docstring of q10.",
    ),
)
def relu_left_out(H, W, b):
    """The last frame shows the points before ReLU."""
    R2, S, R1 = decompose_affine(W)
    turned = H @ R1.T
    end = turned @ S @ R2.T
    return np.stack([turned, turned @ S, end, end + b, end + b])


@mistake(
    "layer_frames",
    hints=(
        "What does R1 move, rows or columns?",
        "The three factors move points written as columns; rows are multiplied by the transpose.",
        "The paragraph on rows in q5 and the formula in the docstring of q10.",
    ),
)
def first_turn_backwards(H, W, b):
    """The first turn goes backwards: its matrix is used for rows as it is."""
    R2, S, R1 = decompose_affine(W)
    turned = H @ R1
    end = turned @ S @ R2.T
    return np.stack([turned, turned @ S, end, end + b, relu(end + b)])


@mistake(
    "layer_frames",
    hints=(
        "What does R2 move, rows or columns?",
        "The three factors move points written as columns; rows are multiplied by the transpose.",
        "The paragraph on rows in q5 and the formula in the docstring of q10.",
    ),
)
def second_turn_backwards(H, W, b):
    """The second turn goes backwards: its matrix is used for rows as it is."""
    R2, S, R1 = decompose_affine(W)
    turned = H @ R1.T
    end = turned @ S @ R2
    return np.stack([turned, turned @ S, end, end + b, relu(end + b)])


@mistake(
    "layer_frames",
    hints=(
        "Is frame 0 another frame than H?",
        "The scales are singular values, and the axes they act on are reached by a turn.",
        "The formula in the docstring of q10.",
    ),
)
def nothing_is_turned(H, W, b):
    """Nothing is turned: the lengths of the rows of W are taken for the scales."""
    scaled = H * np.sqrt((W**2).sum(axis=1))
    return np.stack([H * 1.0, scaled, H @ W, H @ W + b, relu(H @ W + b)])


@mistake(
    "standardize",
    hints=(
        "By which number is the sum of squares divided?",
        "Here std is the root of the mean over all N rows.",
        "The formula in the docstring of q11.",
    ),
)
def divides_by_n_minus_one(X):
    """The standard deviation divides by N - 1."""
    mean = X.mean(axis=0)
    centred = X - mean
    std = np.sqrt((centred**2).sum(axis=0) / max(len(X) - 1, 1))
    return centred / np.where(std == 0, 1.0, std), mean, std


@mistake(
    "standardize",
    hints=(
        "Is there a mean for every row or for every column?",
        "A column is one feature of all samples; mean and std belong to features.",
        "The line `Returns` in the docstring of q11: how long is mean?",
    ),
)
def row_after_row(X):
    """Every row is standardised instead of every column."""
    mean, std = X.mean(axis=1), X.std(axis=1)
    return (X - mean[:, None]) / np.where(std == 0, 1.0, std)[:, None], mean, std


@mistake(
    "standardize",
    hints=(
        "How many means does an array of three columns have?",
        "Every column has a mean and a std of its own.",
        "The line `Returns` in the docstring of q11.",
    ),
)
def one_mean_for_all(X):
    """One mean and one standard deviation are used for the whole array."""
    mean, std = np.full(X.shape[1], X.mean()), np.full(X.shape[1], X.std())
    return (X - mean) / np.where(std == 0, 1.0, std), mean, std


@mistake(
    "standardize",
    hints=(
        "In which unit is the number you divide by: that of the column, or its square?",
        "The variance is the mean of the squares; the standard deviation is its root.",
        "The worked number of q11.",
    ),
)
def variance_instead_of_std(X):
    """The variance is used instead of the standard deviation."""
    mean, var = X.mean(axis=0), X.var(axis=0)
    return (X - mean) / np.where(var == 0, 1.0, var), mean, var


@mistake(
    "standardize",
    hints=(
        "What is 0 / 0 in numpy?",
        "A constant column has std 0; there is nothing to divide, and its Z is 0.",
        "The middle column in the worked number of q11.",
    ),
)
def nan_for_constant_columns(X):
    """Constant columns give NaN."""
    mean, std = X.mean(axis=0), X.std(axis=0)
    with np.errstate(invalid="ignore", divide="ignore"):
        return (X - mean) / std, mean, std


@mistake(
    "standardize",
    hints=(
        "What is added to std, and is it still small when the column is measured in a large unit?",
        "Nothing is added to std: a column of very small numbers ends with standard deviation 1 too.",
        "The formula in the docstring of q11.",
    ),
)
def something_added_to_std(X):
    """A small number is added to the standard deviation."""
    mean, std = X.mean(axis=0), X.std(axis=0)
    return (X - mean) / (std + 1e-8), mean, std


@mistake(
    "standardize",
    hints=(
        "Does the array you were given still hold its numbers afterwards?",
        "`-=` and `/=` change an array in place; a function leaves its inputs as they are.",
        "The conventions at the top of the notebook say what a function may do to its inputs.",
    ),
)
def shifts_its_input(X):
    """The input is changed in place."""
    mean, std = X.mean(axis=0), X.std(axis=0)
    X -= mean
    X /= np.where(std == 0, 1.0, std)
    return X, mean, std


@mistake(
    "standardize",
    hints=(
        "What is the standard deviation of a column that never changes?",
        "The number you divide by and the std you return may differ for a constant column.",
        "The middle column in the worked number of q11.",
    ),
)
def returns_the_divisor(X):
    """The std returned for a constant column is 1 instead of 0."""
    mean, std = X.mean(axis=0), X.std(axis=0)
    std[std == 0] = 1.0
    return (X - mean) / std, mean, std


@mistake(
    "standardize",
    hints=(
        "What is the standard deviation of the columns you return?",
        "Two things are done to a column: one moves it, the other changes its width.",
        "The formula in the docstring of q11.",
    ),
)
def only_centred(X):
    """The mean is subtracted, but nothing is divided by the standard deviation."""
    mean, std = X.mean(axis=0), X.std(axis=0)
    return X - mean, mean, std


@mistake(
    "standardize",
    hints=(
        "Where do the smallest and the largest entry of your columns lie?",
        "Standardised columns have mean 0; columns squeezed between 0 and 1 do not.",
        "The formula in the docstring of q11.",
    ),
)
def between_zero_and_one(X):
    """The columns are squeezed between 0 and 1."""
    low, width = X.min(axis=0), X.max(axis=0) - X.min(axis=0)
    return (X - low) / np.where(width == 0, 1.0, width), X.mean(axis=0), X.std(axis=0)


@mistake(
    "standardize",
    hints=(
        "What does your function divide by when the variance is 1e-10?",
        "Nothing is added: a column of small numbers is scaled like any other.",
        "The sentence in the docstring of q11 on what is added to std.",
    ),
)
def batch_norm_epsilon(X):
    """A small number is added to the variance, as batch normalisation does."""
    mean, var = X.mean(axis=0), X.var(axis=0)
    return (X - mean) / np.sqrt(var + 1e-5), mean, np.sqrt(var)


@mistake(
    "standardize",
    hints=(
        "How many axes has the mean of D columns?",
        "mean and std have one number per column and one axis.",
        "The line `Returns` in the docstring of q11.",
    ),
)
def axis_of_samples_kept(X):
    """mean and std keep an axis of length one."""
    mean, std = X.mean(axis=0, keepdims=True), X.std(axis=0, keepdims=True)
    return (X - mean) / np.where(std == 0, 1.0, std), mean, std


@mistake(
    "standardize",
    hints=(
        "Are the distances squared before they are averaged?",
        "std is the root of the mean of the squared distances.",
        "The formula in the docstring of q11.",
    ),
)
def mean_distance_instead_of_std(X):
    """The mean distance from the mean is used instead of the root of the mean squared distance."""
    mean = X.mean(axis=0)
    spread = np.abs(X - mean).mean(axis=0)
    return (X - mean) / np.where(spread == 0, 1.0, spread), mean, spread


@mistake(
    "standardize",
    hints=(
        "What does your function give as the middle of 0, 0 and 3?",
        "The mean is the sum divided by N; the median is the number in the middle.",
        "The formula in the docstring of q11.",
    ),
)
def median_instead_of_mean(X):
    """The median is used instead of the mean."""
    mean = np.median(X, axis=0)
    std = np.sqrt(((X - mean) ** 2).mean(axis=0))
    return (X - mean) / np.where(std == 0, 1.0, std), mean, std


@mistake(
    "standardize",
    hints=(
        "How many results does the function have?",
        "mean and std are needed later, so they are returned too.",
        "The line `Returns` in the docstring of q11.",
    ),
)
def only_the_columns(X):
    """Only Z is returned."""
    mean, std = X.mean(axis=0), X.std(axis=0)
    return (X - mean) / np.where(std == 0, 1.0, std)


@mistake(
    "standardize",
    hints=(
        "In which order are the three results asked for?",
        "Z comes first, then the mean, then std.",
        "The line `Returns` in the docstring of q11.",
    ),
)
def std_before_mean(X):
    """mean and std come in the wrong order."""
    mean, std = X.mean(axis=0), X.std(axis=0)
    return np.where(X.max(axis=0) == X.min(axis=0), 0.0, X - mean) / np.where(std == 0, 1.0, std), std, mean


@mistake(
    "standardize",
    hints=(
        "Which unit has your third result?",
        "std is the root of the variance and has the unit of the column.",
        "The line `Returns` in the docstring of q11.",
    ),
)
def variance_returned(X):
    """The variance is returned in the place of std."""
    mean, std = X.mean(axis=0), X.std(axis=0)
    return (X - mean) / np.where(std == 0, 1.0, std), mean, std**2


@mistake(
    "standardize",
    hints=(
        "Is a column of lengths in metres constant because all of them are some nanometres?",
        "Only a column whose entries are all equal is constant.",
        "The sentence in the docstring of q11 on columns of very small numbers.",
    ),
)
def small_spread_counts_as_none(X):
    """Columns whose std is below 1e-8 are treated as constant."""
    mean, std = X.mean(axis=0), X.std(axis=0)
    std = np.where(std < 1e-8, 0.0, std)
    return np.where(std == 0, 0.0, (X - mean) / np.where(std == 0, 1.0, std)), mean, std


@mistake(
    "standardize",
    hints=(
        "What should stand in Z where a column is constant?",
        "A constant column lies at its mean, so its Z is 0.",
        "The sentence in the docstring of q11 on constant columns.",
    ),
)
def constant_columns_left_alone(X):
    """Constant columns are returned as they were."""
    mean, std = X.mean(axis=0), X.std(axis=0)
    return np.where(std == 0, X, (X - mean) / np.where(std == 0, 1.0, std)), mean, std


@mistake(
    "standardize",
    hints=(
        "How far does a constant column lie from its mean?",
        "Where a column is constant its Z is 0.",
        "The sentence in the docstring of q11 on constant columns.",
    ),
)
def constant_columns_become_ones(X):
    """Constant columns become ones."""
    mean, std = X.mean(axis=0), X.std(axis=0)
    return np.where(std == 0, 1.0, (X - mean) / np.where(std == 0, 1.0, std)), mean, std


@mistake(
    "standardize",
    hints=(
        "How many digits are left when two large, nearly equal numbers are subtracted?",
        "The mean goes first, then distances are squared.",
        "The formula in the docstring of q11.",
    ),
)
def square_of_the_mean_taken_away(X):
    """The variance is the mean of the squares less the square of the mean, which loses digits far from 0."""
    mean = X.mean(axis=0)
    std = np.sqrt(np.maximum((X**2).mean(axis=0) - mean**2, 0))
    flat = X.max(axis=0) == X.min(axis=0)
    std = np.where(flat, 0.0, std)
    return np.where(flat, 0.0, X - mean) / np.where(std == 0, 1.0, std), mean, std


@mistake(
    "standardize",
    hints=(
        "Which type has Z when X holds whole numbers?",
        "An array of integers keeps no fractions; Z is a float.",
        "The conventions at the top of the notebook name the type of number.",
    ),
)
def result_in_the_type_of_the_input(X):
    """The result gets the type of X, so that whole numbers lose all fractions."""
    mean, std = X.mean(axis=0), X.std(axis=0)
    Z = np.zeros_like(X)
    Z[:] = (X - mean) / np.where(std == 0, 1.0, std)
    return Z, mean, std


@mistake(
    "standardize",
    hints=(
        "How many standard deviations are there for D columns?",
        "Every column is divided by its own std.",
        "The formula in the docstring of q11.",
    ),
)
def one_spread_for_all(X):
    """Every column has its own mean, but one standard deviation is used for all."""
    mean, std = X.mean(axis=0), np.full(X.shape[1], X.std())
    return (X - mean) / np.where(std == 0, 1.0, std), mean, std


@mistake(
    "standardize",
    hints=(
        "How many numbers of a column do you average?",
        "A mean over samples is divided by the number of rows N.",
        "The sentence in the docstring of q11 on N.",
    ),
)
def divided_by_the_number_of_columns(X):
    """The squared distances are divided by the number of columns."""
    mean = X.mean(axis=0)
    std = np.sqrt(((X - mean) ** 2).sum(axis=0) / X.shape[1])
    return (X - mean) / np.where(std == 0, 1.0, std), mean, std


@mistake(
    "standardize",
    hints=(
        "What is the standard deviation of a column of your Z?",
        "A column is brought to standard deviation 1 by dividing by its own.",
        "The formula in the docstring of q11.",
    ),
)
def multiplied_by_std(X):
    """The centred columns are multiplied by std."""
    mean, std = X.mean(axis=0), X.std(axis=0)
    return (X - mean) * std, mean, std


@mistake(
    "standardize",
    hints=(
        "What is the mean of a column of your Z?",
        "The mean goes first: every column of Z has mean 0.",
        "The formula in the docstring of q11.",
    ),
)
def not_centred(X):
    """The columns are divided by std, but the mean is not taken away."""
    mean, std = X.mean(axis=0), X.std(axis=0)
    return X / np.where(std == 0, 1.0, std), mean, std
