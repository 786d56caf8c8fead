"""One window for each user: the first start claims it, a later one asks the first to come forward with its file."""
