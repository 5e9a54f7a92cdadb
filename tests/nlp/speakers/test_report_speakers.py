import pytest

from summarizer import Document
from summarizer.cleaning.split_sentences import split_document
from summarizer.readers.documents import prepare_document
from tests.timing import growth

# Paragraphs of a report, and who says each of their sentences.
REPORTS = {
    "a time and a description are no part of a name": (
        ["Last night Khalid Noor, a member of the council, said he was worried. “It is a disgrace,” he said."],
        ["Khalid Noor", "Khalid Noor"],
    ),
    "a quotation goes on in the next paragraph": (
        [
            "The inspector, Dana Reiss, told the inquiry on Tuesday what she had found under the bridge.",
            "“I saw the first crack in January and reported it the same day to the office.",
            "“In March there were four more, and the longest reached from the bearing to the deck.",
            "“No engineer was ever sent to look at them.”",
        ],
        ["Dana Reiss"] * 4,
    ),
    "who says it stands in the last paragraph of a quotation": (
        [
            "The bridge was closed at noon, and the road to it was closed an hour later.",
            "“I saw the first crack in January and reported it the same day to the office.",
            "“No engineer was ever sent to look at them,” Dana Reiss said.",
        ],
        [None, "Dana Reiss", "Dana Reiss"],
    ),
    "a pronoun means the only speaker of the paragraph before": (
        [
            "Hugh Marl, a surgeon at the hospital, said that all the beds on the ward were taken.",
            "“They need treatment now, and they do not get it,” he added.",
        ],
        ["Hugh Marl", "Hugh Marl"],
    ),
    "not where that names two": (
        [
            "Hugh Marl said that all the beds on the ward were taken, but Ivo Sel said there were some.",
            "Ivo Sel said that more of them would come before the end of the year.",
            "Hugh Marl said that this was late. Ivo Sel said that it was not, by any measure.",
            "“They need treatment now, and they do not get it,” he added.",
        ],
        ["Hugh Marl", "Ivo Sel", "Hugh Marl", "Ivo Sel", None],
    ),
    "he is no Jane, and no ministry": (
        [
            "Jane Roe said that all the beds on the ward were taken for the night.",
            "“They need treatment now, and they do not get it,” he added.",
            "The ministry said that all the beds on the ward were taken for the night.",
            "“They need treatment now, and they do not get it,” he added.",
        ],
        ["Jane Roe", None, "The ministry", None],
    ),
    "a pronoun means whom the sentence before tells of": (
        [
            "The nurse Ellen Voss told the board in March that beds were short. “Nobody answered me,” she said.",
            "Board chairman Tim Akers denied it. “That is untrue,” he said. Voss, who left in May, disagreed."
            " “I have the letters,” she said.",
        ],
        ["The nurse Ellen Voss"] * 2 + [None, "Board chairman Tim Akers", None, "Voss"],
    ),
    "a pronoun means the subject of its own sentence": (
        [
            "Anna Smith said that all the beds on the ward were taken for the night.",
            "Jane Roe, a nurse, was on the first floor of the building at the time, she said.",
        ],
        ["Anna Smith", "Jane Roe"],
    ),
    "not where the paragraph opens with somebody else": (
        [
            "Hugh Marl said that all the beds on the ward were taken for the night.",
            "Sel also defended his choice. “They need treatment now, and they do not get it,” he said.",
        ],
        ["Hugh Marl", None, None],
    ),
    "who defends it, too, is meant where he is known": (
        [
            "Ivo Sel said that all the beds on the ward were taken. Hugh Marl said that they were not.",
            "Sel also defended his choice. “They need treatment now, and they do not get it,” he said.",
        ],
        ["Ivo Sel", "Hugh Marl", None, "Sel"],
    ),
    "no noun after a name is a verb, no order a name, no team in a month a person": (
        [
            "Ivo Sel said that the snow came late. Rural Dover villages have many good people, he said.",
            "The snow was late this year. Read the Dover Post threads where Sel takes them all on."
            " “It will go well,” he writes.",
            "Marl’s legal team in August rejected it. Asked about it, he said: “We disagree.”",
        ],
        ["Ivo Sel", "Ivo Sel", None, None, None, None, None],
    ),
    "a mark of two strokes closes it": (
        [
            "\"I would say you let them do what they want to do,'' Kip said.",
            '"It is all about balance, really," Rosa Wendel said.',
        ],
        [None, "Rosa Wendel"],
    ),
    "not where another person is told of in between": (
        [
            "Barry Jenkins said that it could not be true. At the end of it all, everybody went home."
            " Kimmel won one more. “I do not know what happened,” he said.",
        ],
        ["Barry Jenkins", None, None, None],
    ),
    "a name after a dash": (
        [
            "“Anna is a true expert, and she will help everyone who lives beside the port.” – Geoff Starling",
            "“Anna brings a wealth of knowledge about tides, and a long record of service.”",
            "— Rosa Wendel, ferry captain",
        ],
        ["Geoff Starling", "Geoff Starling", "Rosa Wendel"],
    ),
    "a name in the line above": (
        [
            "The new head of the port was praised by many on the day that she was named.",
            "And from the chairwoman, Rosa Wendel:",
            "“Anna brings a wealth of knowledge about tides, and a long record of service.”",
        ],
        [None, None, "Rosa Wendel"],
    ),
    "the lines of an interview": (
        [
            "Port Journal: What did you think when you heard that the road was closed?",
            "Rosa Wendel: I thought of the boats that were still out on the water.",
            "Port Journal: And what did you do then, with all the boats out there?",
            "Rosa Wendel: We called them back. All of them came home before it was dark.",
        ],
        ["Port Journal", "Rosa Wendel", "Port Journal", "Rosa Wendel", "Rosa Wendel"],
    ),
    "a lost mark harms nothing beside it": (
        [
            '"We have had enough of it," grumbled Jo Marsh, who teaches at the school.',
            '"It is an insult, sighed Meg Dunn, a caretaker at the school. Parents brought tea to the line.',
            '"I would walk out too," admitted the head, Amy Lund, on Tuesday.',
        ],
        ["Jo Marsh", None, None, "Amy Lund"],
    ),
    "a quotation set off": (
        [
            "The mayor, Jane Roe, wrote to all of the people who live in the town below the dam:",
            "> The dam is safe, and it will be safe for all of the years to come. Nobody need leave.",
            "The town was calm on the day that the letter came, and the shops were open.",
        ],
        [None, "Jane Roe", "Jane Roe", None],
    ),
    "two quotations set off, a line above the first": (
        [
            "The mayor, Jane Roe, wrote to all of the people who live in the town below the dam:",
            "> The dam is safe, and it will be safe for all of the years to come.",
            "> The road is open, and it will be open for all of the years to come.",
            "The town was calm on the day that the post came, and the shops were open.",
        ],
        [None, "Jane Roe", None, None],
    ),
    "a post, signed below": (
        [
            "The dam was closed at noon, and many people in the town below it were afraid.",
            "> The dam is safe, and it will be safe for all of the years to come. Nobody need leave.",
            "> — Jane Roe (@janeroe) March 3, 2024",
            "The town was calm on the day that the post came, and the shops were open.",
        ],
        [None, "Jane Roe", "Jane Roe", None],
    ),
}


def split(paragraphs):
    return split_document(prepare_document(Document(id="a", text="\n\n".join(paragraphs))), "en")[0]


@pytest.mark.parametrize(("paragraphs", "wanted"), REPORTS.values(), ids=REPORTS)
def test_speakers_of_a_report(paragraphs, wanted):
    assert [sentence.speaker for sentence in split(paragraphs)] == wanted


def test_a_quotation_that_goes_on_in_the_next_paragraph_lacks_no_mark():
    sentences = split(REPORTS["a quotation goes on in the next paragraph"][0])
    assert [sentence.flaws for sentence in sentences] == [()] * 4


def test_a_quotation_that_lost_its_mark_does():
    sentences = split(REPORTS["a lost mark harms nothing beside it"][0])
    assert ["unbalanced quotation" in sentence.flaws for sentence in sentences] == [False, True, False, False]


def test_a_language_without_words_for_speakers_tells_nobody_and_still_reads_the_marks_of_quotations():
    told = REPORTS["a quotation goes on in the next paragraph"][0]
    document = prepare_document(Document(id="a", text="\n\n".join(told), language="fr"))
    sentences = split_document(document, "fr")[0]
    assert [sentence.speaker for sentence in sentences] == [None] * 4
    assert not any("unbalanced quotation" in sentence.flaws for sentence in sentences)


@pytest.mark.parametrize("rest", ["The talks went on at the house. ", "“They went on,” he said. ", "They said “no. "])
def test_a_paragraph_of_many_sentences_takes_no_longer_than_it_grows(rest):
    def make(size):
        document = prepare_document(Document(id="a", text=f"Jane Roe said it. {rest * (size // len(rest))}"))
        return lambda: split_document(document, "en")

    assert any(growth(make, 30_000, 4, runs=runs) < 7 for runs in (1, 2, 3))
