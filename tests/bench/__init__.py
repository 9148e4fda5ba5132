"""How long exports, previews, saving, opening and starting take, beside what bare libraries take in the same run."""
