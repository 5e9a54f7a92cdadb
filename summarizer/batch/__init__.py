"""Briefs many clusters of reports: reads them as a stream, shares the work out, and goes on where a run was stopped."""
