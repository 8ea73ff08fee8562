"""Open data (dữ liệu mở): what the listings hold, for machines: API, dictionary, catalogue."""
