"""Small made-up clusters, and a task made of one."""

import json

from summarizer import Cluster, Document
from summarizer.cleaning.split_sentences import split_document
from summarizer.evaluation.records import Task
from summarizer.evaluation.rouge import Tokenizer
from summarizer.readers.documents import prepare_document

DAM = {
    "ledger": "The old dam above Harrow Vale failed on Sunday night after three days of rain. Two villages were "
    "emptied before the water came. Nobody was killed, the mayor said. The road to the coast is closed.",
    "courier": "A dam failed above Harrow Vale on Sunday night, and two villages were emptied. Engineers had warned of "
    "cracks in its wall since spring. The mayor wants an inquiry into the warnings.",
    "herald": "Engineers warned of cracks in the wall of the Harrow Vale dam since spring. On Sunday night it failed. "
    "Repairs will cost forty million crowns. Schools stay shut until Thursday.",
}
DAM_TOLD = (
    "The dam above Harrow Vale failed on Sunday night after rain, and two villages were emptied. Nobody was killed. "
    "Engineers had warned of cracks in the wall since spring.",
    "After days of rain the old Harrow Vale dam failed. The mayor wants an inquiry, since engineers had warned of "
    "cracks. Repairs will cost forty million crowns.",
)
BANK = {
    "one": "The central bank of Norland raised its rate to five per cent on Tuesday. It was the third rise this year. "
    "Prices have grown by nine per cent since January. Builders fear for their orders.",
    "two": "Norland's central bank raised rates by half a point on Tuesday. The governor said that prices grow too "
    "fast. Loans for houses will cost more from June.",
}
BANK_TOLD = ("Norland's central bank raised its rate by half a point to five per cent. Prices grow too fast, it said.",)
CLUB = {
    "a": "Striker Tom Arden signed for Westport on Friday for a fee of six million crowns. He scored nineteen goals "
    "last season. Westport fell to the second league in May.",
    "b": "Westport have signed Tom Arden. The striker, who is twenty-four, agreed to stay for five years. Fans waited "
    "for him at the gate. He leaves Eastham after two seasons.",
}
CLUB_TOLD = ("Westport signed the striker Tom Arden for six million crowns and five years. He scored nineteen goals.",)


def record(name, reports, told, **more):
    documents = [{"id": key, "title": "", "text": text} for key, text in reports.items()]
    return {"id": name, "lang": "en", "documents": documents, "references": list(told), **more}


RECORDS = (record("dam", DAM, DAM_TOLD), record("bank", BANK, BANK_TOLD), record("club", CLUB, CLUB_TOLD))


def cluster(name="dam", reports=None, told=DAM_TOLD, language="en"):
    reports = DAM if reports is None else reports
    documents = tuple(Document(id=key, text=text, language=language) for key, text in reports.items())
    return Cluster(id=name, documents=documents, references=tuple(told), language=language)


def clusters():
    return [cluster(), cluster("bank", BANK, BANK_TOLD), cluster("club", CLUB, CLUB_TOLD)]


def task_of(cluster, words):
    tokenizer = Tokenizer(cluster.language, {})
    sentences = []
    for document in cluster.documents:
        ready = prepare_document(document, cluster.language)
        sentences += split_document(ready, cluster.language, first_id=len(sentences))[0]
    references = tuple(tokenizer.lines_of(text, words) for text in cluster.references)
    return Task(
        cluster=cluster,
        sentences=tuple(sentences),
        words=words,
        references=references,
        tokenize=tokenizer.lines_of,
    )


def write_lines(path, records):
    lines = [line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in records]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path
