import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.nlp.numbers.number_words import Number, find_numbers

ORDINAL = True
# For each language a text, and what is found in it: wording, value, and whether it is an ordinal.
READ = {
    "en": {
        "twenty three": [("twenty three", 23)],
        "twenty-three": [("twenty-three", 23)],
        "two hundred and fifty": [("two hundred and fifty", 250)],
        "one hundred and twenty-three": [("one hundred and twenty-three", 123)],
        "three hundred thousand": [("three hundred thousand", 300000)],
        "half a million": [("half a million", 500000)],
        "twenty-three hundred": [("twenty-three hundred", 2300)],
        "a dozen": [("a dozen", 12)],
        "two dozen": [("two dozen", 24)],
        "one and a half million": [("one and a half million", 1500000)],
        "five and a half": [("five and a half", 5.5)],
        "a hundred": [("a hundred", 100)],
        "one million two hundred thousand": [("one million two hundred thousand", 1200000)],
        "zero": [("zero", 0)],
        "1.2 million": [("1.2 million", 1200000)],
        "300k": [("300k", 300000)],
        "one": [],
        "between two hundred and three hundred": [("two hundred", 200), ("three hundred", 300)],
        "between two thousand and three thousand": [("two thousand", 2000), ("three thousand", 3000)],
        "several hundred": [],
        "a few hundred thousand": [],
        "1,500 and 1.5": [("1,500", 1500), ("1.5", 1.5)],
        "two-thirds of them": [("two-thirds", 2 / 3)],
        "a third of them": [("a third", 1 / 3)],
        "the third time": [("third", 3, ORDINAL)],
        "twenty-third": [("twenty-third", 23, ORDINAL)],
        "2nd and 21st": [("2nd", 2, ORDINAL), ("21st", 21, ORDINAL)],
        "two quarters in a row": [("two", 2)],
        "two hundred one-day games": [("two hundred", 200)],
        "a million one day": [("a million", 1000000)],
        "the one hundred and first": [("one hundred and first", 101, ORDINAL)],
        "a two hundred second delay": [("two hundred", 200)],
        "one third": [("one third", 1 / 3)],
        "five second delay": [("five", 5)],
        "a thousand and one nights": [("a thousand and one", 1001)],
        "two thousand and twenty-four": [("two thousand and twenty-four", 2024)],
        "5-1/2 hours": [("5-1/2", 5.5)],
        "12 400 people": [("12 400", 12400)],
        "1 250 000 tonnes": [("1 250 000", 1250000)],
        "on March 12 200 people": [("12", 12), ("200", 200)],
        "in 2024 300 people": [("2024", 2024), ("300", 300)],
        "1.200 people": [("1.200", 1200)],
        "1.234 billion people": [("1.234 billion", 1234000000)],
        "12'500 shares": [("12'500", 12500)],
        "12’500’000 shares": [("12’500’000", 12500000)],
        "1,20,000 rupees": [("1,20,000", 120000)],
        "12,34,56,789 people": [("12,34,56,789", 123456789)],
        "5'10 or 6'2": [("5", 5), ("10", 10), ("6", 6), ("2", 2)],
        "12.500 tonnes": [("12.500", 12500)],
        "9.500 seconds": [("9.500", 9.5)],
        "1.899 euros": [("1.899", 1.899)],
        "1.127,5 million euros": [("1.127,5 million", 1127500000)],
        "half-dozen": [("half-dozen", 6)],
        "1,234,567.89": [("1,234,567.89", 1234567.89)],
        "two, three": [("two", 2), ("three", 3)],
        "$48m": [("48m", 48000000)],
        "99999999999999999999999": [],
        "a million and a half": [("a million and a half", 1500000)],
        "one in five": [("five", 5)],
        "2 million a day": [("2 million", 2000000)],
        "three quarters": [("three quarters", 0.75)],
        "one hundred people and fifty dogs": [("one hundred", 100), ("fifty", 50)],
        "killed one hundred and fifty were hurt": [("one hundred and fifty", 150)],
        "1.500.000": [("1.500.000", 1500000)],
        "a half-million": [("a half-million", 500000)],
        "hundred people": [],
        "5 hundred people": [("5 hundred", 500)],
        "2.5 crore": [("2.5 crore", 25000000)],
        "the 14th": [("14th", 14, ORDINAL)],
        "a day": [],
        "20-year-old": [("20", 20)],
    },
    "de": {
        "zweihundertfünfzig": [("zweihundertfünfzig", 250)],
        "dreiundzwanzig": [("dreiundzwanzig", 23)],
        "eine halbe Million": [("eine halbe Million", 500000)],
        "anderthalb Millionen": [("anderthalb Millionen", 1500000)],
        "1.500": [("1.500", 1500)],
        "1,5": [("1,5", 1.5)],
        "1 500": [("1 500", 1500)],
        "12.03.2020": [("12", 12), ("03", 3), ("2020", 2020)],
        "3,2 Mio. Euro": [("3,2 Mio", 3200000)],
        "hundert Menschen": [("hundert", 100)],
        "mehrere hundert Menschen": [],
        "einundzwanzig": [("einundzwanzig", 21)],
        "eintausendzweihundertvierunddreißig": [("eintausendzweihundertvierunddreißig", 1234)],
        "zwei Millionen dreihunderttausend": [("zwei Millionen dreihunderttausend", 2300000)],
        "zweieinhalb Jahre": [("zweieinhalb", 2.5)],
        "zwei Drittel": [("zwei Drittel", 2 / 3)],
        "ein Drittel": [("ein Drittel", 1 / 3)],
        "dritte": [("dritte", 3, ORDINAL)],
        "zweihundertfünfte": [("zweihundertfünfte", 205, ORDINAL)],
        "einhundertdreiundzwanzigste": [],
        "dreiundzwanzigsten": [("dreiundzwanzigsten", 23, ORDINAL)],
        "am 3. Mai": [("3.", 3, ORDINAL)],
        "zwei Dutzend": [("zwei Dutzend", 24)],
        "eine Million": [("eine Million", 1000000)],
        "ein Mann": [],
        "zwölf": [("zwölf", 12)],
        "sechzehn": [("sechzehn", 16)],
        "hunderttausend": [("hunderttausend", 100000)],
        "einhundert": [("einhundert", 100)],
        "Hunderte": [],
        "12 Milliarden": [("12 Milliarden", 12000000000)],
        "1.234.567,89": [("1.234.567,89", 1234567.89)],
        "achtzig": [("achtzig", 80)],
        "3. und 4. Tag": [("3.", 3, ORDINAL), ("4.", 4, ORDINAL)],
        "1\xa0500 Euro": [("1\xa0500", 1500)],
        "acht und neun": [("acht", 8), ("neun", 9)],
        "3,5 Prozent": [("3,5", 3.5)],
    },
    "fr": {
        "quatre-vingt-dix-sept": [("quatre-vingt-dix-sept", 97)],
        "deux cent cinquante": [("deux cent cinquante", 250)],
        "soixante et onze": [("soixante et onze", 71)],
        "un demi-million": [("un demi-million", 500000)],
        "un million et demi": [("un million et demi", 1500000)],
        "vingt et un": [("vingt et un", 21)],
        "1 500": [("1 500", 1500)],
        "1,5": [("1,5", 1.5)],
        "1.500": [("1.500", 1500)],
        "mille deux cents": [("mille deux cents", 1200)],
        "deux mille vingt-quatre": [("deux mille vingt-quatre", 2024)],
        "10 pour cent": [("10", 10)],
        "cinquante cents": [("cinquante", 50)],
        "une centaine de personnes": [("une centaine", 100)],
        "une douzaine": [("une douzaine", 12)],
        "deux tiers": [("deux tiers", 2 / 3)],
        "un tiers": [("un tiers", 1 / 3)],
        "trois quarts": [("trois quarts", 0.75)],
        "premier": [("premier", 1, ORDINAL)],
        "2e": [("2e", 2, ORDINAL)],
        "1er": [("1er", 1, ORDINAL)],
        "quatre-vingts": [("quatre-vingts", 80)],
        "quatre-vingt-un": [("quatre-vingt-un", 81)],
        "dix-sept": [("dix-sept", 17)],
        "plusieurs centaines": [],
        "deux milliards": [("deux milliards", 2000000000)],
        "cent mille": [("cent mille", 100000)],
        "un homme": [],
        "soixante-dix": [("soixante-dix", 70)],
        "trois cent mille": [("trois cent mille", 300000)],
        "12 400 euros": [("12 400", 12400)],
        "plusieurs milliers": [],
        "septante-cinq": [("septante-cinq", 75)],
        "1\u202f500 euros": [("1\u202f500", 1500)],
        "vingt et unième": [("vingt et unième", 21, ORDINAL)],
        "dix-septième": [("dix-septième", 17, ORDINAL)],
    },
    "es": {
        "doscientos cincuenta": [("doscientos cincuenta", 250)],
        "veintitrés": [("veintitrés", 23)],
        "medio millón": [("medio millón", 500000)],
        "treinta y cinco": [("treinta y cinco", 35)],
        "entre treinta y cuarenta": [("treinta", 30), ("cuarenta", 40)],
        "dos millones y medio": [("dos millones y medio", 2500000)],
        "mil doscientos": [("mil doscientos", 1200)],
        "mil millones": [("mil millones", 1000000000)],
        "dos mil millones": [("dos mil millones", 2000000000)],
        "300 mil": [("300 mil", 300000)],
        "1.500": [("1.500", 1500)],
        "1,5": [("1,5", 1.5)],
        "un millón": [("un millón", 1000000)],
        "cien mil": [("cien mil", 100000)],
        "ciento veinte": [("ciento veinte", 120)],
        "tres cuartos": [("tres cuartos", 0.75)],
        "dos tercios": [("dos tercios", 2 / 3)],
        "un tercio": [("un tercio", 1 / 3)],
        "primera": [("primera", 1, ORDINAL)],
        "2º": [("2º", 2, ORDINAL)],
        "varios miles": [],
        "10 por ciento": [("10", 10)],
        "mil": [("mil", 1000)],
        "1.500.000,50": [("1.500.000,50", 1500000.5)],
        "una docena": [("una docena", 12)],
        "dos mil veinticuatro": [("dos mil veinticuatro", 2024)],
        "un hombre": [],
        "cinco y medio": [("cinco y medio", 5.5)],
        "1.500.000": [("1.500.000", 1500000)],
    },
    "xx": {
        "12 people": [],
    },
}

SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()


def spelt(number):
    """A number in English words, the plain way."""
    if number < 20:
        return SMALL[number]
    if number < 100:
        return TENS[number // 10] + (f"-{SMALL[number % 10]}" if number % 10 else "")
    for scale, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= scale:
            rest = number % scale
            joined = f"{' and' if rest < 100 else ''} {spelt(rest)}" if rest else ""
            return f"{spelt(number // scale)} {name}{joined}"
    raise AssertionError


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [(language, text, wanted) for language, texts in READ.items() for text, wanted in texts.items()],
)
def test_numbers(language, text, wanted):
    found = find_numbers(text, language)
    assert [text[one.start : one.end] for one in found] == [one[0] for one in wanted]
    assert [one.value for one in found] == pytest.approx([one[1] for one in wanted])
    assert [one.is_ordinal for one in found] == [ORDINAL in one[2:] for one in wanted]


@settings(max_examples=300, deadline=None)
@given(st.integers(2, 10**12 - 1), st.sampled_from(["{}", "The {} people.", "Some {}, or {}"]))
def test_what_is_spelt_in_english_is_read_as_one_number(number, frame):
    text = frame.replace("{}", spelt(number))
    found = find_numbers(text)
    assert [one.value for one in found] == [number] * frame.count("{}")
    assert {text[one.start : one.end] for one in found} == {spelt(number)}


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 10**12), st.sampled_from([("en", ","), ("de", "."), ("fr", " "), ("fr", "\u202f"), ("es", ".")]))
def test_groups_of_digits_are_one_number(number, locale):
    language, mark = locale
    (found,) = find_numbers(f"{number:,}".replace(",", mark), language)
    assert found.value == number


@settings(max_examples=300, deadline=None)
@given(
    st.text(st.sampled_from("a12., -İßund") | st.characters(), max_size=30), st.sampled_from(["en", "de", "fr", "es"])
)
def test_numbers_of_any_text_stand_in_order_and_in_it(text, language):
    end = 0
    for found in find_numbers(text, language):
        assert end <= found.start < found.end <= len(text)
        end = found.end


@pytest.mark.parametrize(
    ("text", "grain"),
    [("12,400", 100), ("5.3 million", 1e5), ("two hundred", 100), ("two hundred and fifty", 10), ("twenty", 1),
     ("two hundred and five", 1), ("half a million", 5e5), ("two dozen", 12), ("5-1/2", 0.5)],
)  # fmt: skip
def test_the_grain_is_the_last_place_that_was_cared_for(text, grain):
    (found,) = find_numbers(text)
    assert found.grain == pytest.approx(grain)


@pytest.mark.parametrize("digits", ["0" * 3000, "1" + "0" * 320, "1" + ",000" * 110])
def test_hundreds_of_digits_are_more_than_can_be_counted_with(digits):
    assert find_numbers(f"It cost {digits} dollars and 5 cents.")[-1].value == 5


def test_letters_that_multiply_and_fractions_are_marked():
    assert find_numbers("5m") == [Number(start=0, end=2, value=5e6, grain=1e6, is_short=True)]
    assert find_numbers("5 m") == [Number(start=0, end=1, value=5, grain=1)]
    assert find_numbers("five and a half")[0].is_fraction and find_numbers("two-thirds")[0].is_fraction
    assert not find_numbers("5.5")[0].is_fraction
