// Made for a test: nobody runs it.
