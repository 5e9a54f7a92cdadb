"""Words that news uses for one another: what tells that two sentences say the same in other words."""

from __future__ import annotations

from functools import lru_cache

from summarizer.language.names import fold
from summarizer.language.numerals import figure_of
from summarizer.language.words import stem

# Each line is one meaning in reports; no word stands in two. Only what could be exchanged in most sentences of news.
_MEANINGS = {
    word: line.split()[0]
    for line in (
        "kill kills killed killing die dies died dead death deaths fatalities perished",
        "injure injured injuring injuries wounded hurt",
        "deny denies denied denying reject rejects rejected rejecting dismiss dismisses dismissed dismissing refuted",
        "accusation accusations charges allegation allegations wrongdoing",
        "cut cuts cutting lower lowers lowered lowering reduce reduces reduced reducing reduction decrease decreased",
        "raise raises raised raising increase increases increased increasing lifted hike hiked",
        "fall falls fell fallen drop drops dropped dropping decline declines slowed slipped",
        "rise rises rose risen climb climbs climbed climbing grew grow grows grown",
        "release releases released freed",
        "arrest arrests arrested arresting detain detains detained custody",
        "search searches searched searching raid raids raided",
        "police officers policemen",
        "baby babies newborn newborns infant infants",
        "child children kids",
        "drug drugs medicine medicines medication",
        "talks talk meeting meetings discussions negotiations conversation conversations met meet meets",
        "visit visits visited visiting trip trips journey travelled traveled travel",
        "country countries nation nations",
        "official officials authorities",
        "company companies firm firms business businesses",
        "buy buys bought buying purchase purchased purchasing acquired",
        "contract contracts deal deals agreement agreements",
        "house houses home homes",
        "begin begins began begun start starts started starting",
        "help helps helped helping assist assists assisted assistance co-operate cooperate",
        "collapse collapsed collapses burst breached",
        "flood floods flooded flooding inundated",
        "find finds found finding discover discovers discovered",
        "expect expects expected expecting forecast forecasts predicted anticipated",
        "resign resigned resigns resigning resignation quit quits",
        "car cars vehicle vehicles",
        "shoot shot shooting shots gunned gunfire",
        "photo photos picture pictures photograph photographs image images",
        "film films movie movies",
        "lawyer lawyers attorney attorneys",
        "doctor doctors physician physicians",
        "student students pupil pupils",
        "earthquake earthquakes quake quakes tremor",
        "fire fires blaze blazes",
        "plane planes aircraft airplane jet airliner",
        "ship ships vessel vessels boat boats",
        "soldier soldiers troops",
        "gunman gunmen shooter shooters attacker attackers",
        "protest protests protesters protestors demonstration demonstrations demonstrators rally rallies",
        "law laws legislation",
        "suspect suspects suspected suspicion",
        "inquiry inquiries probe probes investigation investigations investigate investigating",
        "study studies research",
        "jail jails jailed prison prisons imprisoned",
        "prosecutor prosecutors prosecution",
        "pledge pledges pledged pledging promise promises promised promising vow vowed",
        "urge urges urged urging",
        "stress stresses stressed stressing emphasize emphasizes emphasized emphasise emphasised underlined",
        "big large huge major",
        "risk risks danger dangers",
        "consequences implications ramifications",
        "usual usually customary customarily",
        "entrance door doors",
        "dispute disputes disagreements row",
        "frequent regular",
        "participate participates participated engage engages engaged",
        "price prices priced cost costs",
        "evacuate evacuated displaced driven forced",
        "money cash funds",
        "wife husband spouse",
        "near nearby close",
        "area areas region regions district",
        "shows show showed shown reveals revealed",
        "kidnap kidnapped abducted",
        "destroy destroyed wrecked",
        "win wins won winning victory",
        "defeat beat beats beaten defeated",
        "job jobs employment",
        "worker workers employee employees staff",
        "conceal concealed hid hide hidden",
        "striker forward",
    )
    for word in line.split()
}
_WORDS: dict[str, frozenset[str]] = {
    meaning: frozenset(word for word, own in _MEANINGS.items() if own == meaning) for meaning in set(_MEANINGS.values())
}
# States of the USA as news shortens them behind a town, where that is no other word ("Mass.").
STATES = {
    short: name
    for name, short in (
        pair.split(":")
        for pair in "alabama:ala arizona:ariz california:calif colorado:colo connecticut:conn florida:fla georgia:ga"
        " kansas:kan kentucky:ky michigan:mich minnesota:minn nebraska:neb nevada:nev oklahoma:okla"
        " pennsylvania:pa tennessee:tenn texas:tex virginia:va vermont:vt wisconsin:wis wyoming:wyo".split()
    )
}
# They say that somebody says it, or in what it is counted: no part of what is said.
_BESIDE = frozenset(
    "say says said saying tell tells told telling add adds added adding stated announce announces"
    " announced report reports reported reportedly according statement spokesman spokeswoman spokesperson"
    " noted notes including percent cent per mr mrs ms".split()
)


def words_meaning(meaning: str) -> frozenset[str]:
    """Return the words of English that have a meaning, where reports exchange several for one another."""
    return _WORDS.get(meaning, frozenset())


@lru_cache(maxsize=16384)
def meaning_of(word: str, term: str, language: str = "en") -> str:
    """Return what a word means; "" where it is a stop word, or only says that somebody says it.

    Words that reports exchange for one another have one meaning, number words are numbers; any other word means its
    stem, accents apart.
    """
    if not term:
        return ""
    if language == "en" and word in STATES:
        return stem([STATES[word]], language)[0]
    if language != "en":
        return term if term.isascii() else fold(term)
    if word in _BESIDE:
        return ""
    return _MEANINGS.get(word) or figure_of(word) or (term if term.isascii() else fold(term))
