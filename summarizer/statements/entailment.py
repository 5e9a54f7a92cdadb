"""Entailment: whether a passage says all of a point, a part of it, or something else.

One judgement serves merging, choosing and citations. Words, figures, days and names are held against each other
(`containment`, `language.contradiction`). Two logistic regressions on what that tells, fitted by
`tools/fit_entailment.py`, say how surely a passage tells all of a point, and all or a part of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from math import exp
from operator import mul
from typing import Literal, NamedTuple

from summarizer.model import Span
from summarizer.nlp.lexical_relations import knows_synonyms
from summarizer.nlp.speakers.attribution import find_attribution
from summarizer.nlp.tokens import spans_of
from summarizer.statements.backed_part import find_stretch, is_of_others, may_back
from summarizer.statements.containment import FEATURES, Containment, Features, measure_containment
from summarizer.statements.contradiction.conflict import Conflict, Held
from summarizer.statements.contradiction.find import find_conflicts
from summarizer.statements.contradiction.negation import tells_what_is_done
from summarizer.statements.token_rows import Row, is_brief

EntailmentRelation = Literal["entailed", "partly entailed", "contradicted"]

_FITTED = frozenset({"en"})  # languages on whose labels the scores were fitted
_MOSTLY = 0.4  # share of a point from which one sentence of two tells of it by itself
_CLAUSE = 0.3  # share of each clause that a passage holds at least
_CLOSED = 0.999  # share of its content that a passage must hold in any other language,
_MOST = 0.75  # or this share, beside the score, where the language has synonyms
_FEW = 5  # content words of a point up to which others hold most of them by chance,
_ALL_OF_FEW = 0.9  # so that a passage must hold this share: "other events are planned for later in the day"
_SHORT = 9  # content words of a point that stands and falls with the verb that tells what is done
_SURE = 0.45  # score from which a passage surely tells of the same, and one sentence surely says a part
_ORDERED = 0.6  # share of neighbouring words that stand so in two sentences, or in such a language
_OF_OTHERS = "few words in common, and other names"
_NOTHING_SHARED = "no assertion in common was found"


class Judgement(NamedTuple):
    """How a passage stands to a point.

    Attributes:
        relation: "entailed" where the passage says all of the point, "partly entailed" where it says a part,
            "contradicted" where it says otherwise of the same, or one of its two sentences quantifies it otherwise;
            None where it does none of these. Other languages than English have "entailed" alone.
        score: How surely it says all of it, in [0, 1].
        part_score: How surely it says all or a part of it, in [0, 1].
        reason: What decided, in plain words; None for what is entailed.
        stretch: For a part, the stretch of the point's text that the passage backs.
        conflict: What stands against what, where something does.
    """

    relation: EntailmentRelation | None
    score: float
    part_score: float
    reason: str | None = None
    stretch: Span | None = None
    conflict: Conflict | None = None


class Model(NamedTuple):
    """A logistic regression: one weight a feature, in the order of `FEATURES`, and an intercept."""

    weights: tuple[float, ...]
    intercept: float

    def score(self, features: Features) -> float:
        """Return the probability of a yes, in (0, 1)."""
        total = self.intercept + sum(map(mul, self.weights, features))
        return 1.0 / (1.0 + exp(-max(-60.0, min(60.0, total))))


def is_fitted_for(language: str | None) -> bool:
    """Tell whether sentences of a language are told apart by more than their words alone."""
    return language in _FITTED


@cache
def load_models() -> tuple[Model, Model]:
    """Return the model that tells "all of it" and the one that tells "all or a part of it", as they were fitted."""
    import tomllib

    held = tomllib.loads(files(__package__).joinpath("entailment_weights.toml").read_text(encoding="utf-8"))
    full, part = (
        Model(tuple(held[name].get(feature, 0.0) for feature in FEATURES), held[name]["intercept"])
        for name in ("full", "part")
    )
    return full, part


def decide(
    point: Row,
    passage: Sequence[Row],
    held: Containment,
    *,
    same_limit: float,
    part_limit: float,
) -> Judgement:
    """Decide how a passage stands to a point.

    All of it is said where the score is high enough, nothing is told otherwise, and no figure, denial, opening,
    quantifier or word is left out. A brief point stands there word for word, or is all that the passage says.

    In other languages than English one sentence must say it. Where there is a table of synonyms, it holds three
    quarters of the content besides; elsewhere every content word, most of them in order or all in one run.

    Where a passage is neither close to all of the point nor surely tells of the same, an assertion in common is looked
    for first; without one the two are not held against each other any further.

    Args:
        point: The point.
        passage: One sentence, or two neighbouring ones.
        held: How much of the point the passage holds.
        same_limit: Least score for all of it.
        part_limit: Least score for a part.
    """
    features = held.features
    full, part = load_models()
    score, part_score = full.score(features), part.score(features)
    is_close = score >= same_limit or _is_equal(point, passage, held)
    if point.language not in _FITTED:
        return _decide_in_full(point, passage, held, is_close, (score, part_score))
    is_near = part_score >= part_limit and may_back(point, held)
    if not is_close and not is_near:
        return Judgement(relation=None, score=score, part_score=part_score, reason="not close enough")
    is_sure = part_score >= _SURE
    if not is_close and not is_sure and find_stretch(point, passage, held, ()) is None:
        return Judgement(relation=None, score=score, part_score=part_score, reason=_NOTHING_SHARED)
    conflicts = conflicts_of(point, passage, held)
    against = next((conflict for conflict in conflicts if conflict.is_contradiction), None)
    if len(passage) > 1 and not against:
        against = _against_alone(point, passage)
    gap = next((one for one in conflicts if not is_omissible(one)), None)
    if is_close and not (against or gap) and is_whole(point, passage, held):
        return Judgement(relation="entailed", score=score, part_score=part_score)
    reason = against.reason if against else gap.reason if gap else "not close enough"
    if not is_near:
        return Judgement(relation=None, score=score, part_score=part_score, reason=reason, conflict=against or gap)
    if against:
        return Judgement(relation="contradicted", score=score, part_score=part_score, reason=reason, conflict=against)
    stretch = find_stretch(point, passage, held, conflicts, needs_verb=not is_sure or len(passage) > 1)
    if stretch is None:
        return Judgement(relation=None, score=score, part_score=part_score, reason=_NOTHING_SHARED)
    if is_of_others(point, passage, held, stretch, part_score):
        return Judgement(relation=None, score=score, part_score=part_score, reason=_OF_OTHERS)
    return Judgement(
        relation="partly entailed",
        score=score,
        part_score=part_score,
        reason=reason,
        stretch=stretch,
        conflict=gap,
    )


def _decide_in_full(
    point: Row, passage: Sequence[Row], held: Containment, is_close: bool, scores: tuple[float, float]
) -> Judgement:
    """Decide whether one sentence says all of a point in another language than English."""
    if len(passage) > 1 or not (_is_closed(held) or (is_close and _holds_most(point, held))):
        return Judgement(relation=None, score=0.0, part_score=0.0, reason="other words")
    conflicts = conflicts_of(point, passage, held)
    if not conflicts and is_whole(point, passage, held):
        return Judgement("entailed", *scores)
    conflict = next((one for one in conflicts if one.is_contradiction), conflicts[0] if conflicts else None)
    reason = conflict.reason if conflict else "not close enough"
    return Judgement(None, *scores, reason=reason, conflict=conflict)


def _against_alone(point: Row, passage: Sequence[Row]) -> Conflict | None:
    """What one of two sentences tells otherwise by itself, and the other only seems to mend."""
    for row in passage:
        held = measure_containment(point, [row])
        if held.features.containment >= _MOSTLY:
            for conflict in conflicts_of(point, [row], held):
                if conflict.is_contradiction or conflict.kind == "quantifier":
                    return conflict
    return None


def is_omissible(conflict: Conflict) -> bool:
    """Tell whether a passage may leave that out and still say all of a point: a name, where it has no other."""
    return conflict.kind == "name" and not conflict.is_contradiction and not conflict.others


def is_whole(point: Row, passage: Sequence[Row], held: Containment) -> bool:
    """Tell whether a passage holds the whole of a point, not its words here and there.

    No clause is missing, nor what opens the point; over two sentences most words stand in order. A short point is held
    all but wholly. A brief point stands
    there word for word, but for who says it, or is all that the passage says.
    """
    if is_brief(point):
        return _is_verbatim(point, passage) or (len(point.said.content) > 1 and _is_equal(point, passage, held))
    if held.is_one_run:
        return True
    if len(point.said.content) <= _FEW and held.features.containment < _ALL_OF_FEW:
        return False
    if _lacks_verb(point, held):
        return False
    is_told = len(passage) == 1 or (held.is_joint and held.features.ordered >= _ORDERED)
    return is_told and held.opens and held.features.clause >= _CLAUSE


def _lacks_verb(point: Row, held: Containment) -> bool:
    """Whether a short point tells what has been done, and a passage has none of its verbs.

    "Was leading the run-off for mayor" is not "has been elected mayor".
    """
    verbs = [at for at in point.said.content if at in point.verbs]
    if not verbs or len(point.said.content) > _SHORT or any(at in held.found for at in verbs):
        return False
    return any(tells_what_is_done(point.sentence.tokens, at, point.sentence.language) for at in verbs)


def _is_equal(point: Row, passage: Sequence[Row], held: Containment) -> bool:
    """Whether a passage holds the content of the point in its order and nothing else."""
    return held.is_one_run and sum(len(row.said.content) for row in passage) == len(point.said.content)


def _is_verbatim(point: Row, passage: Sequence[Row]) -> bool:
    """Whether a sentence has all words of the point side by side, but for an article and for who says it."""
    text, tokens, meanings = point.sentence.text, point.sentence.tokens, point.said.meanings
    told = find_attribution(text, point.sentence.language)
    own = [at for at, (start, _) in enumerate(spans_of(text)) if not any(begin <= start < end for begin, end in told)]
    if len(own) > 1 and meanings[own[1]] and not meanings[own[0]]:
        del own[0]
    words = tuple(tokens[at] for at in own)
    size = len(words)
    return any(
        words == tuple(row.sentence.tokens[at : at + size])
        for row in passage
        for at in range(len(row.sentence.tokens) - size + 1)
    )


def _holds_most(point: Row, held: Containment) -> bool:
    """Whether a passage holds most of a point in a language that has synonyms, but no scores of its own."""
    return held.features.containment >= _MOST and knows_synonyms(point.language)


def _is_closed(held: Containment) -> bool:
    features = held.features
    return (features.containment >= _CLOSED and features.ordered >= _ORDERED) or held.is_one_run


def conflicts_of(point: Row, passage: Sequence[Row], held: Containment) -> list[Conflict]:
    """Find what of a point a passage says otherwise or leaves out."""
    return find_conflicts(hold_against(point, passage, held))


def hold_against(point: Row, passage: Sequence[Row], held: Containment) -> Held:
    """Return a point and a passage as conflicts are looked for between them."""
    return Held(
        tokens=point.sentence.tokens,
        point=point.said,
        others=[row.sentence.tokens for row in passage],
        passage=[row.said for row in passage],
        found=held.found,
        understood=point.understood,
        language=point.language,
    )
