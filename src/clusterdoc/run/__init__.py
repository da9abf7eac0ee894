"""From one article to a million: a corpus through workers, on one machine or on a cluster, into a store."""
