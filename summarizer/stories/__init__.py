"""Groups a heap of reports into stories: one event each, told on days near one another."""
