"""Judges passages by asking an endpoint: one request for each statement, and no further ones after several failures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from summarizer.model import DocumentId, NoVerdict, Sentence, Verdict
from summarizer.model.text import count
from summarizer.settings import Settings
from summarizer.statements.chat_judge.answers import WrongAnswerError, read_content, read_verdicts
from summarizer.statements.chat_judge.endpoint import Endpoint, open_endpoint
from summarizer.statements.chat_judge.exchange import NoReplyError
from summarizer.statements.chat_judge.kept_answers import KeptAnswers, open_kept_answers
from summarizer.statements.chat_judge.prompt import make_request
from summarizer.statements.judges import Passage

_FAILURES = 3  # statements in a row without a verdict, after which the endpoint is asked no more


@dataclass(slots=True, kw_only=True)
class ChatJudge:
    """A judge for one run.

    Attributes:
        model: The model, as the endpoint calls it.
        address: The endpoint's full address.
        endpoint: The endpoint.
        answers: The answers kept from earlier runs.
        tell: Called with a line of text as the endpoint is asked.
    """

    model: str
    address: str
    endpoint: Endpoint
    answers: KeptAnswers
    tell: Callable[[str], None]
    _asked: int = 0
    _failures: int = 0

    def __call__(self, point: Sentence, passages: Sequence[Passage], settings: Settings) -> list[Verdict | NoVerdict]:
        """Judge the passages that may say a point."""
        self._asked += 1
        places = _nearest(passages, settings.judge_options.passages)
        try:
            verdicts = self._ask(point.text, [passages[at].text for at in places])
        except (NoReplyError, WrongAnswerError) as failure:
            verdicts = [NoVerdict(why=str(failure))] * len(places)
        by_place = dict(zip(places, verdicts, strict=True))
        beyond = NoVerdict(why=f"beyond the {settings.judge_options.passages:,} passages sent for one statement")
        return [by_place.get(at, beyond) for at in range(len(passages))]

    def _ask(self, point: str, texts: Sequence[str]) -> Sequence[Verdict | NoVerdict]:
        """The verdicts on some passages, by the answer kept or by a new one."""
        numbers = range(1, len(texts) + 1)
        token, body = make_request(self.model, point, list(zip(numbers, texts, strict=True)))
        kept = self.answers.get(self.address, body)
        if kept is not None:
            try:
                return read_verdicts(kept, token, point, numbers)
            except WrongAnswerError:
                pass  # kept by a version that read more out of it
        if self._failures >= _FAILURES:
            raise NoReplyError(f"not asked after {_FAILURES} statements without an answer", may_help=False)
        self.tell(f"asking {self.model} about statement {self._asked}: {count(len(texts), 'passage')}")
        try:
            content = read_content(self.endpoint.ask(body))
            verdicts = read_verdicts(content, token, point, numbers)
        except (NoReplyError, WrongAnswerError):
            self._failures += 1
            raise
        if any(isinstance(one, Verdict) for one in verdicts):
            self._failures = 0
            self.answers.put(self.address, body, content)
        return verdicts


def open_chat_judge(settings: Settings, progress: Callable[[str], None] | None = None) -> ChatJudge:
    """Prepare the judge that `Settings` names by an address, for one run.

    Args:
        settings: What is asked for.
        progress: Called with a line of text as the endpoint is asked.

    Raises:
        SettingsError: the key cannot be sent, or would be sent in the clear.
    """
    tell = progress or (lambda _: None)
    address = str(settings.judge)
    endpoint = open_endpoint(address, settings.judge_options, tell)
    return ChatJudge(
        model=settings.judge_model or "",
        address=endpoint.address.geturl(),
        endpoint=endpoint,
        answers=open_kept_answers(settings.judge_options),
        tell=tell,
    )


def _nearest(passages: Sequence[Passage], most: int) -> list[int]:
    """The places of the passages that are sent: of each report as many as of the others, its nearest first."""
    seen: Counter[DocumentId] = Counter()
    ranks = []
    for at, passage in enumerate(passages):
        ranks.append((seen[passage.document], at))
        seen[passage.document] += 1
    return sorted(at for _, at in sorted(ranks)[:most])
