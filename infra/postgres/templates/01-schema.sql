-- Word forms that bureaus made themselves. Rows are only added: a changed form is a new version.
create schema template;
