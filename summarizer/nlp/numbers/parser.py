"""Parses number words: "two hundred and fifty", "quatre-vingt-dix-sept", "dreiundzwanzig"."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.nlp.numbers.grammar import Grammar, Kind, Part, Token, scaled

_LONGEST = 15  # digits: more are no count of anything
_LEAST_SCALE = 1000.0  # from which more words may follow: "two thousand and three"
_MOST_HUNDREDS = 20  # from here on nobody counts in hundreds, but for English: "twenty-three hundred"


class Reader:
    """Reads numbers from tokens, from left to right, each as long as the grammar allows."""

    def __init__(self, grammar: Grammar, tokens: list[Token]) -> None:
        self.grammar = grammar
        self.tokens = tokens

    def parts(self) -> Iterator[tuple[int, Part]]:
        """Yield each number, with the token that it begins at."""
        at, last = 0, -1  # where the last number ended
        while at < len(self.tokens):
            is_inside = at > 0 and not self.tokens[at - 1].is_whole
            part = None if is_inside else self._read(at, is_after=at == last)
            if part is not None and not part.is_one and self.tokens[part.end - 1].is_whole:
                yield at, part
                last = part.end
            at = part.end if part else at + 1

    def _read(self, at: int, *, is_after: bool) -> Part | None:
        token = self.tokens[at]
        if token.value is not None:
            return self._in_digits(at)
        if token.text in self.grammar.words or token.text in self.grammar.articles:
            return self._in_words(at, is_after=is_after)
        return None

    def _word(self, at: int, *kinds: Kind) -> tuple[int, float, Kind] | None:
        """The number word of one of some kinds that begins at a token: where it ends, its value, its kind."""
        if at >= len(self.tokens):
            return None
        for rest, kind, value in self.grammar.words.get(self.tokens[at].text, ()):
            end = at + 1 + len(rest)
            if kind in kinds and all(self._is(at + 1 + place, (word,)) for place, word in enumerate(rest)):
                return end, value, kind
        return None

    def _next(self, at: int, *kinds: Kind) -> tuple[int, float, Kind] | None:
        """The same where only white space or a hyphen stands before the token."""
        return self._word(at, *kinds) if at < len(self.tokens) and self.tokens[at].is_beside else None

    def _is(self, at: int, words: frozenset[str] | tuple[str, ...]) -> bool:
        return at < len(self.tokens) and self.tokens[at].is_beside and self.tokens[at].text in words

    def _in_digits(self, at: int) -> Part | None:
        token = self.tokens[at]
        value = token.value or 0.0
        if value >= 10.0**_LONGEST:
            return None
        part = Part(end=at + 1, value=value, grain=token.grain, is_fraction=token.is_fraction)
        if token.is_ordinal:
            return Part(end=at + 1, value=value, is_ordinal=True)
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        if after and after.is_glued and after.text in self.grammar.marks:
            scale = self.grammar.marks[after.text]
            return scaled(part, at + 2, scale, is_short=True)
        if after and after.is_glued and after.text in self.grammar.endings:
            return Part(end=at + 2, value=value, is_ordinal=True)
        hundred = None if self.grammar.bare_scales else self._next(at + 1, Kind.HUNDRED)
        part = self._scales(scaled(part, hundred[0], hundred[1]) if hundred else part)
        return self._share(part) or part

    def _in_words(self, at: int, *, is_after: bool) -> Part | None:
        """A number that begins with a word; `is_after` says that one ended right before: "five second delay"."""
        ordinal = None if is_after and self.tokens[at].is_beside else self._ordinal(at)
        bare = self._word(at, Kind.HUNDRED, Kind.HUNDREDS, Kind.SCALE, Kind.COLLECTIVE)
        if bare and (not self.grammar.bare_scales or bare[2] is Kind.COLLECTIVE):
            return None
        is_vague = at > 0 and self.tokens[at].is_beside and (is_after or self.tokens[at - 1].text in self.grammar.vague)
        part = ordinal or self._half(at) or self._with_ordinal(self._whole(at))
        if part and bare and is_vague:
            return Part(end=part.end, value=0.0, is_one=True)
        return (self._share(part) or part) if part else None

    def _half(self, at: int) -> Part | None:
        """Half of a scale: "half a million", "eine halbe Million", "un demi-million"."""
        at += self.tokens[at].text in self.grammar.articles and not self._word(at, Kind.HALF)
        half = self._word(at, Kind.HALF)
        if half is None:
            return None
        at = half[0] + self._is(half[0], self.grammar.half_links)
        scale = self._next(at, Kind.HUNDRED, Kind.SCALE, Kind.COLLECTIVE)
        return Part(end=scale[0], value=scale[1] / 2, grain=scale[1] / 2, is_fraction=False) if scale else None

    def _whole(self, at: int) -> Part | None:
        """A number in words: parts with scales that fall, and what is left."""
        part = self._segment(at)
        total = part
        while part and total and part.scale >= _LEAST_SCALE and not part.is_fraction:
            place = total.end + self._is(total.end, self.grammar.hundred_joins)
            following = self._following(total.end, place, part.scale)
            if following is None:
                break
            total = Part(end=following.end, value=total.value + following.value, grain=following.grain)
            part = following
        return total

    def _segment(self, at: int) -> Part | None:
        """A number below a thousand, with the scales that multiply it."""
        mixed = self._word(at, Kind.MIXED)
        if mixed:
            return self._scales(Part(end=mixed[0], value=mixed[1], grain=0.5, is_fraction=True))
        part = self._hundreds(at)
        if part is None:
            scale = self._word(at, Kind.SCALE) if self.grammar.bare_scales else None
            return self._scales(Part(end=scale[0], value=scale[1], grain=scale[1], scale=scale[1])) if scale else None
        after = self._next(part.end, Kind.HALF_AFTER)
        if after:
            part = Part(end=after[0], value=part.value + after[1], grain=after[1], is_fraction=True)
        return self._scales(part)

    def _scales(self, part: Part) -> Part:
        """A number multiplied by the scales behind it: "mil millones", "dozen", "million and a half"."""
        found = self._next(part.end, Kind.SCALE)
        while found and found[1] > part.scale:
            part = scaled(part, found[0], found[1])
            found = self._next(part.end, Kind.SCALE)
        after = self._next(part.end, Kind.COLLECTIVE) if part.scale == 1 else None
        if after:
            return scaled(part, after[0], after[1])
        half = self._next(part.end, Kind.HALF_AFTER) if part.scale > 1 else None
        if half:
            value, grain = part.value + half[1] * part.scale, half[1] * part.scale
            return Part(end=half[0], value=value, grain=grain, scale=part.scale, is_fraction=True)
        return part

    def _following(self, end: int, at: int, scale: float) -> Part | None:
        """What follows a part with a scale in one number: "million" takes "two hundred thousand", not "a day"."""
        if (
            at >= len(self.tokens)
            or not self.tokens[at].is_beside
            or self._is(at, self.grammar.articles - self.grammar.ones)
        ):
            return None
        part = self._segment(at)
        if part is None or part.value >= scale or part.is_fraction or self._is_stray_one(part, end, at):
            return None
        return part

    def _is_stray_one(self, part: Part, end: int, at: int) -> bool:
        """Whether "one" right after a number is no part of it: a language that joins with "and" would say so."""
        return part.is_one and at == end and bool(self.grammar.hundred_joins)

    def _hundreds(self, at: int) -> Part | None:
        """A number below a thousand; "twenty-three hundred" is one too."""
        whole = self._word(at, Kind.HUNDREDS)
        if whole:
            return self._with_rest(Part(end=whole[0], value=whole[1], grain=100.0))
        part = self._below(at)
        if part is not None:
            hundred = self._next(part.end, Kind.HUNDRED)
        else:
            hundred = self._word(at, Kind.HUNDRED) if self.grammar.bare_scales else None
        # "Cinquante cents" are coins.
        if hundred is None or (part and self.grammar.bare_scales and part.value >= _MOST_HUNDREDS):
            return part
        return self._with_rest(Part(end=hundred[0], value=(part.value if part else 1.0) * 100, grain=100.0))

    def _with_rest(self, part: Part) -> Part:
        """A number of hundreds with what is below a hundred behind it: "and fifty"."""
        place = part.end + self._is(part.end, self.grammar.hundred_joins)
        if (
            place >= len(self.tokens)
            or not self.tokens[place].is_beside
            or self._is(place, self.grammar.articles - self.grammar.ones)
        ):
            return part
        rest = self._below(place)
        if rest is None or self._next(rest.end, Kind.HUNDRED, Kind.PART) or self._is_stray_one(rest, part.end, place):
            return part
        return Part(end=rest.end, value=part.value + rest.value, grain=10.0 if rest.value % 10 == 0 else 1.0)

    def _below(self, at: int) -> Part | None:
        """A number below a hundred, or an article for "one"."""
        found = self._word(at, Kind.TENS, Kind.LONG_TENS, Kind.TEEN, Kind.UNIT)
        if found is None:
            is_article = at < len(self.tokens) and self.tokens[at].text in self.grammar.articles
            return Part(end=at + 1, value=1.0, is_one=True) if is_article else None
        end, value, kind = found
        if kind is Kind.UNIT:
            tens = self._next(end + 1, Kind.TENS) if self._turns(end) else None
            if tens:
                return Part(end=tens[0], value=value + tens[1])
            return Part(end=end, value=value, is_one=self.tokens[at].text in self.grammar.ones)
        if kind is Kind.TEEN:
            return Part(end=end, value=value)
        kinds = (Kind.UNIT, Kind.TEEN) if kind is Kind.LONG_TENS else (Kind.UNIT,)
        place = end + self._is(end, self.grammar.tens_joins)
        rest = None if self.grammar.units_first else self._next(place, *kinds)
        return Part(end=rest[0], value=value + rest[1]) if rest and rest[1] < 20 else Part(end=end, value=value)

    def _turns(self, at: int) -> bool:
        """Whether a word follows that puts tens behind a unit: "dreiundzwanzig"."""
        return self.grammar.units_first and self._is(at, self.grammar.tens_joins)

    def _ordinal(self, at: int) -> Part | None:
        found = self._word(at, Kind.ORDINAL)
        if found:
            return Part(end=found[0], value=found[1], is_ordinal=True)
        first = self._word(at, Kind.TENS, Kind.LONG_TENS, Kind.UNIT)
        if first is None:
            return None
        if first[2] is Kind.UNIT:
            found = self._next(first[0] + 1, Kind.ORDINAL) if self._turns(first[0]) else None
        else:
            found = self._next(first[0] + self._is(first[0], self.grammar.tens_joins), Kind.ORDINAL)
            found = found if found and found[1] < 10 else None
        return Part(end=found[0], value=first[1] + found[1], is_ordinal=True) if found else None

    def _with_ordinal(self, part: Part | None) -> Part | None:
        """A number of hundreds that ends in an ordinal: "one hundred and first", "zweihundertfünfte"."""
        if part is None or part.value < 100 or part.value % 100:
            return part
        place = part.end + self._is(part.end, self.grammar.hundred_joins)
        found = self._next(place, Kind.ORDINAL)
        if found is None or found[1] >= 100 or (place == part.end and self.tokens[part.end - 1].is_whole):
            return part
        return Part(end=found[0], value=part.value + found[1], is_ordinal=True)

    def _share(self, part: Part) -> Part | None:
        """A fraction in words: "two thirds", "one third", "a third of"."""
        if part.is_ordinal or part.is_fraction or part.scale > 1:
            return None
        if part.is_one:
            found = self._next(part.end, Kind.SINGLE_PART)
            is_plain = self.tokens[part.end - 1].text in self.grammar.ones
            if found is None or not (is_plain or self._is(found[0], self.grammar.fraction_links)):
                return None
        else:
            found = self._next(part.end, Kind.PART)
            if found is None or part.value >= found[1] or part.value * 2 == found[1]:
                return None
        return Part(end=found[0], value=part.value / found[1], grain=1 / found[1], is_fraction=True)
