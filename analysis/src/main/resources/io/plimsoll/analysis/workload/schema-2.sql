CREATE TABLE workload_rule (
    id BIGINT NOT NULL,
    place INTEGER NOT NULL,
    side VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    pattern VARCHAR NOT NULL,
    cluster VARCHAR NOT NULL,
    namespace VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    is_on BOOLEAN NOT NULL
);
CREATE TABLE workload_rule_off (rule VARCHAR NOT NULL);
