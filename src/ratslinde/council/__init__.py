"""The council's work: bodies, documents, meetings, papers, and taking over what exists on paper."""
