"""Which diagnoses name a known mistake, decided by hand: "assignment function mistake" -> ids of diagnoses.

A diagnosis names a mistake if its sentence is true because of the mistake, at any input, and its question leads to
it. `factor.two` does not name a lost 1/N just because an example has two samples, nor does `zero` where only one
example gives zeros. Mistakes that are not listed have no diagnosis; for them silence is right.
"""

_TEXT = """
a1 affine_forward forgets_the_bias: term.argument.missing
a1 affine_forward bias_subtracted: term.argument.missing
a1 affine_forward bias_for_every_input: term.argument.extra
a1 affine_forward rounds_to_float32: close
a1 affine_forward weights_transposed: transpose
a1 from_columns left_as_it_is: transpose
a1 from_columns reshaped_only: order
a1 from_columns bias_negated: sign
a1 from_columns bias_first: swapped
a1 from_columns turned_by_a_quarter: order
a1 from_columns bias_as_a_column: shape.extra-axis
a1 rotation clockwise: transpose
a1 rotation minus_sign_lost: value.absolute
a1 rotation rounded: close
a1 make_layer still_for_columns: transpose
a1 make_layer shift_backwards: sign
a1 relu absolute_value: mask.missing
a1 relu mask_only: side.positive
a1 relu largest_along_an_axis: axis.summed
a1 relu keeps_the_negative_side: mask.inverted
a1 relu leaks: mask.missing
a1 relu capped_at_one: side.far
a1 quadrant_kind numbered_from_one: term.constant
a1 quadrant_kind kinds_as_a_column: shape.extra-axis
a1 standardize divides_by_n_minus_one: factor
a1 standardize nan_for_constant_columns: not-finite
a1 standardize something_added_to_std: close
a3 one_hot samples_in_columns: transpose
a3 one_hot counts_labels_from_one: order
a3 softmax no_shift: not-finite
a3 softmax one_shift_for_all_rows: not-finite
a3 softmax shift_by_column: not-finite
a3 softmax logarithm_of_softmax: value.log
a3 softmax detour_through_float32: close
a3 softmax adds_to_the_sum: close
a3 cross_entropy sums_the_samples: factor.rows
a3 cross_entropy sums_the_loss: factor.rows, factor.per-rows
a3 cross_entropy gradient_not_averaged: factor.rows
a3 cross_entropy gradient_points_downhill: sign
a3 cross_entropy logarithm_after_softmax: not-finite
a3 cross_entropy adds_inside_the_logarithm: close
a3 cross_entropy averages_over_all_entries: factor.per-columns
a3 cross_entropy one_taken_from_every_entry: entries.not-label
a3 cross_entropy loss_in_bits: factor.log2
a3 cross_entropy gradient_without_labels: entries.label
a3 cross_entropy negative_loss: sign
a3 cross_entropy exponentials_overflow: not-finite
a3 cross_entropy one_loss_per_sample: axis.unsummed
a3 bce_with_logits probability_first: not-finite
a3 bce_with_logits adds_inside_both_logarithms: close
a3 bce_with_logits sums_the_answers: factor.rows
a3 bce_with_logits slope_not_averaged: factor.rows
a3 bce_with_logits slope_points_downhill: sign
a3 bce_with_logits softplus_overflows: not-finite
a3 bce_with_logits binary_loss_in_bits: factor.log2
a3 mse_ridge no_half: factor.two
a3 mse_ridge not_averaged: factor.rows
a3 mse_ridge averages_over_outputs: factor.per-columns
a3 mse_grad target_minus_output: sign
a3 mse_grad gradient_of_the_sum: factor.rows
a3 mse_grad twice_the_gradient: factor.two
a3 mse_grad divides_by_all_entries: factor.per-columns
a3 mse_grad averages_the_slopes: axis.summed
a3 numerical_gradient divides_by_half_the_distance: factor.two
a3 numerical_gradient flat_result: shape.missing-axis
a3 numerical_gradient left_minus_right: sign
a3 numerical_gradient moves_whole_rows: axis.summed
a3 numerical_gradient single_precision: close
a4 affine_backward averages_db: factor.per-rows
a4 affine_backward averages_dW: factor.per-rows
a4 affine_backward averages_dW_and_db: factor.per-rows
a4 affine_backward sums_db_over_neurons: axis
a4 affine_backward does_not_sum_db: axis.unsummed
a4 affine_backward keeps_an_axis_in_db: shape.extra-axis
a4 affine_backward transposes_dW: transpose
a4 affine_backward returns_dW_first: swapped
a4 act_backward forgets_the_upstream: upstream.missing
a4 act_backward slope_at_the_output: local.at-output
a4 act_backward elu_value_as_slope: side.negative
a4 act_backward elu_like_relu: mask.too-much, side.negative
a4 act_backward relu_of_the_gradient: mask.too-much
a4 act_backward overflows_far_out: not-finite
a4 bricks_forward sigmoid_upside_down: value.complement
a4 bricks_output error_with_the_wrong_sign: sign
a4 bricks_output slope_with_the_wrong_sign: sign
a4 bricks_output forgets_the_half: factor.two
a4 bricks_output dW2_transposed: transpose
a4 bricks_output averages_over_outputs: factor.half, factor.per-length
a4 bricks_hidden dW1_transposed: transpose
a4 bricks_hidden averages_dh1: factor.half, factor.per-length
a4 bricks_hidden hidden_slope_with_the_wrong_sign: sign
a4 forward forgets_b1: term.argument.missing
a4 forward forgets_b2: term.argument.missing
a4 forward hidden_layer_is_affine: swapped
a4 forward output_is_affine: swapped
a4 forward stores_H_as_Z: swapped
a4 forward bias_after_the_bend: term.argument.missing
a4 backward no_average: factor.rows
a4 backward averages_over_outputs_too: factor.per-columns
a4 backward penalty_without_the_half: factor.two, term.own.extra, term.argument.extra
a4 backward penalty_not_over_N: term.own.extra, term.argument.extra
a4 backward penalises_biases: term.argument.extra, term.own.extra
a4 backward forgets_the_penalty: term.own.missing, term.argument.missing, zero
a4 backward penalises_the_last_layer_only: zero
a4 backward downhill: sign
a4 backward averages_db_again: factor.per-rows, factor.per-length
a4 backward keeps_an_axis: shape.extra-axis
a4 mlp_forward no_biases: term.argument.missing
a4 mlp_backward grads_in_reverse: swapped
a4 mlp_backward pairs_swapped: swapped
a4 mlp_backward averages_in_every_layer: factor.per-rows
a4 mlp_backward one_bend_too_many: mask.too-much
a4 fixed_gradients as_published: two.rows
a4 fixed_gradients only_the_average_repaired: term.scalar
a4 fixed_gradients only_the_penalty_repaired: two.rows
a4 fixed_gradients all_divided_by_N: term.scalar
a4 fixed_gradients repaired_penalty_without_N: term.own.extra
a4 fixed_gradients penalty_thrown_out: term.own.missing
a4 fixed_gradients repaired_penalty_without_the_half: term.own.extra
a4 fixed_gradients averages_over_every_entry: two.half, two.per, factor.per-columns
"""

RELATIONS = {key.strip(): tuple(name.strip() for name in names.split(",")) for key, names in (line.split(":") for line in _TEXT.strip().splitlines())}
