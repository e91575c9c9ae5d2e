-- Whether this installation was made as a demo, and may therefore be removed as a whole.
create schema demo;
