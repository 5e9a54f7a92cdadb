"""Web pages: their article, their metadata and dates, and what stands beside the story."""
