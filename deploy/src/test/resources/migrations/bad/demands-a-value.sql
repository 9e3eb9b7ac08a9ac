alter table match add column room text not null;
alter table match
    add column notes text,
    -- A comment hides nothing.
    add room numeric(5, 2) not null;
