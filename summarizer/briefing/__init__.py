"""Statements in, an attributed Briefing out."""

from summarizer.briefing.arrange import arrange_statements, group_documents
from summarizer.briefing.attribute import attribute_events
from summarizer.briefing.discrepancies import find_differences, tell_differences
from summarizer.briefing.doubts import may_be_wrong
from summarizer.briefing.introductions import introduce_persons
from summarizer.briefing.making import remark_on_focus, remark_on_stories, sign_briefing
from summarizer.briefing.news import find_newest_tolls, weigh_news
from summarizer.briefing.stories import part_stories
from summarizer.briefing.timeline import date_documents, find_dates

__all__ = [
    "arrange_statements",
    "attribute_events",
    "date_documents",
    "find_dates",
    "find_differences",
    "find_newest_tolls",
    "group_documents",
    "introduce_persons",
    "may_be_wrong",
    "part_stories",
    "remark_on_focus",
    "remark_on_stories",
    "sign_briefing",
    "tell_differences",
    "weigh_news",
]
