"""Values: reading, writing, fields, rendering."""
