"""The project and its parts, blocks and units: plain, immutable data. No input or output, no other room."""
