CREATE TABLE workload_pin (
    side VARCHAR NOT NULL,
    item VARCHAR NOT NULL,
    cluster VARCHAR NOT NULL,
    namespace VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    container VARCHAR NOT NULL,
    pinned TIMESTAMP NOT NULL
);
