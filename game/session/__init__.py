"""One match: seats, sealed orders, resolution, log, saves and views. No pixels, no sockets."""
