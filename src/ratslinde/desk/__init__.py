"""The pages for those who sign in. Views are doormen: read input, call one verb or query, answer."""
