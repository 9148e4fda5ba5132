"""Rules on what was decided and begun before."""
