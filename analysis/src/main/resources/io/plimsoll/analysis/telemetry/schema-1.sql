CREATE TABLE telemetry_series (
    series_id BIGINT PRIMARY KEY,
    series_key VARCHAR NOT NULL UNIQUE,
    metric VARCHAR NOT NULL,
    measure VARCHAR NOT NULL,
    statistic VARCHAR NOT NULL,
    unit VARCHAR NOT NULL,
    labels MAP(VARCHAR, VARCHAR) NOT NULL,
    cluster VARCHAR NOT NULL,
    namespace VARCHAR NOT NULL,
    pod VARCHAR NOT NULL,
    container VARCHAR NOT NULL,
    node VARCHAR NOT NULL,
    resource_id VARCHAR NOT NULL
);
CREATE TABLE telemetry_sample (
    series_id BIGINT NOT NULL,
    time TIMESTAMP NOT NULL,
    value DOUBLE NOT NULL
);
CREATE TABLE telemetry_import (
    import_id BIGINT PRIMARY KEY,
    imported TIMESTAMP NOT NULL,
    points_read BIGINT NOT NULL,
    samples BIGINT NOT NULL,
    derived BIGINT NOT NULL,
    replaced BIGINT NOT NULL,
    rejected BIGINT NOT NULL
);
CREATE TABLE telemetry_file (
    import_id BIGINT NOT NULL,
    file VARCHAR NOT NULL,
    profile VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    bytes BIGINT NOT NULL,
    points_read BIGINT NOT NULL,
    rejected BIGINT NOT NULL,
    notes VARCHAR NOT NULL
);
CREATE TABLE telemetry_repair (
    import_id BIGINT NOT NULL,
    series_id BIGINT NOT NULL,
    kind VARCHAR NOT NULL,
    points BIGINT NOT NULL,
    first_time TIMESTAMP NOT NULL,
    last_time TIMESTAMP NOT NULL
);
CREATE TABLE telemetry_reject (
    import_id BIGINT NOT NULL,
    file VARCHAR NOT NULL,
    line BIGINT NOT NULL,
    reason VARCHAR NOT NULL,
    raw VARCHAR NOT NULL
);
