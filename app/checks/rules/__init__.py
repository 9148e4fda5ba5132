"""The rules, a folder a group and a file a rule. `docs/checks.md` tells how to add one."""
