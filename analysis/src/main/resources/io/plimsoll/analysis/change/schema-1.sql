CREATE TABLE change_desk (
    history VARCHAR NOT NULL,
    estimates VARCHAR NOT NULL
);
