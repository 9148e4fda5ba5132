"""The words of the interface and the exports, and how each language writes dates, numbers and money."""
