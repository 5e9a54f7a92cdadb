"""Months in other languages: pages around an English report often tell its date in the site's own tongue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

# One line a language, January first, as they stand beside a day.
_NAMES = """
    januar februar märz april mai juni juli august september oktober november dezember
    janvier février mars avril mai juin juillet août septembre octobre novembre décembre
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
    gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
    januari februari maart april mei juni juli augustus september oktober november december
    stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
    января февраля марта апреля мая июня июля августа сентября октября ноября декабря
    січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
    ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
    januari februari maret april mei juni juli agustus september oktober november desember
    januari februari mars april maj juni juli augusti september oktober november december
    يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
"""
# Shortened forms that stand for one month in all of these languages; "mar" and the like are English as well.
_SHORT = {
    "jan": 1, "jän": 1, "jänner": 1, "janv": 1, "ene": 1, "gen": 1, "feb": 2, "févr": 2, "fév": 2, "fev": 2, "mär": 3,
    "mrz": 3, "avr": 4, "abr": 4, "mai": 5, "juin": 6, "jun": 6, "jui": 6, "juil": 7, "jul": 7, "août": 8, "ago": 8,
    "aug": 8, "sep": 9, "sept": 9, "set": 9, "okt": 10, "oct": 10, "out": 10, "ott": 10, "nov": 11, "déc": 12,
    "dez": 12, "dic": 12, "setiembre": 9,
}  # fmt: skip
_MONTHS = _SHORT | {
    name: number for line in _NAMES.strip().splitlines() for number, name in enumerate(line.split(), start=1)
}
# As in _NAMES, Monday first, each with the form that it is shortened to.
_WEEKDAYS = """
    monday mon tuesday tue wednesday wed thursday thu friday fri saturday sat sunday sun
    montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sa sonntag so
    lundi lun mardi mar mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim
    lunes lun martes mar miércoles mié jueves jue viernes vie sábado sáb domingo dom
    lunedì lun martedì mar mercoledì mer giovedì gio venerdì ven sabato sab domenica dom
"""
_NUMBERS = {
    name: number // 2 for line in _WEEKDAYS.strip().splitlines() for number, name in enumerate(line.split())
} | {"tues": 1, "thurs": 3, "sonnabend": 5}
_YEAR = r"(?:19|20)\d{2}"
_DATE = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})(?:\.|º|°|er|re)?(?:\s+de)?\s+(?P<name>[^\W\d_]{{3,12}})\.?,?(?:\s+del?)?\s+(?P<year>{_YEAR})(?!\d)"
    rf"|(?P<year2>{_YEAR})\s*[年년]\s*(?P<month2>\d{{1,2}})\s*[月월]\s*(?P<day2>\d{{1,2}})\s*[日일]"
)


def find_foreign_days(text: str) -> Iterator[tuple[datetime, int, int]]:
    """Find the days told in full in another language: "04 мая 2024", "4 de mayo de 2024", "2024年5月4日".

    Yields:
        Each day, and where the phrase that tells it starts and ends; no such day as 31 June.
    """
    for match in _DATE.finditer(text):
        month = int(match["month2"] or 0) or _MONTHS.get((match["name"] or "").casefold(), 0)
        try:
            day = datetime(int(match["year"] or match["year2"]), month, int(match["day"] or match["day2"]))
        except ValueError:
            continue
        yield day, match.start(), match.end()


def weekday_number(name: str) -> int | None:
    """Return the number of a weekday, Monday 0, by its name or what it is shortened to; None where it is none."""
    return _NUMBERS.get(name.casefold())
