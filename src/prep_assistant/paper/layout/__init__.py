"""Where everything stands: pages of marks in points, measured with the faces that will draw them."""
