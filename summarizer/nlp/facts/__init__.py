"""Facts of news: casualties, people in danger, ages, deals, first-time claims, corrections."""
