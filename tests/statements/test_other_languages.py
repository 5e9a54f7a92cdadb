"""What tells sentences of other languages than English apart, and what does not: one rule a test."""

import pytest

from summarizer import Document, Settings
from summarizer.cleaning.split_sentences import split_document
from summarizer.features.corpus import open_corpus
from summarizer.model import Span
from summarizer.nlp.commitments import read_commitments
from summarizer.nlp.tokens import open_stemmer, terms_of
from summarizer.nlp.word_forms import read_forms
from summarizer.statements.lexical_judge import open_judge

FILLER = {
    "de": ("In der Nacht fiel in den Bergen viel Regen.", "Die Ernte war im Süden der Insel schlecht."),
    "fr": ("La pluie est tombée toute la nuit.", "La récolte a été mauvaise dans le sud de l'île."),
    "es": ("La lluvia cayó toda la noche.", "La cosecha fue mala en el sur de la isla."),
    "it": ("La pioggia è caduta tutta la notte.", "Il raccolto è stato cattivo nel sud dell'isola."),
    "pt": ("A chuva caiu durante toda a noite.", "A colheita foi má no sul da ilha."),
}


def judged(language, point, passage, sentences=(1,)):
    """How a passage stands to a point, among other sentences."""
    made = []
    for number, text in enumerate((point, passage, *FILLER[language])):
        document = Document(id=str(number), text=text, kept=(Span(start=0, end=len(text)),))
        made += split_document(document, language, first_id=len(made))[0]
    settings = Settings()
    limits = {"same_limit": settings.same_limit, "part_limit": settings.part_limit}
    return open_judge(open_corpus(made), {one.document: one.document for one in made}, **limits).judge(0, sentences)


SAME = {
    "a compound and its parts": (
        "de",
        "Die Stadt baut bis Ende des Jahres in Ulm eine Klinik für Kinder.",
        "Bis zum Jahresende baut die Stadt in Ulm eine Kinderklinik.",
    ),
    "a verb in two parts": (
        "de",
        "Die Polizei nahm am Abend im Hafen von Kiel zwei Schmuggler fest.",
        "Zwei Schmuggler wurden am Abend im Hafen von Kiel von der Polizei festgenommen.",
    ),
    "several words for one": (
        "fr",
        "Deux marins ont perdu la vie dimanche dans un naufrage au large de Brest.",
        "Deux marins sont morts dimanche dans un naufrage au large de Brest.",
    ),
    "all forms of a synonym": (
        "es",
        "Los bomberos evacuaron a los vecinos de un edificio de Gijón.",
        "Los vecinos de un inmueble de Gijón fueron evacuados por los bomberos.",
    ),
    "a stop word that means something": (
        "it",
        "Un uomo di Asti è stato ferito in un incendio nella sua casa.",
        "Un uomo di Asti è stato ferito nel rogo della sua abitazione.",
    ),
    "what stands behind a preposition, in another place": (
        "de",
        "Bei dem Einsturz einer Brücke in Genf starben am Montag acht Menschen.",
        "Acht Menschen starben am Montag bei dem Einsturz einer Brücke in Genf.",
    ),
    "places in another order": (
        "it",
        "La regione ha aperto nella valle di Susa un museo delle miniere.",
        "Nella valle di Susa la regione ha inaugurato un museo delle miniere.",
    ),
}


@pytest.mark.parametrize("case", SAME)
def test_the_same_in_other_words_is_the_same(case):
    assert judged(*SAME[case]).relation == "entailed"


OTHER = {
    "one part of a compound": (
        "de",
        "Die Feuerwehr löschte am Abend den Brand im Haus.",
        "Die Feuerwehr löschte am Abend den Brand im Krankenhaus.",
    ),
    "other openings of words": (
        "de",
        "Das Stadttheater zeigt im Herbst ein neues Stück aus Polen.",
        "Das Stadtmuseum zeigt im Herbst ein neues Stück aus Polen.",
    ),
    "another name behind an article cut short": (
        "fr",
        "Le maire d'Orléans a inauguré la piscine du quartier sud.",
        "Le maire d'Angers a inauguré la piscine du quartier sud.",
    ),
    "a future told by an ending": (
        "it",
        "Il gruppo ha chiuso lo stabilimento di Novara.",
        "Il gruppo chiuderà lo stabilimento di Novara.",
    ),
    "a day of two words": (
        "pt",
        "A reunião dos ministros começa na segunda-feira em Lisboa.",
        "A reunião dos ministros começa na sexta-feira em Lisboa.",
    ),
    "another subject before an auxiliary": (
        "fr",
        "Le syndicat a été reçu mardi par le directeur du port.",
        "Le préfet a été reçu mardi par le directeur du port.",
    ),
    "subject and what binds a noun": (
        "es",
        "El Gobierno rechazó la propuesta del sindicato.",
        "El sindicato rechazó la propuesta del Gobierno.",
    ),
}


@pytest.mark.parametrize("case", OTHER)
def test_what_looks_alike_is_not_the_same(case):
    language, point, passage = OTHER[case]
    assert judged(language, point, passage).relation != "entailed"
    assert judged(language, passage, point).relation != "entailed"


def test_parts_and_contradictions_are_told_in_english_only():
    point = "La commune a fermé la piscine jeudi et la bibliothèque samedi."
    assert judged("fr", point, "La commune a fermé la piscine jeudi.").relation is None
    assert judged("fr", point, "La commune n'a pas fermé la piscine jeudi et la bibliothèque samedi.").relation is None


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("fr", "Le maire d'Orléans a reçu Anne Petit à l'Élysée.", {"orleans", "anne", "petit", "elysee"}),
        ("fr", "Hier, l'Église a reçu l'avis de Lille.", {"lille"}),
        ("de", "Der Bürgermeister von Ulm empfing Anna Klein.", set()),
    ],
)
def test_names_are_what_no_report_writes_small(language, text, names):
    tokens, terms = terms_of(text, language, open_stemmer(language))
    said = read_commitments(text, tokens, terms, language, read_forms(["une église", text]))
    assert set(said.names.values()) == names
    assert bool(said.nouns) == (language == "de")


def test_a_day_may_have_two_words():
    text = "A segunda reunião dos ministros começa na quarta-feira."
    tokens, terms = terms_of(text, "pt", open_stemmer("pt"))
    said = read_commitments(text, tokens, terms, "pt", read_forms([text]))
    assert set(said.days.values()) == {("weekday", 2, 0)}
    assert said.dating == {7, 8}


def test_a_noun_that_is_missing_is_named():
    point = "Ein Gericht in Dresden verurteilte den früheren Bürgermeister zu vier Jahren Haft."
    passage = "Der ehemalige Bürgermeister wurde von einem Gericht zu vier Jahren Gefängnis verurteilt."
    assert judged("de", point, passage).reason == "“dresden” is missing"
    assert judged("de", passage, point).relation == "entailed"


def test_most_of_the_content_must_be_there():
    point, short = (
        "La commune a fermé jeudi 12 piscines couvertes du quartier.",
        "La commune a fermé jeudi 12 piscines.",
    )
    assert judged("fr", point, short).reason == "other words"
    assert judged("fr", short, point).relation == "entailed"


def test_one_sentence_must_say_it():
    point = "Le port de Sète a rouvert jeudi et le maire a salué les marins."
    passage = "Le port de Sète a rouvert jeudi. Le maire a salué les marins."
    assert judged("fr", point, passage, (1, 2)).relation is None
    assert judged("fr", point, point.replace("salué", "félicité")).relation == "entailed"
