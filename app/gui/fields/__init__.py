"""Fields: widgets bound to a place in the project. They show it, write every keystroke, and say at once what is wrong."""
