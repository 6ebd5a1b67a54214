"""What a seat can work out for itself: orders tried in futures played from what it may know, and from nothing else."""
