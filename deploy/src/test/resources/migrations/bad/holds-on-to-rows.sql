create table invoice (match text primary key references match (id), cents bigint);
create table invoice (id text, match text references match, primary key (id));
create table invoice (id text, match text, foreign key (match) references match (id) on update cascade);
