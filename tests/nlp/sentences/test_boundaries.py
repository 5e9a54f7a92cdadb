import pytest

from summarizer.nlp.sentences.boundaries import split_text

CASES = {
    "abbreviations and initials": (
        "U.S. Secretary A. J. Blinken met Mr. Wang at 3 p.m. on Monday. They talked.",
        ["U.S. Secretary A. J. Blinken met Mr. Wang at 3 p.m. on Monday.", "They talked."],
    ),
    "titles that the library does not know": (
        "Mr. Doe said Ms. Roe had won. Army Spc. Poe and Sgts. Loe and Moe left.",
        ["Mr. Doe said Ms. Roe had won.", "Army Spc. Poe and Sgts. Loe and Moe left."],
    ),
    "an hour and its day": (
        "It ended at 5 p.m. Friday. It began at 9 a.m. EST. They left at 6 p.m. The police came.",
        ["It ended at 5 p.m. Friday.", "It began at 9 a.m. EST.", "They left at 6 p.m.", "The police came."],
    ),
    "a month and its day": ("Snow fell early. (Jan. 18) More fell.", ["Snow fell early.", "(Jan. 18) More fell."]),
    "a party and a state of initials": (
        "Jane Doe, D-N.Y., agreed. He did not.",
        ["Jane Doe, D-N.Y., agreed.", "He did not."],
    ),
    "a sentence in brackets": (
        "It grew. (The count was wrong.) But nobody knew. (That is so) He left.",
        ["It grew.", "(The count was wrong.)", "But nobody knew.", "(That is so) He left."],
    ),
    "apostrophes for a mark": (
        '"We had no plan,\'\' Jane Doe told them. "It just came. We went along."',
        ["\"We had no plan,'' Jane Doe told them.", '"It just came. We went along."'],
    ),
    "who asks or cries": (
        '"Who did it?" Jane Doe asked. “We agree!” the mayor of the town told them in a note. “Why?” The mayor left.',
        [
            '"Who did it?" Jane Doe asked.',
            "“We agree!” the mayor of the town told them in a note.",
            "“Why?”",
            "The mayor left.",
        ],
    ),
    "numbers": ("It grew 5.3 percent. It cost $1.2 bn.", ["It grew 5.3 percent.", "It cost $1.2 bn."]),
    "a quotation of several sentences": (
        "“We agree. We will talk again,” he said. Nobody left.",
        ["“We agree. We will talk again,” he said.", "Nobody left."],
    ),
    "the same in straight quotes": (
        'She said: "We agree. We will talk." Nobody left.',
        ['She said: "We agree. We will talk."', "Nobody left."],
    ),
    "a piece that starts small goes back": (
        "The plan has three aims. to build, to talk and to listen.",
        ["The plan has three aims. to build, to talk and to listen."],
    ),
    "wrapped by spaces": ("  One thing.   Another thing.  ", ["One thing.", "Another thing."]),
    "half of a surrogate pair": ("One \ud800 thing. Another thing.", ["One \ud800 thing.", "Another thing."]),
    "a unit cut short": (
        "Sales rose to $3.2 bn. in Q1. He ran 10 km. in May. They fell.",
        ["Sales rose to $3.2 bn. in Q1.", "He ran 10 km. in May.", "They fell."],
    ),
    "numbers of items": (
        "1. The first is made. 2. The second is not. On Dec. 7. He left.",
        ["1.", "The first is made.", "2.", "The second is not.", "On Dec. 7.", "He left."],
    ),
    "who speaks in Japanese": ("「行きます。」と彼は言った。終わり。", ["「行きます。」と彼は言った。", "終わり。"]),
    "nothing": ("   ", []),
}


def test_the_number_of_an_item_is_no_sentence():
    pieces = split_text("1. The first is made. 2. The second is not.", "en")
    assert [piece.stray for piece in pieces] == [True, False, True, False]


@pytest.mark.parametrize(("text", "wanted"), CASES.values(), ids=CASES)
def test_sentences(text, wanted):
    assert [text[piece.start : piece.end] for piece in split_text(text, "en")] == wanted


@pytest.mark.parametrize("fragment", ["embassy.", "register.", "said.", "more talks."])
def test_what_translation_left_behind_is_a_fragment(fragment):
    text = f"It plans five new embassies next year. {fragment}"
    pieces = split_text(text, "en")
    assert [(text[piece.start : piece.end], piece.stray) for piece in pieces] == [
        ("It plans five new embassies next year.", False),
        (fragment, True),
    ]


def test_a_long_quotation_is_split():
    inside = "We went there. " * 25
    text = f"“{inside.strip()}” he said."
    pieces = split_text(text, "en")
    assert len(pieces) > 20
    assert "".join(text[piece.start : piece.end] for piece in pieces).replace(" ", "") == text.replace(" ", "")


def test_a_mark_that_opens_goes_with_what_it_opens():
    inside = "We went there. " * 20
    text = f'{inside.strip()}" the minister told them. "It was {"very " * 60}cold. Nobody came."'
    pieces = [text[piece.start : piece.end] for piece in split_text(text, "en")]
    assert not [piece for piece in pieces if piece.endswith(' "')]
    assert any(piece.startswith('"It was') for piece in pieces)


def test_a_quotation_that_never_ends_takes_nothing_with_it():
    assert len(split_text("“We agree. He left. She stayed. They slept.", "en")) == 4


SENTENCES = {
    "a month, a bank": (
        "en",
        ["It is due to open in May.", "Lawyers waited.", "It was paid by the Fed.", "Police came."],
    ),
    "small words": (
        "en",
        ["The answer was no.", "Lunn denies it.", "Two fell ill.", "Doctors came.", "They know me.", "We do."],
    ),
    "things": ("en", ["They dug for ore.", "Miners left.", "It was a work of art.", "Critics loved it."]),
    "streets": (
        "en",
        [
            "He was found on Main St.",
            "Police came.",
            "It is on 5th Ave.",
            "Shops shut.",
            "It is at 9 Oak Rd.",
            "Cars burnt.",
        ],
    ),
    "towns of saints": (
        "en",
        ["In St. Louis police left.", "Mayor Jane St. John said so.", "It is on Fort St. John land."],
    ),
    "numbers": ("en", ["They beat No. 5 Duke on Sunday.", "By sec. 9 of the law it fell.", "No.", "That is wrong."]),
    "a name, and a title": (
        "en",
        ["Then came Hun Sen.", "His son waited.", "Sen. Doe met Gen. He Weidong.", "MR. ROE left."],
    ),
    "firms": ("en", ["He works for Acme Inc.", "Sales fell.", "Acme Inc. Chief Executive Jane Doe left."]),
    "an hour before a quotation": ("en", ["It was about 3 a.m.", '"It went up," he said.']),
    "inside a quotation": ("en", ["“We say no. Doe lies,” he said.", "They left."]),
    "French titles": (
        "fr",
        ["Ils ont vu M. Dupont et Mgr. Petit.", "Le maire, M. J.-C. Petit, est là.", "Le Pr. Roux aussi."],
    ),
    "French initials": ("fr", ["L'O.N.U. n'est pas là.", "J. Petit dit non.", "Il suit le plan B.", "Mais il hésite."]),
    "French acronyms": ("fr", ["Il attend la S.N.C.F.", "Le train part.", "Voir l'art. 5 du code."]),
    "Spanish": ("es", ["D. Juan habla.", "J. Pérez y Dña. Ana callan.", "Es el plan B.", "El gobierno espera."]),
    "German ordinals": ("de", ["Im 19. Jahrhundert kam der 1. FC Köln.", "Sie kommt am 5.", "Er bleibt hier."]),
    "months cut short": ("en", ["It opens in Nov. 2019.", "It shuts in Dec.", "Roads shut too."]),
    "initials with a hyphen": ("en", ["We saw H.-P. Roe and Cllr. Doe of Mgr. Poe.", "It is approx. 5 m."]),
    "German initials and firms": (
        "de",
        ["Dr. H.-P. Weber und Th. Mann von der Fa. Weber kamen.", "Es war Wilhelm II.", "Der Kaiser ging."],
    ),
    "Italian": (
        "it",
        [
            "Il ministro G. Rossi e A. Bianchi parlano.",
            "La dott.ssa Verdi della S.p.A. Rossi tace.",
            "È il B.",
            "Il re la dà.",
        ],
    ),
    "Portuguese": ("pt", ["J. Silva e o Dep. Costa falam na Av. Paulista.", "É o plano B.", "O governo espera."]),
    "Dutch": ("nl", ["Dhr. De Vries kwam.", "Mevr. A. Bakker niet."]),
    "Polish": ("pl", ["Prof. dr hab. A. Nowak przy ul. Długiej 5.", "To grupa A.", "Nikt nie wie."]),
    "initials in a language without entries": ("cs", ["Ministr J. Novák a A. Malá mluví.", "Nikdo neví."]),
    "Greek initials": ("el", ["Ο λοχίας Santos Α. Cardona μίλησε.", "Κανείς δεν απάντησε."]),
    "Chinese verbs of saying": ("zh", ["“不行！”他喊道。", "“我来。”他告诉路透社。", "他走了。"]),
    "Chinese": (
        "zh",
        ["没有人受重伤。", '"这是对的。"船长勃兰特说。', "“不对。”他表示。", "港口说：“船体。”", "他走了。"],
    ),
}


@pytest.mark.parametrize(("language", "wanted"), SENTENCES.values(), ids=SENTENCES)
def test_a_full_stop_ends_a_sentence_by_what_stands_around_it(language, wanted):
    text = ("" if language == "zh" else " ").join(wanted)
    assert [text[piece.start : piece.end] for piece in split_text(text, language)] == wanted


ABBREVIATIONS_THAT_END = [
    "The talks were held in Washington, D.C. Officials said they went well.",
    "They came back to the U.S. Officials said so.",
    "He lives in Phoenix, Ariz. McCain defended the plan.",
    "He sold cars, boats, etc. You'll get more.",
    "The fire began in Albany, N.Y. Residents fled.",
    "It is run by Smith & Sons Ltd. Customers complained.",
    "He spoke to John Smith Sr. Neighbors say he was kind.",
    "He works for the F.B.I. Agents searched the house.",
]
ABBREVIATIONS_WITHIN = [
    "He met D.C. Mayor Muriel Bowser on Monday.",
    "The U.S. Senate voted on Monday.",
    "The U.S. Navy said it was sending planes.",
    "It began at 9 a.m. Eastern time on Monday.",
    "It began at 9 a.m. Moscow time on Monday.",
    "He is from Phoenix, Ariz. Police Chief John Smith said.",
    "the U.N. Security Council met.",
    "A Kansas City, Mo. Police Department car stood there.",
]


@pytest.mark.parametrize("text", ABBREVIATIONS_THAT_END)
def test_an_abbreviation_ends_a_sentence_by_what_follows(text):
    assert len(split_text(text, "en")) == 2


@pytest.mark.parametrize("text", ABBREVIATIONS_WITHIN)
def test_an_abbreviation_before_a_name_or_a_zone_ends_none(text):
    assert len(split_text(text, "en")) == 1
