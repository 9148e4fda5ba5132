"""What a user asks for, whole: a new project, an export, a preview. Progress is told to a callback that raises to cancel."""
