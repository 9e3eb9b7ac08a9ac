-- When the holder of a deleted account was seen to have begun anew, and others were told. The row itself stays for its month: sessions and
-- tokens from before the deletion are not those of the new account.
alter table deleted_account
    add column came_back_at timestamptz;
