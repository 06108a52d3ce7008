CREATE TABLE change_pending (
    pending VARCHAR NOT NULL
);
