"""The one way to the public: nothing else writes log entries and public records."""
