"""Confidence: the curve from the reader's estimate to the share that is right."""

from hypothesis import given
from hypothesis import strategies as st

from ingest.confidence import UNCHANGED, Calibration, fit, load_calibration

judgements = st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=200)


@given(judgements)
def test_a_fitted_curve_rises_and_stays_between_0_and_1(judged: list[tuple[float, bool]]) -> None:
    curve = fit(judged)
    values = [curve(step / 50) for step in range(51)]
    assert values == sorted(values)
    assert all(0 <= value <= 1 for value in values)


def test_a_sure_rule_that_is_often_wrong_loses_confidence() -> None:
    judged = [(0.9, number % 2 == 0) for number in range(100)]
    assert 0.45 < fit(judged)(0.9) < 0.55


def test_between_two_points_the_curve_is_straight() -> None:
    assert Calibration(((0.2, 0.4), (0.6, 0.8)))(0.4) == 0.6


def test_without_points_nothing_is_changed() -> None:
    assert UNCHANGED(0.37) == 0.37


def test_the_shipped_curve_rises() -> None:
    curve = load_calibration()
    assert curve(0.3) <= curve(0.6) <= curve(0.95)
