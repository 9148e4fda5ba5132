"""The presenter's time."""

from app.gui.presenting.clock import Clock, told


class Watch:
    """A time that goes on when told to."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_time_is_counted_for_each_slide_and_goes_on_when_one_returns() -> None:
    watch = Watch()
    clock = Clock(watch)
    clock.turn("a")
    clock.go()
    watch.seconds = 10
    clock.turn("b")
    watch.seconds = 14
    assert (clock.on_slide, clock.whole) == (4, 14)
    clock.turn("a")
    watch.seconds = 15
    assert (clock.on_slide, clock.whole) == (11, 15)


def test_a_pause_does_not_count_and_one_may_begin_again() -> None:
    watch = Watch()
    clock = Clock(watch)
    clock.turn("a")
    clock.go()
    watch.seconds = 5
    clock.pause()
    watch.seconds = 50
    assert clock.whole == 5
    clock.go()
    watch.seconds = 52
    assert clock.whole == 7
    clock.again()
    watch.seconds = 55
    assert (clock.on_slide, clock.whole) == (3, 3)


def test_time_is_told_as_a_clock_shows_it() -> None:
    assert [told(seconds) for seconds in (0, 65.9, 3729)] == ["0:00", "1:05", "1:02:09"]
