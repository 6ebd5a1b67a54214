"""Plans: every order that a seat could give, and the search for the list of orders that serves it best."""
