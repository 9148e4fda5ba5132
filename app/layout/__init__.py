"""Where everything stands: themes, text measured and fitted, slides placed as frames in points."""
