-- Roles that one process at a time may hold. The epoch rises with every change of hands and fences off the last holder.
create table relay.lease (
  role text primary key,
  epoch bigint not null,
  holder text not null,
  until timestamptz not null
);
