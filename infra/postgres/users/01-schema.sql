-- Who may sign in, and what was opened by signing in.
create schema users;
