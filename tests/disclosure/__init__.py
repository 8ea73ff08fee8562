"""Facts, log, triggers, history."""
