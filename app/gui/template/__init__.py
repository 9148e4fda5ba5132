"""A company's template in the window: a dialog that shows the project's slides on it, and which layout each kind of slide takes."""
