CREATE TABLE change_drift (
    report VARCHAR NOT NULL
);
