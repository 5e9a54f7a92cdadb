import pytest

from summarizer.nlp.language_detection import is_foreign, vote_language
from summarizer.nlp.tokens import open_stemmer, terms_of

TEXTS = {
    "en": "The minister said that the talks would go on, and that he had been told of it by the police on Monday.",
    "de": "Die Ministerin sagte, dass die Gespräche weitergehen und sie von der Polizei nicht gehört habe.",
    "fr": "La ministre a dit que les discussions se poursuivent et qu'elle n'a pas été informée par la police.",
    "es": "La ministra dijo que las conversaciones siguen y que no había sido informada por la policía.",
    "it": "La ministra ha detto che le discussioni proseguono e che non è stata informata dalla polizia.",
    "pt": "A ministra disse que as conversações continuam e que não foi informada pela polícia até agora.",
    "nl": "De minister zei dat de gesprekken doorgaan en dat zij niet door de politie was ingelicht.",
    "sv": "Ministern sade att samtalen fortsätter och att hon inte har blivit underrättad av polisen om det.",
    "pl": "Minister powiedziała, że rozmowy trwają i że nie została o tym poinformowana przez policję.",
    "cs": "Ministryně řekla, že rozhovory budou pokračovat a že o tom nebyla informována, protože policie to tají.",
    "el": "Η υπουργός είπε ότι οι συνομιλίες συνεχίζονται και ότι δεν ενημερώθηκε από την αστυνομία.",
    "ru": "Министр сказала, что переговоры продолжаются и что она не была об этом уведомлена полицией.",
    "ar": "قالت الوزيرة إن المحادثات مستمرة وإنها لم تبلغ من قبل الشرطة في العاصمة",
    "he": "השרה אמרה כי השיחות נמשכות וכי היא לא קיבלה הודעה מן המשטרה על כך",
    "hi": "मंत्री ने कहा कि बातचीत जारी है और उन्हें पुलिस ने इसकी सूचना नहीं दी।",
    "zh": "部长说，会谈仍在继续，她没有得到警方的通知。",
    "ja": "大臣は、協議は続いており、警察から連絡を受けていないと述べた。",
    "ko": "장관은 회담이 계속되고 있으며 경찰로부터 통보를 받지 못했다고 말했다.",
}


def read(text, language="en"):
    return terms_of(text, language, open_stemmer(language))[0]


@pytest.mark.parametrize(("language", "text"), TEXTS.items(), ids=TEXTS)
def test_a_sentence_tells_its_language(language, text):
    assert vote_language(read(text, language)) == language


@pytest.mark.parametrize("text", ["", "Barack Obama Angela Merkel", "12 34 56", "Xyzzy plugh frobnicate quux."])
def test_where_few_words_tell_nobody_knows(text):
    assert vote_language(read(text)) is None


def test_a_few_foreign_words_change_nothing():
    assert vote_language(read(TEXTS["en"] + " “Die Welt ist schön,” he said. " + TEXTS["en"])) == "en"


def test_where_two_languages_have_as_many_words_nobody_knows():
    assert vote_language("het niet zijn deze och inte jag från".split()) is None
    assert vote_language("het niet zijn deze och inte".split()) == "nl"


@pytest.mark.parametrize("assumed", ["en", "de", "fr", "es"])
@pytest.mark.parametrize(("language", "text"), TEXTS.items(), ids=TEXTS)
def test_a_sentence_in_another_language_is_foreign(language, text, assumed):
    tokens = read(text, assumed)
    assert is_foreign(text, tokens, assumed) == (language != assumed and len(tokens) >= 6)


@pytest.mark.parametrize(
    "text",
    [
        "De La Cruz, Los Ángeles and El Salvador: De La Cruz won.",
        "Der Spiegel, Die Zeit, Das Bild reported sales.",
        "Die Welt ist nicht so.",
        "Ölpreise sinken.",
        "In an army was also in an old hat war die war in an army.",
    ],
)
def test_names_and_short_sentences_are_not_foreign(text):
    assert not is_foreign(text, read(text), "en")
