"""Medians, spreads and paired ratios."""

import statistics


def median(values):
    return statistics.median(values)


def number(value):
    """Three significant digits without an exponent."""
    if value == 0:
        return "0"
    size = abs(value)
    if size >= 100:
        return f"{value:,.0f}"
    if size >= 10:
        return f"{value:.1f}"
    return f"{value:.2f}" if size >= 1 else f"{value:.3f}" if size >= 0.1 else f"{value:.3g}"


def spread(values, unit=""):
    """The median with the least and the greatest; "-" of nothing."""
    values = [v for v in values if v is not None]
    if not values:
        return "-"
    text = number(median(values)) + unit
    return text if len(values) == 1 else f"{text} [{number(min(values))}..{number(max(values))}]"


def paired(over, under):
    """Ratios of values of the same round; both are lists by round, None where there is none."""
    return [a / b for a, b in zip(over, under) if a is not None and b is not None and a > 0 and b > 0]


def summary(values):
    values = [v for v in values if v is not None]
    if not values:
        return None
    return {"median": median(values), "min": min(values), "max": max(values), "n": len(values)}


def two_digits(value):
    """A whole number that is near and easy to read; at least 1."""
    value = max(1, int(value))
    scale = 10 ** max(0, len(str(value)) - 2)
    return max(1, round(value / scale) * scale)
