"""A small heap of reports: two stories that several reports tell, and reports that stand alone."""

from summarizer import Document

QUAKE = [
    "A strong earthquake shook Valparaiso on Monday, and officials in Chile ordered thousands to leave the coast. The"
    " tremor of magnitude 6.9 damaged the harbour and cut power in Valparaiso. President Bachelet flew to the port.",
    "Thousands fled the coast of Chile after an earthquake of magnitude 6.9 struck near Valparaiso. The harbour was"
    " damaged, officials said, and power was out in the port. President Bachelet promised help to Valparaiso.",
    "In Valparaiso residents slept outdoors after the earthquake that shook Chile. The tremor broke water pipes in the"
    " harbour district, and President Bachelet visited families who had fled the coast.",
]
BANK = [
    "Nordbank said it will close ninety branches and cut two thousand jobs in Sweden. Chief executive Karin Lund told"
    " investors in Stockholm that customers of Nordbank now use their phones.",
    "Unions in Stockholm attacked Nordbank over plans to cut two thousand jobs. Karin Lund, chief executive, defended"
    " the closing of ninety branches: customers in Sweden use their phones, she told investors.",
]
GERMAN = [
    "Ein schweres Erdbeben hat am Montag die Küste von Chile erschüttert. Tausende Menschen flohen aus Valparaiso, der"
    " Hafen wurde beschädigt, und der Strom fiel in weiten Teilen der Stadt aus.",
    "Nach dem Erdbeben an der Küste von Chile sind Tausende Menschen aus Valparaiso geflohen. Der Hafen ist beschädigt,"
    " in weiten Teilen der Stadt fiel der Strom aus, sagten die Behörden.",
]
ALONE = (
    "Gardeners at the botanical park have waited nine years for the giant lily to bloom. On Sunday night it opened, and"
    " visitors queued along the glasshouse to smell it."
)


def reports(texts, name="r", published=None, **given):
    """Return a report of each text."""
    return [
        Document.from_text(text, id=f"{name}{number}", published=published, **given)
        for number, text in enumerate(texts, start=1)
    ]


def grouping_of(stories):
    """Return the ids of the reports of each story, as sets."""
    return {frozenset(report.document for report in story.reports) for story in stories}
