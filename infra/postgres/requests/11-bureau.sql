-- What stands out belongs to an office; forms and drafts belong to a bureau and are there for all who work in it.
select caller.guard('alert.alert', caller.own());
select caller.guard('draft.document', caller.of_bureau());
select caller.guard('draft.failure', caller.of_bureau());
select caller.guard('template.form', caller.of_bureau());
