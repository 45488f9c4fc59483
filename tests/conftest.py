"""Settings of the whole test run."""

from hypothesis import HealthCheck, settings

# The same examples in every run, and no verdict that depends on how busy the machine is.
settings.register_profile(
    "steady", deadline=None, derandomize=True, max_examples=50, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("steady")


def pytest_collection_modifyitems(items):
    """The longest file first: two processes then finish at about the same time."""
    items.sort(key=lambda item: item.get_closest_marker("longest") is None)
