import mailbox
from email.message import EmailMessage
from pathlib import Path

import pytest

from summarizer import ReadError, ReadSettings, read_documents
from summarizer.readers.mail.bodies import TOO_DEEP

KINDS = Path(__file__).parents[1] / "cases" / "kinds"
SEEDS = {path.name[:3]: path.read_text("utf-8") for path in sorted((KINDS.parents[2] / "seeds").glob("*.txt"))}
SENTENCE = "The minister said on Monday that the talks in Beijing had gone well for both of the countries."


@pytest.mark.parametrize("name", SEEDS)
def test_a_message_that_mutt_sent_holds_its_text(name):
    (document,) = read_documents(KINDS / "seeds_eml" / f"{name}.eml")
    assert (document.kind, document.text.split()) == ("mail", SEEDS[name].split())
    assert document.title == f"Report {name}: US and China hold talks – “candid”"
    assert str(document.published) == ("2023-06-06T14:01" if name == "000" else "2026-11-22T13:42+00:00")
    assert ("who sent it, when" in {omission.rule for omission in document.omitted}) is True


def test_the_mailbox_that_mutt_kept_holds_every_message():
    documents = read_documents(KINDS / "mutt.mbox")
    assert [document.text.split() for document in documents] == [text.split() for text in SEEDS.values()]
    assert [document.id for document in documents] == [f"mutt-{number}" for number in range(1, 6)]


def newsletter(html="", **fields):
    message = EmailMessage()
    fields = {
        "From": "The Paper <news@paper.org>",
        "Subject": "Morning",
        "Date": "Mon, 19 Jun 2023 08:00:00 +0200",
    } | fields
    for name, value in fields.items():
        message[name.replace("_", "-")] = value
    message.set_content("View this in your browser.")
    message.add_alternative(
        html or f"<html><style>p {{}}</style><p>{SENTENCE}</p><p>Second&nbsp;one.</p></html>", subtype="html"
    )
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="x.pdf")
    return message


def test_a_newsletter_is_its_markup_where_the_plain_part_says_little(tmp_path):
    (tmp_path / "a.eml").write_bytes(bytes(newsletter(List_Id="<paper.org>")))
    document, attached = read_documents(tmp_path)
    assert document.text == f"{SENTENCE}\nSecond one."
    assert (document.outlet, document.title, str(document.published)) == (
        "The Paper",
        "Morning",
        "2023-06-19T08:00+02:00",
    )
    assert [omission.rule for omission in document.omitted] == [
        "attachment, a report of its own",
        "the same in another form",
    ]
    assert "x.pdf: cannot be read as PDF" in attached.skipped


def attaching(*attached, text="Please find it attached."):
    message = EmailMessage()
    message["From"], message["Subject"], message["Date"] = "a@b.example", "Ferry", "Tue, 19 Mar 2024 09:15:00 +0000"
    if text:
        message.set_content(text)
    for name, data, form in attached:
        main, _, sub = form.partition("/")
        message.add_attachment(data, maintype=main, subtype=sub, filename=name)
    return bytes(message)


RELEASE = (" ".join(["The ferry ran aground off the cape early on Monday with 84 people on board."] * 3)).encode()
WORD = min((KINDS / "seeds_docx").iterdir()).read_bytes()
PICTURE = b"\x89PNG\r\n\x1a\n" + b"\x00" * 60
NOT_READ = {
    "a picture": ("map.png", PICTURE, "image/png"),
    "a line of a program": ("ATT0001.txt", b"Sent from the list.", "text/plain"),
    "a card": ("jo.vcf", b"BEGIN:VCARD\n" + RELEASE, "text/x-vcard"),
    "nothing": ("empty.docx", b"", "application/msword"),
}
READ = {
    "text": ("release.txt", RELEASE, "text/plain", "text"),
    "text without a name": (None, RELEASE, "text/plain", "text"),
    "Word": ("release.docx", WORD, "application/octet-stream", "docx"),
    "a page": ("release.html", b"<html><body><p>" + RELEASE + b"</p></body></html>", "text/html", "html"),
}


@pytest.mark.parametrize(("name", "data", "form"), NOT_READ.values(), ids=NOT_READ)
def test_what_is_attached_and_no_report_is_named(tmp_path, name, data, form):
    (tmp_path / "a.eml").write_bytes(attaching((name, data, form)))
    (document,) = read_documents(tmp_path / "a.eml")
    assert (name, "attachment") in [(one.text, one.rule) for one in document.omitted]


@pytest.mark.parametrize(("name", "data", "form", "kind"), READ.values(), ids=READ)
@pytest.mark.parametrize("text", ["Please find it attached.", ""])
def test_what_is_attached_is_a_report_of_its_own(tmp_path, name, data, form, kind, text):
    (tmp_path / "a.eml").write_bytes(attaching((name, data, form), ("map.png", PICTURE, "image/png"), text=text))
    *letter, document = read_documents(tmp_path / "a.eml")
    assert [one.text.strip() for one in letter] == ([text] if text else [])
    assert document.kind == kind and len(document.text.split()) > 30
    assert str(document.published)[:10] != "2024-03-19"  # the letter tells nothing of when it was written
    assert document.path == f"{tmp_path / 'a.eml'}:{name or form}"
    told = [(one.text, one.rule) for one in (letter or [document])[0].omitted]
    assert (name or form, "attachment, a report of its own") in told and ("map.png", "attachment") in told
    assert any(rule == "who sent it, when" for _, rule in told)


def test_what_is_attached_and_cannot_be_read_is_named_and_costs_no_other(tmp_path):
    broken = ("release.docx", b"PK\x03\x04" + RELEASE, "application/msword")
    (tmp_path / "a.eml").write_bytes(attaching(broken, ("b.txt", RELEASE, "text/plain")))
    _, refused, document = read_documents(tmp_path / "a.eml")
    assert "a.eml:release.docx: cannot be read" in refused.skipped and document.text == RELEASE.decode()
    (tmp_path / "a.eml").write_bytes(attaching(broken, text=""))
    with pytest.raises(ReadError, match=r"without text; .*release\.docx: cannot be read"):
        read_documents(tmp_path / "a.eml")


def test_what_is_attached_counts_against_the_limits(tmp_path):
    inner = attaching(("b.txt", RELEASE, "text/plain"))
    for _ in range(5):
        inner = attaching(("a.eml", inner, "application/octet-stream"))
    (tmp_path / "a.eml").write_bytes(inner)
    assert len(read_documents(tmp_path / "a.eml")) == 4  # the letter, and three within each other
    two = attaching(("b.txt", RELEASE, "text/plain"), ("c.txt", RELEASE, "text/plain"))
    (tmp_path / "a.eml").write_bytes(two)
    with pytest.raises(ReadError, match="more than 1 members"):
        read_documents(tmp_path / "a.eml", settings=ReadSettings(members=1))
    documents = read_documents(tmp_path / "a.eml", settings=ReadSettings(expanded_bytes=300))
    assert [bool(document.skipped) for document in documents] == [False, False, True]


def test_a_mailbox_quotes_lines_that_begin_with_from_and_keeps_what_is_broken_apart(tmp_path):
    box = mailbox.mbox(tmp_path / "box")
    for text in (f"{SENTENCE}\n\nFrom Monday 2023 on all will be well.\n", ""):
        message = EmailMessage()
        message["From"], message["Subject"], message["Date"] = "a@b.org", "S", "Mon, 19 Jun 2023 08:00:00 +0200"
        message.set_content(text)
        box.add(message)
    box.close()
    good, bad = read_documents(tmp_path / "box")
    assert good.text == f"{SENTENCE}\n\nFrom Monday 2023 on all will be well."
    assert "box:message 2: found a message without text" in bad.skipped
    with pytest.raises(ReadError, match="more than 1 members"):
        read_documents(tmp_path / "box", ReadSettings(members=1))


def test_lines_that_a_mail_program_broke_are_joined(tmp_path):
    head = (
        "From: a@b.org\nSubject: S\nDate: Mon, 19 Jun 2023 08:00:00 +0200\nContent-Type: text/plain; format=flowed\n\n"
    )
    (tmp_path / "a.eml").write_text(head + "The minister \nsaid so.\n From here \non.\n-- \nJane")
    (document,) = read_documents(tmp_path)
    assert document.text == "The minister said so.\nFrom here on."
    assert [(one.rule, one.text) for one in document.omitted if one.rule == "signature"] == [("signature", "-- Jane")]


def test_a_letter_in_words_is_no_message(tmp_path):
    (tmp_path / "a.txt").write_text(f"From: the minister\n\n{SENTENCE}\n")
    assert read_documents(tmp_path)[0].kind == "text"


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "no-such-charset", "utf-16"])
def test_odd_charsets_do_no_harm(tmp_path, charset):
    head = f"From: a@b.org\nSubject: S\nDate: x\nMIME-Version: 1.0\nContent-Type: text/plain; charset={charset}\n\n"
    (tmp_path / "a.eml").write_bytes(head.encode() + "Señor Ortuño said so at São Paulo’s café.".encode())
    assert len(read_documents(tmp_path)[0].text) > 10


@pytest.mark.parametrize("ending", ["rss", "atom"])
def test_every_entry_of_a_feed_that_pelican_wrote_is_a_report(ending):
    documents = read_documents(KINDS / f"pelican.{ending}")
    assert [document.text.split() for document in documents] == [SEEDS["004"].split(), SEEDS["003"].split()]
    first = documents[0]
    assert (first.title, first.outlet, first.kind) == ("Report 004", "The Example Post", "feed")
    assert (first.url, str(first.published)) == ("https://example.org/report-004.html", "2023-06-14T10:30+00:00")


FEED = """<?xml version="1.0"?>{declared}<rss version="2.0"><channel><title>Collected</title>
<item><title>T &amp;amp; U</title><description>&lt;p&gt;{text}&lt;/p&gt;</description>
<source url="https://wire.org/feed">The Wire</source></item><item><title>Empty</title></item></channel></rss>"""


def test_the_source_of_an_entry_is_its_outlet_and_an_empty_one_is_named(tmp_path):
    (tmp_path / "a.xml").write_text(FEED.format(declared="", text=SENTENCE))
    good, bad = read_documents(tmp_path / "a.xml")
    assert (good.outlet, good.text, good.title) == ("The Wire", SENTENCE, "T & U")
    assert "entry 2: found neither content nor summary" in bad.skipped


@pytest.mark.parametrize("ending", ["rss", "xml"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(tmp_path, encoding, ending):
    declared = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    (tmp_path / f"a.{ending}").write_bytes(FEED.format(declared=declared, text="&a;&b;").encode(encoding))
    with pytest.raises(ReadError, match="declares XML entities"):
        read_documents(tmp_path / f"a.{ending}")


def test_a_feed_without_entries_is_refused(tmp_path):
    (tmp_path / "a.rss").write_text("<rss version='2.0'><channel><title>x</title></channel></rss>")
    with pytest.raises(ReadError, match="cannot be read as a feed"):
        read_documents(tmp_path / "a.rss")


def test_ten_thousand_tags_within_each_other(tmp_path):
    deep = "<div>" * 10_000 + SENTENCE + "</div>" * 10_000
    (tmp_path / "a.eml").write_bytes(bytes(newsletter(html=deep)))
    (tmp_path / "b.xml").write_text(FEED.format(declared="", text=deep.replace("<", "&lt;")))
    assert [document.text for document in read_documents(tmp_path) if not document.skipped] == [SENTENCE] * 2


ENDLESS = {
    "tags": "<a ",
    "values": "<a b='",
    "comments": "<!--",
    "sections": "<![CDATA[",
    "ends": "</a ",
    "marks": "<!",
}


def test_markup_that_is_made_to_take_for_ever_is_refused_by_name(tmp_path):
    (tmp_path / "a.eml").write_bytes(bytes(newsletter(html="<svg>" * 30_000 + "</b>" * 60_000)))
    with pytest.raises(ReadError, match=r"a\.eml: refused, its markup is nested too deep"):
        read_documents(tmp_path / "a.eml")


@pytest.mark.parametrize("name", ENDLESS)
def test_markup_that_never_ends_takes_no_square_of_the_time(name):
    import time

    from summarizer.readers.markup import text_of_markup

    start = time.perf_counter()
    text_of_markup(f"<p>{SENTENCE}</p>" + ENDLESS[name] * 200_000)
    # A parser that starts over at each of them takes minutes; this one a tenth of a second.
    assert time.perf_counter() - start < 30


PROSE = (
    "From Paris in 2023 the talks moved on.", "From Paris in 2023 the talks moved on.\nNote: they failed.",
    "From Monday, 5 June 2023 at 10:00 on.\nNote: they failed.", "From Mon Jun 5 to 2023: nothing.",
    "From a@b.org Mon Jun  5 10:00:00 2023\nwas the line that he quoted.", "From 2023\nTo: 2024",
)  # fmt: skip
LINES = (
    "From a@b.org Mon Jun  5 10:00:00 2023", "From - Mon Jun 05 10:00:00 2023", "From a@b.org  Mon Jun  5 10:00 2023",
    "From 17@xxx Tue Jan 02 00:00:00 +0000 2024", 'From "a b"@c.org Mon Jun  5 10:00:00 CEST 2023',
    "From MAILER-DAEMON Fri Jul  8 12:08:34 2011", "From a@b.org Mon, 5 Jun 2023 10:00:00 +0200",
    "From a@b.org Mon Jun  5 10:00:00 2023 remote from c",
)  # fmt: skip
HEAD = "From: a@b.org\nSubject: S\nDate: Mon, 5 Jun 2023 10:00:00 +0200\n"


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("prose", PROSE)
def test_prose_that_begins_with_from_begins_no_message(tmp_path, prose, end):
    whole = f"{LINES[0]}\n{HEAD}\n{SENTENCE}\n\n{prose}\n\nThe end.\n"
    (tmp_path / "a.mbox").write_bytes(whole.replace("\n", end).encode())
    (document,) = read_documents(tmp_path / "a.mbox")
    assert document.text == f"{SENTENCE}\n\n{prose}\n\nThe end."


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("line", LINES)
def test_the_lines_of_mail_programs_begin_a_message_each(tmp_path, line, end):
    whole = f"{line}\n{HEAD}\n{SENTENCE}\n\n{line}\n{HEAD}\nThe end of it.\n"
    (tmp_path / "a.mbox").write_bytes(whole.replace("\n", end).encode())
    assert [document.text for document in read_documents(tmp_path / "a.mbox")] == [SENTENCE, "The end of it."]


def test_what_stands_before_the_first_message_of_a_mailbox_is_named(tmp_path):
    (tmp_path / "a.mbox").write_text(f"Half a letter.\n\n{LINES[0]}\n{HEAD}\n{SENTENCE}\n")
    bad, good = read_documents(tmp_path / "a.mbox")
    assert "what stands before the first message is left out" in bad.skipped and good.text == SENTENCE


def test_an_entry_of_a_feed_whose_day_is_odd_costs_no_other(tmp_path):
    entry = "<item><title>T</title><description>{}</description>{}</item>".format
    items = entry(SENTENCE, "") + entry("Second.", "") + entry("Third one.", "")
    (tmp_path / "a.rss").write_text(f"<rss version='2.0'><channel><title>P</title>{items}</channel></rss>")
    from summarizer.readers import feeds

    read = feeds.build_document

    def fail(fields, **more):
        if fields["text"] == "Second.":
            raise ReadError("odd")
        return read(fields, **more)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(feeds, "build_document", fail)
        good, bad, other = read_documents(tmp_path / "a.rss")
    assert (good.text, bad.skipped, other.text) == (SENTENCE, "odd", "Third one.")


@pytest.mark.parametrize(
    ("summary", "named"), [("Other words than those.", True), ("The talks went on at the …", False), ("", False)]
)
def test_a_summary_that_says_more_than_the_content_is_named(tmp_path, summary, named):
    content = "The talks went on at the house on Monday, the minister said."
    (tmp_path / "a.rss").write_text(
        "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>P</title><item>"
        f"<description>{summary}</description><content:encoded>{content}</content:encoded></item></channel></rss>"
    )
    (document,) = read_documents(tmp_path / "a.rss")
    assert document.text == content
    assert [one.text for one in document.omitted] == ([summary] if named else [])


HEAD = "From: Karl Roe <k@desk.example>\nTo: a@b.example\nSubject: {}\nDate: Tue, 19 Mar 2024 09:15:00 +0000\n\n"
STORY = "The ferry ran aground off the cape early on Monday with 84 people on board, the coastguard said."
OLDER = "The company will replace the steering of all its ships before the summer, it announced last week."
CHAINS = {
    "an answer above": (
        "Re: Ferry",
        f"{STORY}\n\nOn Tue, 12 Mar 2024 at 08:02, Jo Doe <jo@press.example> wrote:\n\n> {OLDER}\n",
        (STORY, "quoted message", None),
    ),
    "an answer below": (
        "Re: Ferry",
        f"On Tue, 12 Mar 2024 at 08:02, Jo Doe <jo@press.example> wrote:\n> {OLDER}\n\n{STORY}\n",
        (STORY, "quoted message", None),
    ),
    "an answer in German": (
        "AW: Ferry",
        f"{STORY}\n\nAm 12.03.2024 um 08:02 schrieb Jo Doe <jo@press.example>:\n\n> {OLDER}\n",
        (STORY, "quoted message", None),
    ),
    "an answer whose first line is broken": (
        "Re: Ferry",
        f"{STORY}\n\nOn Tue, 12 Mar 2024 at 08:02, Jo Doe\n<jo@press.example> wrote:\n\n{OLDER}\n",
        (STORY, "quoted message", None),
    ),
    "an answer without a first line": ("Re: Ferry", f"> {OLDER}\n\n{STORY}\n", (STORY, "quoted message", None)),
    "an answer over a head": (
        "RE: Ferry",
        f"{STORY}\n\nFrom: Jo Doe <jo@press.example>\nSent: 12 March 2024 08:02\nTo: Karl\nSubject: Old\n\n{OLDER}\n",
        (STORY, "quoted message", None),
    ),
    "an answer in Spanish": (
        "RE: Ferry",
        f"{STORY}\n\nDe: Prensa <p@r.example>\nEnviado el: martes, 12 de marzo de 2024 8:02\nPara: Karl\nAsunto: X\n\n"
        f"{OLDER}\n",
        (STORY, "quoted message", None),
    ),
    "an answer over a head without an address": (
        "Re: Ferry",
        f"{STORY}\n\nFrom: Jo Doe\nSent: 12 March 2024 08:02\nTo: Karl\nCc: Desk\nSubject: Old\n\n{OLDER}\n",
        (STORY, "quoted message", None),
    ),
    "an answer in Swedish": (
        "SV: Ferry",
        f"{STORY}\n\nFrån: Jo Doe <jo@press.example>\nSkickat: den 12 mars 2024 08:02\nTill: Karl\nÄmne: Old\n\n"
        f"{OLDER}\n",
        (STORY, "quoted message", None),
    ),
    "an answer in Polish": (
        "Odp: Ferry",
        f"{STORY}\n\nOd: Jo Doe <jo@press.example>\nWysłano: 12 marca 2024 08:02\nDo: Karl\nTemat: Old\n\n{OLDER}\n",
        (STORY, "quoted message", None),
    ),
    "sent on from a telephone": (
        "Fwd: Ferry",
        "Look.\n\nBegin forwarded message:\n\n> From: Jo Doe <jo@press.example>\n> Date: 18 March 2024 at 22:40\n"
        f"> Subject: Aground\n>\n> {STORY}\n",
        (STORY, "cover note", "Jo Doe"),
    ),
    "sent on in German": (
        "WG: Ferry",
        "Zur Kenntnis.\n\n-----Ursprüngliche Nachricht-----\nVon: Jo Doe <jo@press.example>\n"
        f"Gesendet: Montag, 18. März 2024 22:40\nBetreff: Aground\n\n{STORY}\n",
        (STORY, "cover note", "Jo Doe"),
    ),
    "sent on twice": (
        "Fwd: Ferry",
        "Look.\n\n---------- Forwarded message ---------\nFrom: Ann Lee <ann@desk.example>\nDate: 19 March 2024 08:00\n"
        "Subject: Fwd: Aground\n\nFor you.\n\n---------- Forwarded message ---------\n"
        "From: Jo Doe <jo@press.example>\n"
        f"Date: 18 March 2024 at 22:40\nSubject: Aground\n\n{STORY}\n",
        (STORY, "cover note", "Jo Doe"),
    ),
    "sent on twice, with marks": (
        "Fwd: Ferry",
        "Look.\n\nBegin forwarded message:\n\n> From: Ann Lee <ann@desk.example>\n> Date: 19 March 2024 08:00\n"
        "> Subject: Fwd: Aground\n>\n> For you.\n>\n> Begin forwarded message:\n>\n"
        "> > From: Jo Doe <jo@press.example>\n> > Date: 18 March 2024 at 22:40\n> > Subject: Aground\n> >\n"
        f"> > {STORY}\n",
        (STORY, "cover note", "Jo Doe"),
    ),
    "sent on with what it sends on itself": (
        "Fwd: Ferry",
        "Look.\n\n---------- Forwarded message ---------\nFrom: Jo Doe <jo@press.example>\n"
        f"Date: 18 March 2024 at 22:40\nSubject: Aground\n\n{STORY}\n\n---------- Forwarded message ---------\n"
        f"From: Ann Lee <ann@desk.example>\nDate: 12 March 2024 08:00\nSubject: Old\n\nShips are old.\n",
        (STORY, "quoted message", "Jo Doe"),
    ),
    "prose with labels": (
        "Ferry",
        f"{STORY}\n\nFrom: the harbour\nTo: the cape\nThe ferry ran on both days.\n",
        (STORY, None, None),
    ),
    "prose that names a letter": ("Ferry", f"On Monday the minister wrote:\n\n{STORY}\n", (STORY, None, None)),
}


@pytest.mark.parametrize(("subject", "body", "wanted"), CHAINS.values(), ids=CHAINS)
def test_what_is_quoted_and_what_is_sent_on_are_told_apart(tmp_path, subject, body, wanted):
    (tmp_path / "a.eml").write_text(HEAD.format(subject) + body)
    (document,) = read_documents(tmp_path)
    story, rule, author = wanted
    assert story in document.text
    assert OLDER not in document.text
    assert "12 Mar" not in document.text
    assert (rule is None) == (not [one for one in document.omitted if one.rule.endswith(("message", "note"))])
    assert rule is None or rule in {one.rule for one in document.omitted}
    assert document.author == author
    assert str(document.published)[:10] == ("2024-03-18" if author else "2024-03-19")
    assert document.title == ("Aground" if author else "Ferry")


INNER = """From: Ana Torres <ana@wire.example>
Subject: Bridge to close in Jalko
Date: Mon, 18 Mar 2024 10:00:00 +0100
Content-Type: text/plain

The council of Jalko voted on Monday to close the old bridge for a whole year, its chairman told the wire.
"""
LONG_NOTE = "The mayor of Belwa said on Tuesday that the town would not follow, and that its own bridge was sound. " * 2


WRAPPED = STORY.replace(" cape", "\ncape")
PARTED = 'Content-Type: multipart/{}; boundary="b"\n\n'
PLAIN_PART = "--b\nContent-Type: text/plain\n\n{}\n"
BODIES = {
    "parts that are not parted": (PARTED.format("mixed").replace('"b"', '"c"') + PLAIN_PART.format(STORY), []),
    "parts without a boundary": (f"Content-Type: multipart/mixed\n\n{STORY}\n", []),
    "base64 that is none": (f"Content-Transfer-Encoding: base64\n\n{STORY}\n", []),
    "text around the parts": (
        f"{PARTED.format('mixed')}This is a multi-part message in MIME format. Get a program that reads it.\n"
        f"{PLAIN_PART.format(STORY)}--b--\n{OLDER}\n",
        [(OLDER, "outside the parts of the message")],
    ),
    "another form that says more": (
        f"{PARTED.format('alternative')}{PLAIN_PART.format(STORY)}--b\nContent-Type: text/html\n\n"
        f"<p>{'<b>The</b> ' + STORY[4:]}</p><p>{OLDER}</p>\n--b--\n",
        [(f"{STORY} {OLDER}"[:200], "the same in another form"), (OLDER, "in another form of the message only")],
    ),
    "another form that is wrapped": (
        f"{PARTED.format('alternative')}{PLAIN_PART.format(STORY.replace(' cape', chr(10) + 'cape'))}--b\n"
        f"Content-Type: text/html\n\n<p>{STORY}</p>\n--b--\n",
        [(STORY, "the same in another form")],
    ),
    "hidden in markup": (
        f'Content-Type: text/html\n\n<div style="display: none">{OLDER}<script>x</script></div><p>{STORY}</p>\n',
        [(OLDER, "hidden")],
    ),
}


@pytest.mark.parametrize(("body", "wanted"), BODIES.values(), ids=BODIES)
def test_every_sentence_of_a_message_is_read_or_named(tmp_path, body, wanted):
    (tmp_path / "a.eml").write_text(HEAD.format("Ferry").strip() + "\nMIME-Version: 1.0\n" + body)
    (document,) = read_documents(tmp_path / "a.eml")
    assert STORY in " ".join(document.text.split()) and OLDER not in document.text
    assert [(one.text, one.rule) for one in document.omitted if one.rule != "who sent it, when"] == wanted


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_messages_of_a_mailbox_may_follow_each_other_without_an_empty_line(tmp_path, end):
    one = "From a@b.example Tue Mar 19 09:15:00 2024\n" + HEAD.format("Ferry") + "{}\n"
    prose = "From Monday 2024 on all is well.\nFrom Ann Lee Tue Mar 19 09:15:00 2024"
    (tmp_path / "a.mbox").write_bytes(
        (one.format(STORY + "\n" + prose) + one.format(OLDER)).replace("\n", end).encode()
    )
    first, second = read_documents(tmp_path / "a.mbox")
    assert STORY in first.text and "Monday 2024" in first.text and second.text.strip() == OLDER


def test_parts_within_each_other_take_no_square_of_the_time(tmp_path):
    inner = "".join(f'Content-Type: multipart/mixed; boundary="b{at}"\n\n{OLDER}\n--b{at}\n' for at in range(300))
    (tmp_path / "a.eml").write_text(HEAD.format("Ferry").strip() + f"\n{inner}Content-Type: text/plain\n\n{STORY}\n")
    (document,) = read_documents(tmp_path / "a.eml")
    assert document.text.strip() == STORY
    assert [one.text for one in document.omitted].count(OLDER) == 300


@pytest.mark.parametrize("times", [15, 3_000])
def test_of_what_is_sent_on_many_times_every_line_is_told(tmp_path, times):
    marks = "---------- Forwarded message ---------\nFrom: Ann Lee <a@desk.example>\nDate: 19 March 2024\n"
    notes = "".join(f"{marks}Subject: Fwd: Ferry\n\nNote {at}.\n\n" for at in range(times))
    (tmp_path / "a.eml").write_text(HEAD.format("Fwd: Ferry") + f"{notes}{marks}Subject: Ferry\n\n{STORY}\n")
    (document,) = read_documents(tmp_path / "a.eml")
    assert (STORY in document.text) == (times < 20)
    told = document.text + " ".join(one.text for one in document.omitted)
    assert STORY in told and not [at for at in range(times) if f"Note {at}." not in told]


def enclosing(note, *inner, edge="b"):
    parts = [f"Content-Type: text/plain\n\n{note}\n", *(f"Content-Type: message/rfc822\n\n{one}" for one in inner)]
    head = "From: Ben Roe <ben@x.example>\nSubject: See this\nDate: Tue, 19 Mar 2024 10:00:00 +0100\n"
    body = "".join(f"--{edge}\n{part}\n" for part in parts)
    return f'{head}MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="{edge}"\n\n{body}--{edge}--\n'


def test_a_message_within_a_message_is_sent_on(tmp_path):
    (tmp_path / "a.eml").write_text(enclosing("Worth a look.\n\n-- \nBen Roe, desk", INNER))
    (report,) = read_documents(tmp_path / "a.eml")
    assert (report.author, report.title) == ("Ana Torres", "Bridge to close in Jalko")
    assert str(report.published)[:10] == "2024-03-18" and INNER.splitlines()[-1] in report.text
    assert [one.rule for one in report.omitted if "Worth a look." in one.text] == ["cover note"]


@pytest.mark.parametrize("deep", [1, 2, 5])
def test_of_messages_within_each_other_the_one_that_says_most_is_the_report(tmp_path, deep):
    whole = INNER
    for at in range(deep):
        whole = enclosing(f"Worth a look, number {at}.", whole, edge=f"b{at}")
    (tmp_path / "a.eml").write_text(whole)
    (report,) = read_documents(tmp_path / "a.eml")
    assert (report.author, report.title) == ("Ana Torres", "Bridge to close in Jalko")
    assert INNER.splitlines()[-1] in report.text and "Worth" not in report.text
    notes = [one.text for one in report.omitted if one.rule == "cover note"]
    assert [f"number {at}." in note for at, note in enumerate(notes)] == [True] * deep


def test_lines_of_a_head_count_for_nothing(tmp_path):
    picture = INNER.partition("Content-Type")[0] + "Content-Type: image/png\n\nzzz\n"
    (tmp_path / "a.eml").write_text(enclosing("It is closed, says the mayor.", picture))
    (report,) = read_documents(tmp_path / "a.eml")
    assert report.text.strip() == "It is closed, says the mayor."
    assert "message within" in [one.rule for one in report.omitted if "Ana Torres" in one.text]
    (tmp_path / "a.eml").write_text(enclosing("", picture))
    with pytest.raises(ReadError, match="a message without text"):
        read_documents(tmp_path / "a.eml")


def test_a_message_within_a_longer_one_is_named(tmp_path):
    (tmp_path / "a.eml").write_text(enclosing(LONG_NOTE, INNER, INNER.replace("Jalko", "Oro")))
    (report,) = read_documents(tmp_path / "a.eml")
    assert report.text.strip() == LONG_NOTE.strip() and report.title == "See this"
    within = [one.text for one in report.omitted if one.rule == "message within"]
    assert ["Jalko" in within[0], "Oro" in within[1]] == [True, True]


def test_a_signature_ends_with_its_part(tmp_path):
    parts = "".join(f"--b\nContent-Type: text/plain\n\n{part}\n" for part in (LONG_NOTE + "\n-- \nBen Roe", SENTENCE))
    (tmp_path / "a.eml").write_text(f'Subject: x\nContent-Type: multipart/mixed; boundary="b"\n\n{parts}--b--\n')
    (report,) = read_documents(tmp_path / "a.eml")
    assert report.text.split("\n")[-1] == SENTENCE.strip() and "Ben Roe" not in report.text
    assert ("signature", "-- Ben Roe") in [(one.rule, one.text) for one in report.omitted]


def test_what_is_sent_on_without_a_head_is_read(tmp_path):
    mark = "---------- Forwarded message ----------"
    (tmp_path / "a.eml").write_text(f"Subject: Fwd: x\nFrom: a@b.example\n\nWorth a look.\n\n{mark}\n\n{LONG_NOTE}\n")
    (report,) = read_documents(tmp_path / "a.eml")
    assert report.text.strip() == LONG_NOTE.strip()


@pytest.mark.parametrize("depth", [2, 5, 100])
def test_a_message_deep_within_others_is_read(tmp_path, depth):
    inner = f"Subject: x\n\n{LONG_NOTE}\n"
    (tmp_path / "a.eml").write_text("Subject: y\n" + "Content-Type: message/rfc822\n\n" * depth + inner)
    (report,) = read_documents(tmp_path / "a.eml")
    assert LONG_NOTE.strip() in report.text


@pytest.mark.parametrize("depth", [600, 3_000])
def test_of_messages_within_each_other_those_too_deep_are_named(tmp_path, depth):
    whole = INNER
    for at in range(depth):
        whole = enclosing(f"Note {at}." if at < depth - 1 else LONG_NOTE, whole, edge=f"b{at}")
    (tmp_path / "a.eml").write_text(whole)
    (report,) = read_documents(tmp_path / "a.eml")
    assert report.text.strip() == LONG_NOTE.strip()
    told = {
        rule: " ".join(one.text for one in report.omitted if one.rule == rule) for rule in (TOO_DEEP, "message within")
    }
    assert INNER.splitlines()[-1] in told[TOO_DEEP] and "Note 0." in told[TOO_DEEP]
    assert f"Note {depth - 90}." in told["message within"]


def test_a_message_whose_text_is_too_deep_is_refused_with_the_reason(tmp_path):
    (tmp_path / "a.eml").write_text("Subject: y\n" + "Content-Type: message/rfc822\n\n" * 600 + f"\n{LONG_NOTE}\n")
    with pytest.raises(ReadError, match="without text; parts within each other, too deep to be read"):
        read_documents(tmp_path / "a.eml")


def test_what_an_entry_hides_is_named(tmp_path):
    told = f"&lt;p style='display: none'&gt;{OLDER}&lt;/p&gt;&lt;p&gt;{STORY}&lt;/p&gt;"
    (tmp_path / "a.rss").write_text(
        f"<rss version='2.0'><channel><item><description>{told}</description></item></channel></rss>"
    )
    (document,) = read_documents(tmp_path / "a.rss")
    assert document.text == STORY
    assert [(one.text, one.rule) for one in document.omitted] == [(OLDER, "hidden")]


def test_what_the_frames_of_a_saved_page_say_is_named(tmp_path):
    part = "--b\nContent-Type: text/html\nContent-Location: https://a.example/{}\n\n<html><body>{}</body></html>\n"
    head = (
        "From: <Saved>\nSnapshot-Content-Location: https://a.example/1\nSubject: A\nDate: Tue, 19 Mar 2024 09:15:00\n"
    )
    page, frame = (f"<p>{one}</p>" * 1 for one in (STORY, OLDER))
    parts = part.format(1, page * 3) + part.format(2, frame + page + "<p>Ad</p>") + part.format(3, "\x00\x01\x02" * 99)
    (tmp_path / "a.mhtml").write_text(
        f'{head}MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n{parts}--b--\n'
    )
    (document,) = read_documents(tmp_path / "a.mhtml")
    assert STORY in document.text and OLDER not in document.text
    assert [(one.text, one.rule) for one in document.omitted] == [(OLDER, "in a frame, beside the story")]
