"""Months in other languages: pages around an English report often tell its date in the site's own tongue."""

from __future__ import annotations

import re
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
_MONTHS = {name: number for line in _NAMES.strip().splitlines() for number, name in enumerate(line.split(), start=1)}
_YEAR = r"(?:19|20)\d{2}"
_DATE = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})(?:\.|º|°|er)?(?:\s+de)?\s+(?P<name>[^\W\d_]{{3,12}}),?(?:\s+del?)?\s+(?P<year>{_YEAR})(?!\d)"
    rf"|(?P<year2>{_YEAR})\s*[年년]\s*(?P<month2>\d{{1,2}})\s*[月월]\s*(?P<day2>\d{{1,2}})\s*[日일]"
)


def find_foreign_day(text: str) -> tuple[datetime, str] | None:
    """Find the first day told in full in another language: "04 мая 2024", "4 de mayo de 2024", "2024年5月4日".

    Returns:
        The day, and the phrase that tells it; None where there is none, or no such day.
    """
    for match in _DATE.finditer(text):
        month = int(match["month2"] or 0) or _MONTHS.get((match["name"] or "").casefold(), 0)
        try:
            return datetime(int(match["year"] or match["year2"]), month, int(match["day"] or match["day2"])), match[0]
        except ValueError:
            continue
    return None
