-- Workbooks whose rows were recorded. Rows are only added; what a workbook says stands in the events alone.
create schema entry;
