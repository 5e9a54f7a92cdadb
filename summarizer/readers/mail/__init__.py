"""Messages and mailboxes: newsletters, alerts, forwarded reports."""
