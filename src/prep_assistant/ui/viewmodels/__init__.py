"""What the window shows and what can be done in it, on QtCore alone: one frozen state, carried by one signal."""
