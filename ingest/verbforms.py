"""The forms of English verbs, and which verb and tense a form is."""

from collections.abc import Iterable


def finite_forms(lemma: str) -> tuple[str, ...]:
    """The finite forms of a regular verb; the irregular ones are listed.

    >>> finite_forms("deny"), finite_forms("plan")
    (('denies', 'denied'), ('plans', 'planed', 'planned'))
    """
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return (f"{lemma[:-1]}ies", f"{lemma[:-1]}ied")
    third = f"{lemma}es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else f"{lemma}s"
    doubled = f"{lemma}{lemma[-1]}ed"
    return (third, f"{stem}ed", doubled) if not lemma.endswith("e") else (third, f"{stem}ed")


def lemmas_by_form(
    verbs: Iterable[str], irregular: dict[str, str], done: dict[str, str], nouns: Iterable[str]
) -> dict[str, str]:
    """The lemma of each form of the verbs, and of the plurals of the nouns."""
    out: dict[str, str] = {participle: lemma for lemma, participle in done.items()}
    for lemma in verbs:
        stem = lemma[:-1] if lemma.endswith("e") and not lemma.endswith("ee") else lemma
        forms = (*finite_forms(lemma), irregular.get(lemma, lemma), f"{stem}ing")
        for form in (*forms, f"{lemma}{lemma[-1]}ing"):
            out.setdefault(form, lemma)
    for noun in nouns:
        plural, *_ = finite_forms(noun)
        out.setdefault(plural, noun)
    return out


def past_by_present(verbs: Iterable[str], irregular: dict[str, str]) -> dict[str, str]:
    """The past tense of each present form of the verbs: "arrives" leads to "arrived"."""
    out: dict[str, str] = {}
    for lemma in verbs:
        third, *regular = finite_forms(lemma)
        past = irregular.get(lemma, regular[0])
        out[third] = past
        out.setdefault(lemma, past)
    return out
