"""Facts from a log: tables, charts, the debrief and exports."""
