"""Matters of words: tokens, stems, sentence boundaries, flaws, facts and speakers; the only room that knows them."""

from summarizer.language.act_reading import Act
from summarizer.language.acts import find_denied, find_told, may_deny, words_of_act
from summarizer.language.ages import LONGEST_AGE, find_age_of_dead
from summarizer.language.antecedents import opens_as_name
from summarizer.language.antonyms import are_opposite
from summarizer.language.asides import index_phrases, meets_phrase
from summarizer.language.boundaries import Piece, split_text
from summarizer.language.clause_likeness import Clause, read_clause
from summarizer.language.clauses import is_over, is_quoted
from summarizer.language.codes import read_code
from summarizer.language.commitments import Commitments, read_commitments
from summarizer.language.conflicts import Conflict, Held, Place
from summarizer.language.contradiction import find_conflicts
from summarizer.language.conversions import convert_within
from summarizer.language.corrections import find_withdrawn, is_named_wrongly, may_take_back, takes_back
from summarizer.language.datelines import match_dateline
from summarizer.language.datephrases import find_date_phrases, has_weekday, is_weekday
from summarizer.language.dates import find_date, find_days, find_years, name_days
from summarizer.language.deals import Closing, find_closing, is_price
from summarizer.language.descriptions import describe_name
from summarizer.language.detection import is_foreign, vote_language
from summarizer.language.fates import TOLLS, tells_growth
from summarizer.language.firsts import First, find_firsts, may_be_first
from summarizer.language.flaws import LEANING, find_flaws
from summarizer.language.governments import government_of
from summarizer.language.happenings import tells_of_event
from summarizer.language.headlines import clean_headline, explains
from summarizer.language.labels import has_lost_mark, read_label, read_lead_in, read_signature
from summarizer.language.leads import brings_in, goes_on, points_back
from summarizer.language.lines import Line
from summarizer.language.live import calls_itself_live, read_heads
from summarizer.language.marks import count_straight_marks
from summarizer.language.meanings import meaning_of
from summarizer.language.name_conflicts import is_variant
from summarizer.language.names import Naming, are_alike, find_names, fold, is_role
from summarizer.language.number_words import Number, find_numbers
from summarizer.language.numericdates import Order, find_order
from summarizer.language.openings import leave_out_asides, opening_assertion
from summarizer.language.perils import IN_DANGER, Peril, find_perils, may_be_in_danger, may_settle
from summarizer.language.persons import gender_of, is_personal, may_be_meant
from summarizer.language.places import Phrase, find_day_phrases, find_places
from summarizer.language.quantities import find_quantities, may_hold_quantity, quantity_of_age
from summarizer.language.quantity import Quantity
from summarizer.language.quotations import count_unquoted, find_open, has_quotation_marks, is_bare_quotation
from summarizer.language.scopes import (
    Subject,
    called_before,
    find_narrowing,
    find_periods,
    find_turns,
    is_feared_at,
    read_subject,
)
from summarizer.language.speech import (
    find_attribution,
    is_pronoun,
    is_speech_verb,
    leading_attribution,
    speaker_of,
    tells_of_speech,
    who_says,
    without_attribution,
)
from summarizer.language.stamps import Stamp, changed_in, find_stamps, stated_in
from summarizer.language.subjects import subject_of
from summarizer.language.tables import Tables, has_tables, tables_of
from summarizer.language.units import MEASURED, WEIGHS, WEIGHTS
from summarizer.language.variants import Mention, Person, find_persons
from summarizer.language.verb_conflicts import tells_what_is_done
from summarizer.language.verbs import AUXILIARIES, holds_verb, is_verb
from summarizer.language.whole_clauses import (
    before_noun,
    ends_clause,
    measure_label,
    named_measure,
    opens_clause,
    quote_clause,
    words_after,
)
from summarizer.language.word_counts import BLOCK_OF
from summarizer.language.word_forms import WordForms, common_words, names_in, read_forms
from summarizer.language.words import (
    content_of,
    open_stemmer,
    runs_of_letters,
    spans_of,
    stem,
    stop_words,
    terms_of,
    words_of,
)

__all__ = [
    "AUXILIARIES",
    "BLOCK_OF",
    "IN_DANGER",
    "LEANING",
    "LONGEST_AGE",
    "MEASURED",
    "TOLLS",
    "WEIGHS",
    "WEIGHTS",
    "Act",
    "Clause",
    "Closing",
    "Commitments",
    "Conflict",
    "First",
    "Held",
    "Line",
    "Mention",
    "Naming",
    "Number",
    "Order",
    "Peril",
    "Person",
    "Phrase",
    "Piece",
    "Place",
    "Quantity",
    "Stamp",
    "Subject",
    "Tables",
    "WordForms",
    "are_alike",
    "are_opposite",
    "before_noun",
    "brings_in",
    "called_before",
    "calls_itself_live",
    "changed_in",
    "clean_headline",
    "common_words",
    "content_of",
    "convert_within",
    "count_straight_marks",
    "count_unquoted",
    "describe_name",
    "ends_clause",
    "explains",
    "find_age_of_dead",
    "find_attribution",
    "find_closing",
    "find_conflicts",
    "find_date",
    "find_date_phrases",
    "find_day_phrases",
    "find_days",
    "find_denied",
    "find_firsts",
    "find_flaws",
    "find_names",
    "find_narrowing",
    "find_numbers",
    "find_open",
    "find_order",
    "find_perils",
    "find_periods",
    "find_persons",
    "find_places",
    "find_quantities",
    "find_stamps",
    "find_told",
    "find_turns",
    "find_withdrawn",
    "find_years",
    "fold",
    "gender_of",
    "goes_on",
    "government_of",
    "has_lost_mark",
    "has_quotation_marks",
    "has_tables",
    "has_weekday",
    "holds_verb",
    "index_phrases",
    "is_bare_quotation",
    "is_feared_at",
    "is_foreign",
    "is_named_wrongly",
    "is_over",
    "is_personal",
    "is_price",
    "is_pronoun",
    "is_quoted",
    "is_role",
    "is_speech_verb",
    "is_variant",
    "is_verb",
    "is_weekday",
    "leading_attribution",
    "leave_out_asides",
    "match_dateline",
    "may_be_first",
    "may_be_in_danger",
    "may_be_meant",
    "may_deny",
    "may_hold_quantity",
    "may_settle",
    "may_take_back",
    "meaning_of",
    "measure_label",
    "meets_phrase",
    "name_days",
    "named_measure",
    "names_in",
    "open_stemmer",
    "opening_assertion",
    "opens_as_name",
    "opens_clause",
    "points_back",
    "quantity_of_age",
    "quote_clause",
    "read_clause",
    "read_code",
    "read_commitments",
    "read_forms",
    "read_heads",
    "read_label",
    "read_lead_in",
    "read_signature",
    "read_subject",
    "runs_of_letters",
    "spans_of",
    "speaker_of",
    "split_text",
    "stated_in",
    "stem",
    "stop_words",
    "subject_of",
    "tables_of",
    "takes_back",
    "tells_growth",
    "tells_of_event",
    "tells_of_speech",
    "tells_what_is_done",
    "terms_of",
    "vote_language",
    "who_says",
    "without_attribution",
    "words_after",
    "words_of",
    "words_of_act",
]
