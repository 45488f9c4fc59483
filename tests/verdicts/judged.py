ACCEPTED: dict[str, tuple[str, ...]] = {}
