"""Who speaks: the words beside a cue, and the person or body they stand for."""
