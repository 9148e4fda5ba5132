"""Project files and the changes to a project: write, read, migrate, recover, edit."""
