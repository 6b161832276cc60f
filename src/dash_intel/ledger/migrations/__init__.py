"""Steps from one version of the ledger's tables to the next; run when a ledger is opened."""
