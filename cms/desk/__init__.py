"""The staff's screens for two people (bàn công bố): what waits, what differs, who decides."""
