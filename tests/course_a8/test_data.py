"""The bundled networks and images: made by a script, small, and telling the story that the questions need."""

import importlib
import re

import numpy as np
import pytest


@pytest.fixture(scope="session")
def maker(a8):
    """The script that makes the data. It is private, and so is what it knows: this file must not tell the answer."""
    return importlib.import_module(f"{a8.reference.__package__}.make_data")


@pytest.fixture(scope="session")
def answer(maker):
    """Row, column and class that q12 asks for."""
    return (*maker.MARK, maker.RING)


@pytest.fixture(scope="session")
def made(maker, tmp_path_factory):
    """The data folder made again by its script."""
    folder = tmp_path_factory.mktemp("data")
    maker.write(folder)
    return folder


def test_the_script_makes_the_bundled_data(a8, made):
    """The same files and arrays; weights may differ in the last decimals on another machine."""
    bundled = sorted((a8.public_dir / "data").iterdir())
    assert [path.name for path in bundled] == sorted(path.name for path in made.iterdir())
    for path in bundled:
        with np.load(path) as old, np.load(made / path.name) as new:
            assert sorted(old) == sorted(new)
            for key in old:
                np.testing.assert_allclose(np.asarray(new[key], float), np.asarray(old[key], float), atol=2e-3)


def test_the_data_is_small(a8):
    """All files together stay below 200 kB."""
    assert sum(path.stat().st_size for path in (a8.public_dir / "data").iterdir()) < 200_000


def right(reference, net, X, y):
    """Share of samples that a network names rightly."""
    return np.mean(np.argmax(reference.mlp_forward(net, X)[0], axis=1) == y)


def test_the_two_networks_do_what_the_text_says(reference):
    """Ours is right on 99 of 100 new images; the laboratory's on its own, on 90 of 100 new ones and on under two thirds of new rings."""
    X, y = reference.shapes(2000, np.random.default_rng(21))
    lab, (X_lab, y_lab) = reference.load_net("lab"), reference.lab_images()
    assert right(reference, reference.load_net("shapes"), X, y) > 0.98
    assert right(reference, lab, X_lab, y_lab) == pytest.approx(0.99, abs=0.003)
    assert right(reference, lab, X, y) == pytest.approx(0.90, abs=0.02)
    assert right(reference, lab, X[y == 3], y[y == 3]) < 0.66


def test_every_instrument_finds_the_pixel(reference, answer):
    """Shuffling with one repetition, saliency, occlusion and interfering all point to the same pixel and class."""
    lab, (X, y) = reference.load_net("lab"), reference.lab_images()
    pixel, c = 8 * answer[0] + answer[1], answer[2]
    for seed in range(5):
        assert np.argmax(reference.permutation_importance(lab, X, y, 1, np.random.default_rng(seed))) == pixel
    slopes = np.array([reference.saliency(lab, X, k).mean(axis=0) for k in range(4)])
    assert np.unravel_index(slopes.argmax(), slopes.shape) == (c, pixel)
    assert np.argmax(reference.occlusion(lab, X[y == c], c, 1, 0.0).mean(axis=0)) == pixel
    assert reference.spurious_pixel() == answer


def test_the_images_alone_accuse_other_pixels(reference, answer):
    """Three stamps go with rings more closely than the answer does, and the network does not care about them."""
    lab, (X, y) = reference.load_net("lab"), reference.lab_images()
    new, classes = reference.shapes(1000, np.random.default_rng(22))
    gap = X[y == 3].mean(axis=0) - X[y != 3].mean(axis=0)
    pixel, suspects = 8 * answer[0] + answer[1], np.argsort(-gap)[:3]
    assert pixel == np.argsort(-gap)[3]
    for stamp in suspects:
        marked = new[classes != 3].copy()
        marked[:, stamp] += 1.0
        assert np.mean(np.argmax(reference.mlp_forward(lab, marked)[0], axis=1) == 3) < 0.01
    marked = new[classes != 3].copy()
    marked[:, pixel] += 1.0
    assert np.mean(np.argmax(reference.mlp_forward(lab, marked)[0], axis=1) == 3) > 0.2


def test_the_answer_is_nowhere_in_the_public_half(a8, answer):
    """Neither the notebook nor the public checks hold the pixel."""
    row, column, _ = answer
    told = re.compile(rf"\(\s*{row},\s*{column}[,)]|\b{8 * row + column}\b|row {row}\b")
    for path in (a8.public_dir / "notebook.py", a8.public_dir / "checks.py"):
        assert not told.search(path.read_text(encoding="utf-8")), path


def test_the_setup_cell_is_the_reference(reference, setup):
    """What the notebook hands out gives the same numbers as the copies in the reference."""
    net, X = reference.load_net("shapes"), reference.shapes(20, np.random.default_rng(23))[0]
    np.testing.assert_array_equal(setup["shapes"](20, np.random.default_rng(23))[0], X)
    for layer in (1, 2, 3):
        ours, theirs = setup["up_to"](net, layer), reference.up_to(net, layer)
        Z, caches = setup["mlp_forward"](ours, X)
        np.testing.assert_array_equal(Z, reference.mlp_forward(theirs, X)[0])
        dX, grads = setup["mlp_backward"](ours, caches, np.ones_like(Z))
        np.testing.assert_array_equal(dX, reference.mlp_backward(theirs, caches, np.ones_like(Z))[0])
        assert len(grads) == layer
    assert setup["CLASSES"] == reference.CLASSES
