"""Pages fetched from addresses: politely, safely, and kept for the next run."""
