"""Systems side by side on clusters with summaries that people wrote: ROUGE, redundancy, speed."""

from summarizer.evaluation.comparison import compare
from summarizer.evaluation.records import Cluster, Evaluation
from summarizer.evaluation.rendering import EVALUATION_FORMATS, render_evaluation
from summarizer.evaluation.run import evaluate
from summarizer.evaluation.systems import SYSTEMS

__all__ = ["EVALUATION_FORMATS", "SYSTEMS", "Cluster", "Evaluation", "compare", "evaluate", "render_evaluation"]
