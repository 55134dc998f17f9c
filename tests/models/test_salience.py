"""Seven classes from three yes-or-no questions."""

from itertools import product

from models.salience import Salience, salience_of, salience_words


def test_every_combination_has_its_own_class() -> None:
    found = [salience_of(power=p, legitimacy=le, urgency=u) for p, le, u in product((False, True), repeat=3)]
    assert found[0] is None
    assert set(found[1:]) == set(Salience)


def test_the_classes_of_the_source() -> None:
    assert salience_of(power=True, legitimacy=False, urgency=False) is Salience.DORMANT
    assert salience_of(power=False, legitimacy=True, urgency=False) is Salience.DISCRETIONARY
    assert salience_of(power=False, legitimacy=False, urgency=True) is Salience.DEMANDING
    assert salience_of(power=True, legitimacy=True, urgency=False) is Salience.DOMINANT
    assert salience_of(power=True, legitimacy=False, urgency=True) is Salience.DANGEROUS
    assert salience_of(power=False, legitimacy=True, urgency=True) is Salience.DEPENDENT
    assert salience_of(power=True, legitimacy=True, urgency=True) is Salience.DEFINITIVE


def test_every_class_has_a_different_name() -> None:
    assert len({salience_words(salience).name for salience in Salience}) == len(Salience)
