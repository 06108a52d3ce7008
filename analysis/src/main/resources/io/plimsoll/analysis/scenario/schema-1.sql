CREATE TABLE scenario (
    name VARCHAR NOT NULL PRIMARY KEY,
    created TIMESTAMP NOT NULL
);
CREATE TABLE scenario_step (
    scenario VARCHAR NOT NULL,
    workload VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    cpu_request DOUBLE NOT NULL,
    cpu_limit DOUBLE,
    memory_request BIGINT NOT NULL,
    memory_limit BIGINT NOT NULL,
    replicas INTEGER NOT NULL,
    growth DOUBLE NOT NULL,
    spot_share DOUBLE NOT NULL,
    node_type VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    planned DATE,
    PRIMARY KEY (scenario, workload)
);
